/* Runs steps one after another: only one photo at a time is completely in memory, because twenty would be too much for
   a phone. */

let last = Promise.resolve();

/** Starts the step once all earlier ones have ended; resolves to its result. */
export function inTurn(step) {
  const result = last.then(step);
  last = result.catch(() => { /* reported to the caller of this step */ });
  return result;
}
