/* Pointers and wheel on a stage. Their meaning depends on whether a drawing tool is chosen. */
import { clamp } from '../dom.js';

/* pixels; a resting hand is not quite still */
const STILL = 8;
const CLOSE_UP = 3;
const DOUBLE_WITHIN = 350;
const DOUBLE_APART = 30;
const PIXELS_A_LINE = 16;

/** The zoom of one turn of a wheel. */
export function wheelFactor(delta, isInPixels) {
  return Math.exp(-0.008 * clamp(-40, delta * (isInPixels ? 1 : PIXELS_A_LINE), 40));
}

export function isDoubleTap(before, point, now) {
  return now - before.at < DOUBLE_WITHIN && distance(before, point) < DOUBLE_APART;
}

function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function between(one, other) {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

export class Gestures {
  #view;
  #annotations;
  #pointers = new Map();
  #kind = '';
  #start = null;
  #held = null;
  #lastTap = { at: 0, x: 0, y: 0 };

  /** @param annotations the drawing tools, or null */
  constructor(view, annotations) {
    this.#view = view;
    this.#annotations = annotations;
    const stage = view.stage;
    stage.addEventListener('pointerdown', event => this.#down(event));
    stage.addEventListener('pointermove', event => this.#move(event));
    stage.addEventListener('pointerup', event => this.#up(event));
    stage.addEventListener('pointercancel', event => this.#up(event));
    stage.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    /* one finger may scroll the page, two are for the photo */
    stage.addEventListener('touchstart', event => {
      if (event.touches.length > 1 && event.cancelable) {
        event.preventDefault();
      }
    }, { passive: false });
  }

  #down(event) {
    if (event.button !== 0) {
      return;
    }
    this.#view.stage.setPointerCapture(event.pointerId);
    this.#start = this.#view.pointOf(event);
    this.#pointers.set(event.pointerId, this.#start);
    this.#kind = this.#pointers.size === 1 ? 'tap' : 'pinch';
    if (this.#kind === 'pinch') {
      this.#hold();
      this.#annotations?.cancel();
    }
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = this.#view.pointOf(event);
    if (this.#kind === 'tap' && distance(this.#start, now) <= STILL) {
      return;
    }
    this.#kind = this.#kind === 'tap' ? 'drag' : this.#kind;
    this.#pointers.set(event.pointerId, now);
    if (this.#pointers.size > 1) {
      this.#pinch();
    } else if (this.#kind === 'pinch' || !this.#annotations?.drag(this.#start, now)) {
      this.#view.moveBy(now.x - before.x, now.y - before.y);
    }
  }

  /* The place between the fingers is kept from the start, so that nothing gets lost at the edges. */
  #hold() {
    const [one, other] = this.#pointers.values();
    this.#held = {
      at: this.#view.toPhoto(between(one, other)), zoom: this.#view.zoom / Math.max(1, distance(one, other))
    };
  }

  #pinch() {
    const [one, other] = this.#pointers.values();
    const factor = this.#held.zoom * distance(one, other) / this.#view.zoom;
    this.#view.zoomBy(factor, between(one, other), this.#view.toStage(this.#held.at));
  }

  #up(event) {
    if (!this.#pointers.delete(event.pointerId)) {
      return;
    }
    if (this.#pointers.size > 1) {
      this.#hold();
    }
    if (this.#pointers.size === 0) {
      this.#end(event);
    }
  }

  #end(event) {
    if (event.type === 'pointercancel') {
      this.#kind = '';
      this.#annotations?.cancel();
    } else if (this.#kind === 'tap') {
      this.#tap(this.#view.pointOf(event));
    } else if (this.#kind === 'drag') {
      this.#annotations?.drop();
    }
  }

  #tap(point) {
    if (this.#annotations?.hasTool) {
      this.#annotations.put(point);
      return;
    }
    const isDouble = isDoubleTap(this.#lastTap, point, Date.now());
    this.#lastTap = { at: isDouble ? 0 : Date.now(), x: point.x, y: point.y };
    if (isDouble) {
      this.#view.zoomBy(this.#view.isZoomed ? 0 : CLOSE_UP, point);
    }
  }

  /* The wheel scrolls the page until the photo has the focus, and again when it cannot zoom out further. */
  #wheel(event) {
    const isOut = event.deltaY > 0;
    const isForPage = document.activeElement !== this.#view.stage || (isOut && !this.#view.isZoomed);
    if (event.ctrlKey || !isForPage) {
      event.preventDefault();
      const isInPixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL;
      this.#view.zoomBy(wheelFactor(event.deltaY, isInPixels), this.#view.pointOf(event));
    }
  }
}
