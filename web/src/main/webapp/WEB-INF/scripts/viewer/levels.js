/* Brightness and contrast, which make faint borders visible. */
import { element } from '../dom.js';

export class Levels {
  #fields = [];
  #onChange;

  /** @param onChange called with brightness and contrast, in percent */
  constructor(labels, onChange) {
    this.#onChange = onChange;
    this.labels = labels.map(words => this.#field(words));
  }

  reset() {
    this.#fields.forEach(field => { field.value = 100; });
    this.#tell();
  }

  #field(words) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'range', min: 50, max: 200, step: 5, value: 100 });
    field.setAttribute('aria-valuetext', '100 %');
    field.addEventListener('input', () => this.#tell());
    this.#fields.push(field);
    const label = element('label', 'level', words);
    label.append(field);
    return label;
  }

  #tell() {
    this.#fields.forEach(field => field.setAttribute('aria-valuetext', `${field.value} %`));
    this.#onChange(...this.#fields.map(field => field.value));
  }
}
