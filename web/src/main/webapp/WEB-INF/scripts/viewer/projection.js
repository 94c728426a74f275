/* The geometry of a photo on its stage: its rotation, zoom, and position. */
import { clamp } from '../dom.js';

const CLOSEST = 12;
const CENTER = { x: 0.5, y: 0.5 };

/* By quarter turns to the right: where a point of the upright photo is in the turned one, and back. */
const TURN = [
  ({ x, y }) => ({ x, y }), ({ x, y }) => ({ x: 1 - y, y: x }),
  ({ x, y }) => ({ x: 1 - x, y: 1 - y }), ({ x, y }) => ({ x: y, y: 1 - x })
];
const TURN_BACK = [TURN[0], TURN[3], TURN[2], TURN[1]];

/**
 * Maps points between stage and photo. Points of the stage are pixels from its upper left corner; points of the photo
 * are fractions of its width and height before it was turned. The middle of the view is a fraction of the photo as it
 * is turned now, so that two photos taken differently move together once they look alike.
 */
export class Projection {
  zoom = 1;
  turns = 0;
  middle = CENTER;
  /** Whether every point of the photo may be moved to the middle of the stage, as drawing needs it. */
  beyond = false;
  #photo = { width: 4, height: 3 };
  #stage = { width: 0, height: 0 };
  #fitted = { width: 0, height: 0 };

  /** Takes the sizes of photo and stage in pixels. */
  measure(photo, stage) {
    this.#photo = photo;
    this.#stage = stage;
    const width = this.isUpright ? photo.width : photo.height;
    const height = this.isUpright ? photo.height : photo.width;
    const scale = Math.min(stage.width / width, stage.height / height);
    this.#fitted = { width: width * scale, height: height * scale };
  }

  get isUpright() {
    return this.turns % 2 === 0;
  }

  /** The size in pixels at which the upright photo fits the stage. */
  get size() {
    const { width, height } = this.#fitted;
    return this.isUpright ? { width, height } : { width: height, height: width };
  }

  get center() {
    return { x: this.#stage.width / 2, y: this.#stage.height / 2 };
  }

  /** How far the photo is moved from the center of the stage, in pixels. */
  get offset() {
    return {
      x: (0.5 - this.middle.x) * this.#fitted.width * this.zoom,
      y: (0.5 - this.middle.y) * this.#fitted.height * this.zoom
    };
  }

  rotate(quarters) {
    this.turns = (this.turns + quarters + 4) % 4;
    this.measure(this.#photo, this.#stage);
  }

  /** Zooms so that the photo's point at "from" on the stage comes to "to"; by default, the point at "to" stays. */
  zoomBy(factor, to = this.center, from = to) {
    const wanted = clamp(1, this.zoom * factor, CLOSEST);
    /* zooming in and out again is not quite exact */
    const next = wanted < 1.001 ? 1 : wanted;
    const before = this.#aside(from);
    const after = this.#aside(to);
    this.middle = next === 1 ? CENTER : {
      x: this.middle.x + before.x / this.zoom - after.x / next,
      y: this.middle.y + before.y / this.zoom - after.y / next
    };
    this.zoom = next;
  }

  /** Moves by pixels of the stage. */
  moveBy(x, y) {
    this.middle = {
      x: this.middle.x - x / (this.#fitted.width * this.zoom),
      y: this.middle.y - y / (this.#fitted.height * this.zoom)
    };
  }

  /** Keeps the stage covered by the photo, as far as the photo is large enough. */
  limit() {
    this.middle = {
      x: this.#limited(this.middle.x, this.#fitted.width * this.zoom, this.#stage.width),
      y: this.#limited(this.middle.y, this.#fitted.height * this.zoom, this.#stage.height)
    };
  }

  /** A point of the stage; "right" says whether it is in the right half of the photo as it is turned. */
  toStage(point) {
    const turned = TURN[this.turns](point);
    return {
      x: this.#stage.width / 2 + (turned.x - this.middle.x) * this.#fitted.width * this.zoom,
      y: this.#stage.height / 2 + (turned.y - this.middle.y) * this.#fitted.height * this.zoom,
      right: turned.x > 0.5
    };
  }

  toPhoto(point) {
    const aside = this.#aside(point);
    return TURN_BACK[this.turns]({ x: this.middle.x + aside.x / this.zoom, y: this.middle.y + aside.y / this.zoom });
  }

  /* How far from the center of the stage, in fractions of the fitted photo. */
  #aside(point) {
    return {
      x: (point.x - this.#stage.width / 2) / this.#fitted.width,
      y: (point.y - this.#stage.height / 2) / this.#fitted.height
    };
  }

  #limited(value, length, room) {
    if (this.beyond) {
      return clamp(0, value, 1);
    }
    return length <= room ? 0.5 : clamp(room / 2 / length, value, 1 - room / 2 / length);
  }
}
