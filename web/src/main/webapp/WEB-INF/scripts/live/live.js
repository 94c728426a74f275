/* Added to every page of a person who has signed in, unless it follows changes. */
import { LivePage } from './live-page.js';

new LivePage(document.getElementById('site')).start();
