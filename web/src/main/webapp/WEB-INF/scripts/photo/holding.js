/* A form waits for its photos, and is not sent while one of them needs a decision. */
import { text } from '../texts.js';

export class Holding {
  #form;
  #status;
  #first;
  #sender = null;

  /**
   * @param status the element that says why the form is not sent
   * @param first a function that returns the first preview that matches a selector, or null
   */
  constructor(form, status, first) {
    this.#form = form;
    this.#status = status;
    this.#first = first;
    form.addEventListener('submit', event => this.#holdBack(event), true);
  }

  /** Sends a form that has waited, if no photo is being sent any more. */
  release() {
    if (this.#sender && !this.#first('.uploading')) {
      const sender = this.#sender;
      this.#sender = null;
      this.#status.textContent = '';
      this.#form.requestSubmit(sender);
    }
  }

  #holdBack(event) {
    const undecided = this.#first('.refused, .doubtful');
    if (this.#first('.uploading')) {
      this.#sender = event.submitter;
      this.#status.textContent = text('image.waiting');
    } else if (undecided) {
      this.#status.textContent = text(undecided.obstacle);
      undecided.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
