/* Sends one photo straight to the object store, in parts. It retries after an error, resumes after a pause, and
   continues where it stopped when the same photo is chosen again. The server only grants permission, and is told
   of the end. */
import { checkUnchanged, describe } from './checksums.js';
import { Patience } from './patience.js';
import { Unreadable } from './reading.js';
import { putPart, Refused, server } from './server.js';
import { inTurn } from './turns.js';
import { missingParts, partRange, Progress } from './upload-plan.js';

const PARTS_AT_ONCE = 3;
const CHECK_EVERY = 3 * 1000;
/* The store refuses parts when a ticket has expired; after this many tickets, there must be another reason. */
const MOST_TICKETS = 5;

export class Upload {
  #file;
  #options;
  #tell;
  #patience;
  #api;
  #running = new Set();
  #id = null;
  #description = null;

  /**
   * @param options consultation (its id, or empty for a new one), partBytes, and withoutMetadata
   * @param tell functions: progress(bytes), waiting(isWaiting), arrived(id), ready(), unreadable(),
   *   refused(message, canRetry)
   * @param api the functions that call the server and the store
   */
  constructor(file, options, tell, api = { ...server, putPart }) {
    this.#file = file;
    this.#options = options;
    this.#tell = tell;
    this.#api = api;
    this.#patience = new Patience(tell.waiting);
  }

  get id() {
    return this.#id;
  }

  get isPaused() {
    return this.#patience.isPaused;
  }

  pause() {
    this.#patience.pause();
    this.#abortParts();
  }

  resume() {
    this.#patience.resume();
  }

  /** The network is back: the next attempt need not wait. */
  hurry() {
    this.#patience.hurry();
  }

  end() {
    this.#patience.end();
    this.#abortParts();
  }

  /** Sends the photo; resolves when it is checked, refused, or the upload was ended. */
  async run() {
    try {
      await this.#check(await this.#send());
      this.#tell.ready();
    } catch (failure) {
      this.#report(failure);
    }
  }

  #report(failure) {
    if (this.#patience.isEnded) {
      return;
    }
    /* the other parts need not be sent */
    this.end();
    if (failure instanceof Unreadable) {
      this.#tell.unreadable();
    } else {
      const isRefused = failure instanceof Refused;
      this.#tell.refused(isRefused ? failure.message : null, !isRefused || failure.canRetry);
    }
  }

  /* Resolves to the photo's state once the server has all parts. */
  async #send() {
    const { partBytes, consultation, withoutMetadata } = this.#options;
    const description = await inTurn(() => describe(this.#file, partBytes, consultation));
    this.#description = { ...description, withoutMetadata };
    for (let tickets = 1; tickets <= MOST_TICKETS;) {
      const ticket = await this.#patience.repeat(() => this.#api.ticket(this.#description));
      this.#id = ticket.id;
      if (await this.#sendParts(ticket)) {
        const state = await this.#patience.repeat(() => this.#api.complete(this.#id));
        if (state.step !== 'INCOMPLETE') {
          return state;
        }
      } else {
        tickets += 1;
      }
    }
    throw new Error('the store refuses the parts');
  }

  /* A message may be sent before its photos are checked. */
  async #check(first) {
    let state = first;
    if (state.step !== 'REFUSED') {
      this.#tell.arrived(this.#id);
    }
    while (state.step === 'CHECKING') {
      await this.#patience.wait(CHECK_EVERY);
      state = await this.#patience.repeat(() => this.#api.state(this.#id));
    }
    if (state.step === 'REFUSED') {
      throw new Refused(state.message, false);
    }
  }

  /* Resolves to false when the store wants another ticket. */
  async #sendParts(ticket) {
    const progress = new Progress(ticket, this.#file.size);
    const queue = missingParts(ticket);
    let isExpired = false;
    this.#tell.progress(progress.total());
    const worker = async () => {
      while (queue.length && !isExpired) {
        const status = await this.#sendPart(ticket, queue.shift(), progress);
        isExpired ||= status !== 200;
      }
    };
    await Promise.all(Array.from({ length: PARTS_AT_ONCE }, worker));
    return !isExpired;
  }

  async #sendPart(ticket, place, progress) {
    const status = await this.#patience.repeat(() => this.#put(ticket, place, progress));
    if (status === 200) {
      progress.complete(place);
      this.#tell.progress(progress.total());
    }
    return status;
  }

  async #put(ticket, place, progress) {
    const { from, to } = partRange(ticket, place, this.#file.size);
    const address = `${ticket.address}?${ticket.query}&${ticket.ends[place]}`;
    const checksum = this.#description.parts[place];
    const part = this.#file.slice(from, to);
    const request = this.#api.putPart(address, checksum, part, bytes => {
      progress.partial(place, bytes);
      this.#tell.progress(progress.total());
    });
    this.#running.add(request);
    try {
      return await this.#judged(request, part, checksum);
    } finally {
      this.#running.delete(request);
    }
  }

  /* A browser does not tell whether the network or the file has failed, so the file is read to find out. */
  async #judged(request, part, checksum) {
    const isInterrupted = () => this.isPaused || this.#patience.isEnded || globalThis.navigator?.onLine === false;
    const [status, failure] = await request.status.then(code => [code, null], error => [0, error]);
    if (status !== 200 && !isInterrupted()) {
      await inTurn(() => checkUnchanged(part, checksum));
    }
    if (failure) {
      throw failure;
    }
    return status;
  }

  #abortParts() {
    this.#running.forEach(request => request.abort());
  }
}
