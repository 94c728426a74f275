/* Knows whether this page is about to be left: then nothing that it finds out may overtake its destination. */

/* a submitted form leads to another page; one that has led nowhere for so long was stopped */
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

  /** Listens to the page. The window hears of a form last, after all that may have stopped it. */
  watch(target) {
    target.addEventListener('pagehide', () => { this.isLeaving = true; });
    target.addEventListener('submit', event => {
      if (!event.defaultPrevented) {
        this.submitted();
      }
    });
  }
}
