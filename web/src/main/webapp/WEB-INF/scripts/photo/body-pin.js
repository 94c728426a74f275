/* A place on an outline of the body: its front or back, and thousandths of the outline's width and height. */
import { clamp } from '../dom.js';

const SCALE = 1000;
const STEP = 20;
/* an outline is twice as high as it is wide */
const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP / 2], ArrowDown: [0, STEP / 2] };

/** A pin at fractions of an outline's width and height. */
export function pinAt(side, x, y) {
  return { side, x: limited(x * SCALE), y: limited(y * SCALE) };
}

/** The pin after a key was pressed, or null if the key does not move it. */
export function moved(pin, key) {
  const move = MOVES[key];
  return move ? { side: pin.side, x: limited(pin.x + move[0]), y: limited(pin.y + move[1]) } : null;
}

/** The position of a pin, in percent of the outline. */
export function percent(pin) {
  return { x: pin.x / SCALE * 100, y: pin.y / SCALE * 100 };
}

function limited(value) {
  return clamp(0, Math.round(value), SCALE);
}
