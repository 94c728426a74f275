/* Changes the page without moving the focused element. */

/** Makes a change; the focused element keeps the focus and its place on the screen. */
export function keepingFocus(change) {
  const focused = document.activeElement;
  if (!focused || focused === document.body) {
    change();
    return;
  }
  const link = focused.getAttribute('href');
  const top = focused.getBoundingClientRect().top;
  change();
  if (focused.isConnected) {
    window.scrollBy({ top: focused.getBoundingClientRect().top - top, behavior: 'instant' });
  } else if (link) {
    linkTo(link)?.focus({ preventScroll: true });
  }
}

function linkTo(address) {
  return Array.from(document.querySelectorAll('[data-live] a')).find(other => other.getAttribute('href') === address);
}
