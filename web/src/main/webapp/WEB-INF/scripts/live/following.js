/* Added to every page that follows changes. */
import { LivePage } from './live-page.js';
import { isSamePage, takeOver } from './takeover.js';

new LivePage(document.getElementById('site'), { isSamePage, takeOver }).start();
