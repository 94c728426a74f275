/* What every page does beyond HTML: confirms destructive actions, sends a form once, leaves in time. */
import { bring, carryAlong } from './form/carry.js';
import { KEPT } from './form/fields.js';
import { guard } from './form/guard.js';
import { endWhenIdle, leave, saveFirst } from './visit/idle.js';
import { tellZone } from './visit/zone.js';

const site = document.getElementById('site');

/* A page that the back button restores may belong to a session that has ended. */
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});
document.addEventListener('visit-ended', () => leave(site));
document.addEventListener('visit-changed', () => document.body.replaceChildren());

/* a confirmation is not part of the page's address */
if (site.dataset.done) {
  const shown = new URL(location.href);
  shown.searchParams.delete('done');
  history.replaceState(null, '', shown);
}
/* another page is open now, unless it leads back */
if (site.dataset.account && !document.querySelector('[data-kept]')) {
  sessionStorage.removeItem(KEPT);
}
document.querySelectorAll('form.who').forEach(saveFirst);
/* the page that answers a form becomes an entry of its own: reloading it does not send the form again */
history.replaceState(history.state, '', location.href);
document.querySelectorAll('form').forEach(guard);
/* when the page's other scripts watch its fields */
document.addEventListener('DOMContentLoaded', () => bring(document, sessionStorage));
document.querySelectorAll('a[hreflang]').forEach(link => carryAlong(link, document, sessionStorage));
endWhenIdle(Number(site.dataset.idle));
tellZone(site);
