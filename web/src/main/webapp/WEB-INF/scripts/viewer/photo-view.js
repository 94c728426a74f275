/* One photo on its stage, which can be zoomed, rotated, moved, and brightened. */
import { Projection } from './projection.js';

export class PhotoView {
  #pane;
  #image;
  #size;
  #onChange;
  #projection = new Projection();
  #levels = '';
  #whole;

  /** @param onChange called with this view whenever it looks different */
  constructor(pane, onChange) {
    this.#pane = pane;
    this.#onChange = onChange;
    this.stage = pane.querySelector('.stage');
    this.#image = this.stage.querySelector('img');
    this.#whole = pane.dataset.full ? null : Promise.resolve();
    this.#image.addEventListener('load', () => this.#begin());
    this.#begin();
    new ResizeObserver(() => this.#measure()).observe(this.stage);
  }

  get zoom() {
    return this.#projection.zoom;
  }

  get ratio() {
    return this.#size.height / this.#size.width;
  }

  get center() {
    return this.#projection.center;
  }

  get isLoading() {
    return this.stage.classList.contains('loading');
  }

  get isZoomed() {
    return this.zoom > 1;
  }

  get canMove() {
    return this.#projection.beyond || this.isZoomed;
  }

  toStage(point) {
    return this.#projection.toStage(point);
  }

  toPhoto(point) {
    return this.#projection.toPhoto(point);
  }

  pointOf(event) {
    const box = this.stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  zoomBy(factor, to, from) {
    this.#projection.zoomBy(factor, to, from);
    this.#show();
  }

  moveBy(x, y) {
    this.#projection.moveBy(x, y);
    this.#show();
  }

  fit() {
    this.zoomBy(0);
  }

  rotate(quarters) {
    this.#projection.rotate(quarters);
    this.fit();
  }

  reset() {
    this.rotate(-this.#projection.turns);
  }

  /** Looks at the same place of its photo as another view. */
  follow(other) {
    this.#projection.zoom = other.#projection.zoom;
    this.#projection.middle = other.#projection.middle;
    this.#show();
  }

  setLevels(brightness, contrast) {
    const isAsTaken = Number(brightness) === 100 && Number(contrast) === 100;
    this.#levels = isAsTaken ? '' : `brightness(${brightness}%) contrast(${contrast}%)`;
    this.#show();
  }

  allowBeyond(allowed) {
    this.#projection.beyond = allowed;
    this.#show();
  }

  /** Shows one pixel of the photo per pixel of the screen. */
  async showPixels() {
    await this.#load();
    this.zoomBy(this.#image.naturalWidth / (this.#projection.size.width * window.devicePixelRatio) / this.zoom);
  }

  #begin() {
    const image = this.#image;
    image.draggable = false;
    this.#size = {
      width: image.naturalWidth || Number(image.getAttribute('width')) || 4,
      height: image.naturalHeight || Number(image.getAttribute('height')) || 3
    };
    this.#measure();
  }

  #measure() {
    this.#projection.measure(this.#size, { width: this.stage.clientWidth, height: this.stage.clientHeight });
    this.#show();
  }

  #show() {
    const projection = this.#projection;
    projection.limit();
    const { width, height } = projection.size;
    const { x, y } = projection.offset;
    Object.assign(this.#image.style, {
      width: width + 'px',
      height: height + 'px',
      transform: [
        `translate(${x}px, ${y}px)`, `rotate(${projection.turns * 90}deg)`, `scale(${this.zoom})`,
        'translate(-50%, -50%)'
      ].join(' '),
      filter: this.#levels
    });
    this.stage.classList.toggle('zoomed', this.isZoomed);
    if (this.isZoomed && width * this.zoom * window.devicePixelRatio > this.#image.naturalWidth) {
      this.#load();
    }
    this.#onChange(this);
  }

  /* Loads the photo with all its pixels, once. If it does not come, the smaller one stays. */
  #load() {
    if (!this.#whole && this.#image.naturalWidth) {
      const better = Object.assign(new Image(), {
        alt: this.#image.alt, draggable: false, src: this.#pane.dataset.full
      });
      this.stage.classList.add('loading');
      this.#whole = this.#replaceBy(better);
      this.#onChange(this);
    }
    return this.#whole ?? Promise.resolve();
  }

  async #replaceBy(better) {
    try {
      await better.decode();
      this.#image.replaceWith(better);
      this.#image = better;
    } catch {
      /* as sharp as it gets */
    }
    this.stage.classList.remove('loading');
    this.#show();
  }
}
