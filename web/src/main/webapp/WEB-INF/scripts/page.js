/* What every page does beyond HTML: confirms destructive actions, sends a form once, leaves in time. */
import { bring, carryAlong } from './form/carry.js';
import { forgetDrafts, restartDrafts } from './form/drafts.js';
import { guard } from './form/guard.js';
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
document.querySelectorAll('form').forEach(guard);
/* when the page's other scripts watch its fields */
document.addEventListener('DOMContentLoaded', () => bring(document, sessionStorage));
document.querySelectorAll('a[hreflang]').forEach(link => carryAlong(link, document, sessionStorage));
endWhenIdle(Number(site.dataset.idle));
tellZone(site);
