/* Added where a page says that what was typed is still there: it is, if the page that was open before has a draft. */
import { KEPT } from './fields.js';

document.querySelectorAll('[data-kept]').forEach(words => { words.hidden = !sessionStorage.getItem(KEPT); });
