/* The server ends an idle session. The page leaves in time, so that nothing stays on the screen, and ends the session
   itself as it does. Typing counts as use, in any page that the person has open, and so does an upload that moves. */

const CHECK_EVERY = 2000;
/* when the person last used any page in this browser */
const LAST_USE = 'last-use';
/* no other request of a page counts as use of the session */
const USE = { 'Consilium-Use': 'true' };
const USES = ['input', 'keydown', 'pointerdown', 'upload-moved'];

/**
 * The next step: 'leave' when the session is over, 'touch' when the server has to learn of recent use, otherwise ''.
 * All times are in milliseconds.
 */
export function due(now, lastUse, lastTouch, idle) {
  if (now - lastUse > idle) {
    return 'leave';
  }
  return lastUse > lastTouch && now - lastTouch > Math.min(60 * 1000, idle / 3) ? 'touch' : '';
}

/** Whether the session goes on because the person uses any page, which tells the server of that itself. */
export function isInUse(now, lastUseOfAny, idle) {
  return now - lastUseOfAny <= idle;
}

/** Ends the session and leads to the sign-in page, and from there back to this one. */
export function leave(site) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  form.hidden = true;
  form.append(
    hidden('shown-to', site.dataset.account), hidden('ended', 'true'),
    hidden('continue', location.pathname + location.search));
  document.body.replaceChildren(form); /* nothing stays on the screen, however long the answer takes */
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
  const watch = setInterval(() => {
    const step = due(Date.now(), lastUse, lastTouch, seconds * 1000);
    const lastUseOfAny = Number(localStorage.getItem(LAST_USE));
    if (step === 'leave' && !isInUse(Date.now(), lastUseOfAny, seconds * 1000)) {
      clearInterval(watch);
      document.dispatchEvent(new CustomEvent('visit-ended'));
    } else if (step === 'touch') {
      lastTouch = Date.now();
      fetch('/privacy-notice', { method: 'HEAD', headers: USE });
    }
  }, CHECK_EVERY);
}
