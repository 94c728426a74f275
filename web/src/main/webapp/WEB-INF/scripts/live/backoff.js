/* How long to wait before the next attempt: longer after each failure, at random, because many pages lose their node at
   once. */

const FIRST = 1000;
const LONGEST = 60 * 1000;

export class Backoff {
  #ceiling = FIRST;

  /** The next wait in milliseconds. */
  next(random = Math.random()) {
    const wait = Math.ceil(this.#ceiling * (0.2 + 0.8 * random));
    this.#ceiling = Math.min(2 * this.#ceiling, LONGEST);
    return wait;
  }

  reset() {
    this.#ceiling = FIRST;
  }
}
