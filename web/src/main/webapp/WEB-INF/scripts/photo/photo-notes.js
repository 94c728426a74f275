/* The sender's notes about each photo: what it shows, and where on the body that is. The form carries them as JSON, by
   the ids of the photos. */
import { element } from '../dom.js';
import { text } from '../texts.js';
import { BodyMap } from './body-map.js';

let count = 0;

/** The notes that a form carries; none if they cannot be read. */
export function parseNotes(json) {
  try {
    return JSON.parse(json || '{}');
  } catch {
    return {};
  }
}

/** One note, or null if it says nothing. */
export function noteOf(description, pin) {
  const words = description.trim();
  return words || pin ? { ...pin, ...(words && { text: words }) } : null;
}

export class PhotoNotes {
  #field;
  #list;
  #input;
  #maps = new WeakMap();
  #recalled = {};

  constructor(field, list) {
    this.#field = field;
    this.#list = list;
    this.#input = field.querySelector('input[id$="photo-notes"]');
    /* without scripts one text stands for all photos of the form */
    field.querySelectorAll('.without-scripts').forEach(single => single.remove());
  }

  /** Reads the notes that the form carries, after an error or from a draft. */
  recall() {
    this.#recalled = parseNotes(this.#input.value);
  }

  /** Adds the fields for a note to a photo's item of the list, with a note that is known already. */
  attach(item, name, note = null) {
    const known = note ?? this.#recalled[item.dataset.id] ?? {};
    const pin = known.side ? { side: known.side, x: known.x, y: known.y } : null;
    const { bodyFront, bodyBack } = this.#field.dataset;
    const map = new BodyMap(name, { FRONT: bodyFront, BACK: bodyBack }, pin, () => this.#changed());
    this.#maps.set(item, map);
    const box = element('div', 'note');
    box.append(this.#description(name, known.text ?? ''), map.element());
    item.append(box);
  }

  /** The note in a photo's item, or null. */
  of(item) {
    return noteOf(item.querySelector('.note input').value, this.#maps.get(item).pin);
  }

  /** Writes the notes into the form. A photo has an id once it is being sent. */
  write() {
    const notes = {};
    this.#list.querySelectorAll('[data-id]').forEach(item => {
      const note = this.of(item);
      if (note) {
        notes[item.dataset.id] = note;
      }
    });
    this.#input.value = JSON.stringify(notes);
  }

  #changed() {
    this.write();
    /* so that the draft has it as well */
    this.#field.closest('form').dispatchEvent(new CustomEvent('photos'));
  }

  #description(name, value) {
    const input = document.createElement('input');
    Object.assign(input, {
      type: 'text', id: 'photo-shows-' + (count += 1), maxLength: Number(this.#field.dataset.mostText), value
    });
    input.setAttribute('aria-label', `${text('image.shows')}: ${name}`);
    input.addEventListener('input', () => this.write());
    const label = element('label', '', text('image.shows'));
    label.htmlFor = input.id;
    const line = document.createElement('p');
    line.append(label, input);
    return line;
  }
}
