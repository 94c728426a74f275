/* Repeats a step until there is an answer. It waits while the person has paused or the network is gone. */
import { Unreadable } from './reading.js';
import { Refused } from './server.js';
import { retryWait } from './upload-plan.js';

export class Patience {
  #paused = false;
  #ended = false;
  #sleepers = new Set();
  #onWaiting;

  /** @param onWaiting called with true when a step has to be repeated, and with false when it has succeeded */
  constructor(onWaiting) {
    this.#onWaiting = onWaiting;
  }

  get isPaused() {
    return this.#paused;
  }

  get isEnded() {
    return this.#ended;
  }

  pause() {
    this.#paused = true;
  }

  resume() {
    this.#paused = false;
    this.hurry();
  }

  end() {
    this.#ended = true;
    this.hurry();
  }

  /** Ends all waiting, for example when the network is back. */
  hurry() {
    this.#sleepers.forEach(wake => wake());
  }

  /** Resolves to what the step resolves to; rejects when it is refused, the file cannot be read,
      or the upload has ended. */
  async repeat(step) {
    for (let failures = 0; ; failures += 1) {
      await this.#allowed();
      try {
        const answer = await step();
        this.#onWaiting(false);
        return answer;
      } catch (failure) {
        if (failure instanceof Refused || failure instanceof Unreadable) {
          throw failure;
        }
        await this.#afterFailure(failures);
      }
    }
  }

  /** Resolves when the time is up, the person resumes, or the network is back. */
  wait(millis) {
    return new Promise(resolve => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = millis === Infinity ? undefined : setTimeout(wake, millis);
      this.#sleepers.add(wake);
    });
  }

  async #allowed() {
    while (this.#paused && !this.#ended) {
      await this.wait(Infinity);
    }
    if (this.#ended) {
      throw new Error('ended');
    }
  }

  async #afterFailure(failures) {
    if (!this.#paused && !this.#ended) {
      this.#onWaiting(true);
      await this.wait(retryWait(failures));
    }
  }
}
