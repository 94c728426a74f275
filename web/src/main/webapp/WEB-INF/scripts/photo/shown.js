/* Added to every page with photos of messages. */
import { enlargeOnClick } from './enlarge.js';
import { renewLinks } from './links.js';

renewLinks(document);
enlargeOnClick(document.querySelector('dialog.zoom'));
