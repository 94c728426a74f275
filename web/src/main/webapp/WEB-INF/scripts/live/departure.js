/* Knows whether this page is about to be left: from then on, no update may get in the way of the next page. */

/* a submitted form leads to another page; if it has not after this time, it was stopped */
const SUBMITTING = 30 * 1000;

export class Departure {
  #submittedAt = -Infinity;
  isLeaving = false;

  submitted(now = Date.now()) {
    this.#submittedAt = now;
  }

  isUnderWay(now = Date.now()) {
    return this.isLeaving || now - this.#submittedAt < SUBMITTING;
  }

  /** Listens to the page. The window gets the event last, after every listener that may have stopped the form. */
  watch(target) {
    target.addEventListener('pagehide', () => { this.isLeaving = true; });
    target.addEventListener('submit', event => {
      if (!event.defaultPrevented) {
        this.submitted();
      }
    });
  }
}
