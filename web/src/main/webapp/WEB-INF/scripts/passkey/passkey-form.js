/* Forms that are sent with the answer of a passkey: the button asks the browser, and then sends the form. */
import { text } from '../texts.js';
import { autofillOf } from './autofill.js';
import { createPasskey, getPasskey, passkeysFillIn, passkeysWork } from './passkeys.js';

const CHECK_EVERY = 10 * 1000;

/** What to ask the browser for: from the page, or from the server, where the page may have been open for long. */
export async function requested({ from, options }) {
  if (options) {
    return { token: '', options };
  }
  const response = await fetch(from, { method: 'POST' });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return response.json();
}

/** The key of the text that tells why there is no answer. */
export function reasonOf(failure) {
  return failure.name === 'InvalidStateError' ? 'account.passkey.exists' : 'account.passkey.failed';
}

/** Sends the form as its button does. */
export function send(button, values) {
  Object.entries(values).forEach(([name, value]) => {
    button.form.querySelector(`input[type="hidden"][id$=":${name}"]`).value = value;
  });
  button.dataset.answered = 'true';
  button.click();
  delete button.dataset.answered;
}

/** A function that asks the browser, sends the form, and, unless it is silent, tells why there is no answer. */
function asking(button, autofill) {
  const error = button.form.querySelector('[data-passkey-error]');
  const ask = button.dataset.passkey === 'create' ? createPasskey : getPasskey;
  const show = message => {
    error.textContent = message;
    error.hidden = message === '';
  };
  let isAsking = false;
  return async ({ isSilent = false } = {}) => {
    if (isAsking) {
      return;
    }
    isAsking = true;
    show('');
    autofill.stop();
    try {
      const { token, options } = await requested(button.dataset);
      send(button, { token, answer: await ask(options) });
    } catch (failure) {
      show(isSilent ? '' : text(reasonOf(failure)));
      autofill.resume();
    }
    isAsking = false;
  };
}

function autofillBy(button) {
  const autofill = autofillOf(async signal => {
    const { token, options } = await requested(button.dataset);
    if (!signal.aborted) {
      send(button, { token, answer: await getPasskey(options, { conditional: true, signal }) });
    }
  });
  document.addEventListener('submit', autofill.stop);
  setInterval(() => document.visibilityState === 'visible' && autofill.renew(), CHECK_EVERY);
  return autofill;
}

async function prepare(button) {
  const autofill = autofillBy(button);
  const ask = asking(button, autofill);
  button.addEventListener('click', event => {
    if (!button.dataset.answered) {
      event.preventDefault();
      ask();
    }
  });
  button.form.querySelectorAll('[data-without-passkeys]').forEach(words => { words.hidden = true; });
  button.hidden = false;
  if (button.dataset.options) {
    /* some browsers ask only after a click on this very page */
    ask({ isSilent: true });
  }
  if (button.dataset.fills && await passkeysFillIn()) {
    autofill.start();
  }
}

if (globalThis.document && passkeysWork()) {
  document.querySelectorAll('button[data-passkey]').forEach(prepare);
}
