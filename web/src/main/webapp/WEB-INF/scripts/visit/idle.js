/* The server ends an idle session. The page leaves in time, so that nothing stays on the screen, and ends the session
   itself as it does. Typing counts as use, in any page that the person has open, and so does an upload that moves. */

import { text } from '../texts.js';

const CHECK_EVERY = 2000;
/* long enough to come back, and to find the button with a screen reader (WCAG 2.2, success criterion 2.2.1) */
const WARNING = 2 * 60 * 1000;
/* when the person last used any page in this browser */
const LAST_USE = 'last-use';
/* no other request of a page counts as use of the session */
const USE = { 'Consilium-Use': 'true' };
const USES = ['input', 'keydown', 'pointerdown', 'upload-moved'];
const ENDING = 'ending';
/* milliseconds that the end of a session waits for drafts at most */
const LONGEST_SAVE = 2000;

/**
 * The next step: 'leave' when the session is over, 'warn' shortly before, 'touch' when the server has to learn of use
 * of this page, otherwise ''. All times are in milliseconds.
 *
 * @param last when the person last used this page, and any page, and when the server last learned of it
 */
export function due(now, last, idle) {
  const unused = now - Math.max(last.use, last.useOfAny);
  if (unused > idle) {
    return 'leave';
  }
  if (unused > idle - Math.min(WARNING, idle / 3)) {
    return 'warn';
  }
  return last.use > last.touch && now - last.touch > Math.min(60 * 1000, idle / 3) ? 'touch' : '';
}

/* The saves of drafts that the forms of the page begin, or have not finished. */
function saves() {
  const begun = [];
  document.dispatchEvent(new CustomEvent('save-drafts', { detail: begun }));
  return begun.filter(Boolean);
}

function inTime(begun) {
  return Promise.race([Promise.allSettled(begun), new Promise(resolve => { setTimeout(resolve, LONGEST_SAVE); })]);
}

/** Saves the drafts of the page before this form ends the session. */
export function saveFirst(form) {
  let isSaved = false;
  const send = () => {
    isSaved = true;
    /* an event of its own tells everybody that the page is being left */
    form.requestSubmit();
    isSaved = false;
  };
  form.addEventListener('submit', async event => {
    const begun = isSaved ? [] : saves();
    if (begun.length) {
      event.preventDefault();
      await inTime(begun);
      /* a form ignores this as long as its event lasts, which a promise does not wait for */
      setTimeout(send);
    }
  });
}

/** Ends the session and leads to the sign-in page, and from there back to this one. */
export async function leave(site) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  form.hidden = true;
  form.append(
    hidden('shown-to', site.dataset.account), hidden('ended', 'true'),
    hidden('continue', location.pathname + location.search));
  document.body.replaceChildren(form); /* nothing stays on the screen, however long the answer takes */
  const begun = saves();
  if (begun.length) {
    await inTime(begun);
  }
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
  const last = { use: Date.now(), useOfAny: 0, touch: Date.now() };
  const use = () => {
    last.use = Date.now();
    localStorage.setItem(LAST_USE, String(last.use));
  };
  use();
  USES.forEach(kind => document.addEventListener(kind, use, { passive: true }));
  const watch = setInterval(() => {
    last.useOfAny = Number(localStorage.getItem(LAST_USE));
    const step = due(Date.now(), last, seconds * 1000);
    warn(document, step === 'warn', use);
    if (step === 'leave') {
      clearInterval(watch);
      document.dispatchEvent(new CustomEvent('visit-ended'));
    } else if (step === 'touch') {
      last.touch = Date.now();
      fetch('/privacy-notice', { method: 'HEAD', headers: USE });
    }
  }, CHECK_EVERY);
}

/**
 * Shows that the session ends soon, which a screen reader speaks, or hides it. Its button is a use of the page, in
 * whichever way it is pressed.
 */
export function warn(page, isDue, use) {
  const shown = page.getElementById(ENDING);
  if (!isDue) {
    shown?.remove();
  } else if (!shown) {
    page.body.append(warning(page, use));
  }
}

function warning(page, use) {
  const stay = Object.assign(page.createElement('button'), { type: 'button', className: 'primary' });
  stay.textContent = text('site.ending.stay');
  stay.addEventListener('click', () => {
    use();
    warn(page, false, use);
  });
  const words = page.createElement('p');
  words.textContent = text('site.ending');
  const box = Object.assign(page.createElement('div'), { id: ENDING, className: 'ending card' });
  box.setAttribute('role', 'alert');
  box.append(words, stay);
  return box;
}
