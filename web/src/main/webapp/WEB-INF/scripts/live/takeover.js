/* Applies a newer version of this page: the parts marked data-live, and the set of forms. */
import { text } from '../texts.js';
import { keepingFocus } from './focus.js';
import { merge } from './merge.js';

/* a screen reader notices a text only when it changes */
const SILENT = 50;
const NEWS = { message: 'site.live.message', page: 'site.live.page' };

/** Whether a newer version is of this page, as the same person sees it. */
export function isSamePage(site, fresh) {
  return fresh.getElementById('site')?.dataset.account === site.dataset.account;
}

/** Changes the page where the fresh one differs, and announces that. */
export function takeOver(site, fresh) {
  site.dataset.mark = fresh.getElementById('site').dataset.mark;
  const before = countEntries();
  /* photos keep their links (photo/links.js) */
  document.dispatchEvent(new CustomEvent('renewal', { detail: fresh }));
  let differs = false;
  keepingFocus(() => { differs = mergeParts(document, fresh); });
  renewForms(document, fresh);
  if (differs) {
    announce(countEntries() > before ? 'message' : 'page');
  }
}

/** Merges all live parts that both pages have; true if any of them differed. */
export function mergeParts(page, fresh) {
  const changed = Array.from(page.querySelectorAll('[data-live]'), part => {
    const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!other || part.isEqualNode(other)) {
      return false;
    }
    merge(part, other);
    return true;
  });
  return changed.includes(true);
}

/** Removes a form that the newer page no longer has, unless it contains typed text. A new form requires a reload. */
export function renewForms(page, fresh) {
  page.querySelectorAll('main form[id]').forEach(form => {
    const isTyped = Array.from(form.querySelectorAll('textarea')).some(area => area.value);
    if (!fresh.getElementById(form.id) && !isTyped && !form.dataset.sent) {
      form.remove();
    }
  });
  const isNew = Array.from(fresh.querySelectorAll('main form[id]')).some(form => !page.getElementById(form.id));
  page.getElementById('steps').hidden = !isNew;
}

function countEntries() {
  return document.querySelectorAll('.entry').length;
}

function announce(kind) {
  const news = document.getElementById('news');
  news.textContent = '';
  setTimeout(() => { news.textContent = text(NEWS[kind]); }, SILENT);
}
