/* The server ends an idle session. The page leaves in time, so that nothing stays on the screen. Typing counts as
   use, and so does an upload that moves. */

const CHECK_EVERY = 2000;
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

export function leave() {
  location.replace('/sign-in?ended=true&continue=' + encodeURIComponent(location.pathname + location.search));
}

/** Watches a session that ends after this many idle seconds; 0 if no one is signed in. */
export function endWhenIdle(seconds) {
  if (!seconds) {
    return;
  }
  let lastUse = Date.now();
  let lastTouch = Date.now();
  USES.forEach(kind => document.addEventListener(kind, () => { lastUse = Date.now(); }, { passive: true }));
  setInterval(() => {
    const step = due(Date.now(), lastUse, lastTouch, seconds * 1000);
    if (step === 'leave') {
      document.dispatchEvent(new CustomEvent('visit-ended'));
    } else if (step === 'touch') {
      lastTouch = Date.now();
      fetch('/privacy-notice', { method: 'HEAD' });
    }
  }, CHECK_EVERY);
}
