/* What every page does beyond HTML: keeps drafts, counts characters, confirms destructive actions, leaves in time. */
import { countDown } from './form/counter.js';
import { forgetDrafts, keepDraft, promiseDraft, restartDrafts } from './form/drafts.js';
import { growWithText } from './form/growth.js';
import { guard } from './form/guard.js';
import { enlargeOnClick } from './photo/enlarge.js';
import { endWhenIdle, leave } from './visit/idle.js';

const site = document.getElementById('site');

/* A page that the back button restores may belong to a session that has ended. */
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});
document.addEventListener('visit-ended', () => {
  restartDrafts();
  leave(site);
});
document.addEventListener('visit-changed', () => document.body.replaceChildren());

forgetDrafts(site);
document.querySelectorAll('form[data-draft]').forEach(form => keepDraft(site, form));
document.querySelectorAll('[data-kept]').forEach(words => promiseDraft(site, words));
document.querySelectorAll('textarea[data-most]').forEach(countDown);
document.querySelectorAll('textarea').forEach(growWithText);
document.querySelectorAll('form').forEach(guard);
enlargeOnClick(document.querySelector('dialog.zoom'));
document.querySelector('.error-list, [aria-invalid="true"]')?.focus();
endWhenIdle(Number(site.dataset.idle));
