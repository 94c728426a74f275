/* Added where a page says that what was typed is still there. */
import { promiseDraft } from './drafts.js';

const site = document.getElementById('site');
document.querySelectorAll('[data-kept]').forEach(words => promiseDraft(site, words));
