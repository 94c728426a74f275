/* The server ends an idle session. The page leaves in time, so that nothing stays on the screen, and ends the session
   itself as it does. Typing counts as use, in any page that the person has open. */

const CHECK_EVERY = 2000;
/* when the person last used any page in this browser */
const LAST_USE = 'last-use';
/* no other request of a page counts as use of the session */
const USE = { 'Consilium-Use': 'true' };
const USES = ['input', 'keydown', 'pointerdown'];

/**
 * The next step: 'leave' when the session is over, 'touch' when the server has to learn of recent use, otherwise ''.
 * All times are in milliseconds; the last is that of the last use of any page, each of which tells the server of its own.
 */
export function due(now, lastUse, lastTouch, idle, lastUseOfAny = 0) {
  if (now - Math.max(lastUse, lastUseOfAny) > idle) {
    return 'leave';
  }
  return lastUse > lastTouch && now - lastTouch > Math.min(60 * 1000, idle / 3) ? 'touch' : '';
}

/** Ends the session and leads to the sign-in page, and from there back to this one. */
export function leave(site) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  form.hidden = true;
  form.append(
    hidden('shown-to', site.dataset.account), hidden('ended', 'true'), hidden('continue', location.pathname));
  document.body.append(form);
  form.submit();
}

function hidden(name, value) {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}

/** Watches a session that ends after this many idle seconds; 0 if no one is signed in. */
export function endWhenIdle(seconds) {
  if (!seconds) {
    return;
  }
  let lastUse = Date.now();
  let lastTouch = Date.now();
  const use = () => {
    lastUse = Date.now();
    localStorage.setItem(LAST_USE, String(lastUse));
  };
  use();
  USES.forEach(kind => document.addEventListener(kind, use, { passive: true }));
  setInterval(() => {
    const step = due(Date.now(), lastUse, lastTouch, seconds * 1000, Number(localStorage.getItem(LAST_USE)));
    if (step === 'leave') {
      document.dispatchEvent(new CustomEvent('visit-ended'));
    } else if (step === 'touch') {
      lastTouch = Date.now();
      fetch('/privacy-notice', { method: 'HEAD', headers: USE });
    }
  }, CHECK_EVERY);
}
