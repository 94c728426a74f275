/* The keys of a stage that has the focus. Combinations with Ctrl, Meta or Alt belong to the browser. */

const PIXELS = 60;
const MOVES = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const ZOOMS = { '+': 1, '=': 1, '-': -1 };

/** One press of a zoom key or button. */
export const ZOOM_STEP = 1.5;

export function listenToKeys(view, annotations, rotate) {
  view.stage.addEventListener('keydown', event => {
    const isForBrowser = event.ctrlKey || event.metaKey || event.altKey;
    const action = actionOf(event.key, view, annotations, rotate);
    if (action && !isForBrowser) {
      event.preventDefault();
      action();
    }
  });
}

/** The action of a key, or null. */
export function actionOf(key, view, annotations, rotate) {
  if (MOVES[key] && view.canMove) {
    return () => view.moveBy(MOVES[key][0] * PIXELS, MOVES[key][1] * PIXELS);
  }
  if (key === 'Enter' && annotations?.hasTool) {
    return () => annotations.put(view.center);
  }
  if (ZOOMS[key]) {
    return () => view.zoomBy(ZOOM_STEP ** ZOOMS[key]);
  }
  if (key === '0') {
    return () => view.fit();
  }
  return key.toLowerCase() === 'r' ? () => rotate(1) : null;
}
