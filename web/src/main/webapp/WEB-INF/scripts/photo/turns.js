/* Runs steps one after the other: only one photo at a time is held in memory as a whole, because twenty would be too
   much for a phone. */

let last = Promise.resolve();

/** Starts the step when all before it have ended; resolves to its result. */
export function inTurn(step) {
  const result = last.then(step);
  last = result.catch(() => { /* reported to the caller of this step */ });
  return result;
}
