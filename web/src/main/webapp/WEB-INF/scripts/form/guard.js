/* A click sends a form once, and a destructive button asks first. */
import { text } from '../texts.js';

/* Longer than a double click. Whoever presses again later has stopped the browser, or waits in vain. */
const PATIENCE = 5000;

export function guard(form) {
  form.addEventListener('submit', event => {
    const button = event.submitter;
    if (event.defaultPrevented) {
      return;
    }
    const question = button?.dataset.ask;
    if (form.dataset.sent || (question && !window.confirm(question + '?'))) {
      event.preventDefault();
    } else if (button?.dataset.busy) {
      begin(form, button);
    }
  });
}

/* No event tells that the reader has stopped the browser in every one of them: after a while, the form can be sent
   again. Its key is the same, so that the server finds out if the first attempt has arrived. */
function begin(form, button) {
  const label = button.textContent;
  form.dataset.sent = 'true';
  button.setAttribute('aria-busy', 'true');
  button.textContent = text('field.sending');
  const end = () => {
    clearTimeout(timer);
    window.navigation?.removeEventListener('navigateerror', end);
    delete form.dataset.sent;
    button.removeAttribute('aria-busy');
    button.textContent = label;
  };
  const timer = setTimeout(end, PATIENCE);
  window.navigation?.addEventListener('navigateerror', end);
}
