/* The browser offers passkeys in the field for the user name for as long as a request for them is open. */

/* A request is good for five minutes. */
const RENEW_AFTER = 4 * 60 * 1000;

/**
 * Opens, ends, and renews the request.
 *
 * @param ask opens it until a signal ends it; that it fails is no news, as the page has other ways
 * @param now the time in milliseconds
 */
export function autofillOf(ask, now = Date.now) {
  let controller = null;
  let begun = null;
  const stop = () => {
    controller?.abort();
    controller = null;
  };
  const start = () => {
    stop();
    controller = new AbortController();
    begun = now();
    ask(controller.signal).catch(() => {});
  };
  /** Goes on after a stop. */
  const resume = () => {
    if (begun !== null && !controller) {
      start();
    }
  };
  /** Begins again if the request is too old. */
  const renew = () => {
    if (controller && now() - begun > RENEW_AFTER) {
      start();
    }
  };
  return { start, stop, resume, renew };
}
