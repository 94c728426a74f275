/* What every page does beyond HTML: keeps drafts, counts characters, confirms destructive actions, leaves in time. */
import { bring, carryAlong } from './form/carry.js';
import { countDown } from './form/counter.js';
import { forgetDrafts, keepDraft, promiseDraft, restartDrafts } from './form/drafts.js';
import { stayOnEnter } from './form/enter.js';
import { checkFirst } from './form/first-check.js';
import { growWithText } from './form/growth.js';
import { guard } from './form/guard.js';
import { enlargeOnClick } from './photo/enlarge.js';
import { renewLinks } from './photo/links.js';
import { endWhenIdle, leave } from './visit/idle.js';
import { tellZone } from './visit/zone.js';

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
/* the page that answers a form becomes an entry of its own: reloading it does not send the form again */
history.replaceState(history.state, '', location.href);
document.querySelectorAll('form[data-draft]').forEach(form => {
  keepDraft(site, form);
  stayOnEnter(form);
});
document.querySelectorAll('[data-kept]').forEach(words => promiseDraft(site, words));
document.querySelectorAll('textarea[data-most]').forEach(countDown);
document.querySelectorAll('textarea').forEach(growWithText);
document.querySelectorAll('form').forEach(guard);
bring(document, sessionStorage);
document.querySelectorAll('a[hreflang]').forEach(link => carryAlong(link, document, sessionStorage));
renewLinks(document);
enlargeOnClick(document.querySelector('dialog.zoom'));
document.querySelectorAll('form').forEach(checkFirst);
document.getElementById('errors')?.focus();
endWhenIdle(Number(site.dataset.idle));
tellZone(site);
