/* A click sends a form once, and a destructive button asks first. */
import { text } from '../texts.js';

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
      form.dataset.sent = 'true';
      button.setAttribute('aria-busy', 'true');
      button.textContent = text('field.sending');
    }
  });
}
