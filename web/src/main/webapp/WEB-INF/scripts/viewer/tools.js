/* The toolbar above a photo. */
import { button, element, svg } from '../dom.js';

const ICONS = {
  'zoom-in': 'M12 5V19M5 12H19',
  'zoom-out': 'M5 12H19',
  'rotate-left': 'M4 4V9H9M4.5 9A8 8 0 1 1 4 13',
  'rotate-right': 'M20 4V9H15M19.5 9A8 8 0 1 0 20 13',
  fit: 'M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15',
  arrow: 'M5 19L19 5M9 5H19V15',
  circle: 'M12 4A8 8 0 1 0 12 20A8 8 0 1 0 12 4',
  text: 'M5 7V5H19V7M12 5V19M9 19H15',
  undo: 'M8 5L4 9L8 13M4 9H14A5 5 0 0 1 14 19H11'
};
/* icons that need no word beside them */
const WORDLESS = ['zoom-in', 'zoom-out', 'rotate-left', 'rotate-right'];

export class Tools {
  #bar = element('div', 'tools');

  constructor(root, label) {
    this.#bar.setAttribute('role', 'group');
    this.#bar.setAttribute('aria-label', label);
    root.prepend(this.#bar);
  }

  row(className) {
    const row = element('div', className);
    this.#bar.append(row);
    return row;
  }

  /** A button with the name of its icon; while it is aria-disabled, it does nothing but keeps the focus. */
  button(row, name, label, action) {
    const made = button(name, '', () => {
      if (made.getAttribute('aria-disabled') !== 'true') {
        action();
      }
    });
    if (ICONS[name]) {
      const icon = svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
      icon.append(svg('path', { d: ICONS[name] }));
      made.append(icon);
    }
    const isWordless = WORDLESS.includes(name);
    made.append(element('span', isWordless ? 'unseen' : '', label));
    if (isWordless) {
      made.title = label;
    }
    row.append(made);
    return made;
  }

  status(row, className) {
    const status = element('p', className);
    status.setAttribute('role', 'status');
    row.append(status);
    return status;
  }
}
