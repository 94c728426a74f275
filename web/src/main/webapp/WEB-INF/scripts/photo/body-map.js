/* Two outlines of the body on which the sender marks where a photo was taken, by pointer or arrow keys. */
import { button, element } from '../dom.js';
import { text } from '../texts.js';
import { moved, percent, pinAt } from './body-pin.js';

const SIDES = { FRONT: 'image.side.FRONT', BACK: 'image.side.BACK' };

let count = 0;

export class BodyMap {
  #name;
  #onChange;
  #pin = null;
  #said = element('span', 'hint');
  #map = element('div', 'body-map');
  #opener;
  #remove;
  #outlines;

  /**
   * @param name the photo's name, for screen readers
   * @param pictures addresses of the outlines, by side
   * @param pin the place that is already marked, or null
   * @param onChange called when the place has changed
   */
  constructor(name, pictures, pin, onChange) {
    this.#name = name;
    this.#onChange = onChange;
    this.#opener = this.#button('quiet', text('image.pin'), () => this.#toggle());
    this.#remove = this.#button('quiet', text('image.unpin'), () => this.#change(null));
    this.#outlines = Object.keys(SIDES).map(side => this.#outline(side, pictures[side]));
    this.#said.setAttribute('role', 'status');
    this.#opener.setAttribute('aria-expanded', 'false');
    this.#map.hidden = true;
    this.#map.append(this.#hint(), ...this.#outlines, this.#remove);
    this.#show(pin);
  }

  get pin() {
    return this.#pin;
  }

  element() {
    const box = document.createElement('div');
    box.append(this.#opener, this.#said, this.#map);
    return box;
  }

  #button(className, label, action) {
    const made = button(className, label, action);
    made.setAttribute('aria-label', `${label}: ${this.#name}`);
    return made;
  }

  #hint() {
    const hint = element('p', 'hint', text('image.pin.hint'));
    hint.id = 'photo-pin-hint-' + (count += 1);
    this.#outlines.forEach(outline => outline.setAttribute('aria-describedby', hint.id));
    return hint;
  }

  #toggle() {
    this.#map.hidden = !this.#map.hidden;
    /* loaded only now: on a slow connection every byte counts */
    this.#map.querySelectorAll('img').forEach(image => { image.src = image.dataset.picture; });
    this.#opener.setAttribute('aria-expanded', String(!this.#map.hidden));
  }

  #outline(side, picture) {
    const image = document.createElement('img');
    Object.assign(image, { alt: '', draggable: false });
    image.dataset.picture = picture;
    const frame = element('span', 'frame');
    frame.append(image);
    const label = text(SIDES[side]);
    const outline = this.#button('outline', label, event => {
      /* a click by keyboard has no position: the pin starts in the middle */
      const box = image.getBoundingClientRect();
      this.#change(event.detail
        ? pinAt(side, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
        : pinAt(side, 0.5, 0.4));
    });
    outline.dataset.side = side;
    outline.replaceChildren(frame, label);
    outline.addEventListener('keydown', event => this.#move(event, side));
    return outline;
  }

  #move(event, side) {
    const pin = this.#pin?.side === side ? moved(this.#pin, event.key) : null;
    if (pin) {
      event.preventDefault();
      this.#change(pin);
    }
  }

  #change(pin) {
    this.#show(pin);
    this.#onChange();
  }

  #show(pin) {
    this.#pin = pin;
    this.#remove.hidden = !pin;
    this.#said.textContent = pin ? described(pin) : '';
    this.#outlines.forEach(outline => {
      outline.querySelector('.pin')?.remove();
      if (pin?.side === outline.dataset.side) {
        outline.querySelector('.frame').append(dot(pin));
      }
    });
  }
}

function dot(pin) {
  const made = element('span', 'pin');
  const { x, y } = percent(pin);
  made.style.left = x + '%';
  made.style.top = y + '%';
  return made;
}

function described(pin) {
  const { x, y } = percent(pin);
  return text('image.pinned', text(SIDES[pin.side]), Math.round(x), Math.round(y));
}
