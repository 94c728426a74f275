/* Added to every page that follows what others do. */
import { LivePage } from './live-page.js';

new LivePage(document.getElementById('site')).start();
