/* Arithmetic of an upload in parts: which parts are missing, how long each is, and how long to wait after an error. */

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30 * 1000;

/** The indexes (from 0) of the parts that the store does not have; a ticket counts them from 1. */
export function missingParts(ticket) {
  const there = new Set(ticket.there);
  return ticket.ends.map((end, place) => place).filter(place => !there.has(place + 1));
}

/** The range of a part in the file: the last part is shorter. */
export function partRange(ticket, place, size) {
  const from = place * ticket.part;
  return { from, to: Math.min(from + ticket.part, size) };
}

/** Counts the bytes that have arrived: those of earlier attempts, and those of parts in progress. */
export class Progress {
  #bytes = new Map();
  #ticket;
  #size;

  constructor(ticket, size) {
    this.#ticket = ticket;
    this.#size = size;
    ticket.there.forEach(number => this.complete(number - 1));
  }

  partial(place, bytes) {
    this.#bytes.set(place, bytes);
  }

  complete(place) {
    const { from, to } = partRange(this.#ticket, place, this.#size);
    this.#bytes.set(place, to - from);
  }

  total() {
    return Array.from(this.#bytes.values()).reduce((sum, bytes) => sum + bytes, 0);
  }
}

/** How long to wait before a retry: twice as long each time, with jitter, so that clients do not retry all at once. */
export function retryWait(failures, random = Math.random()) {
  return Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT) * (0.5 + random / 2);
}
