/* Shorthand for the elements that scripts add to a page. */

const SVG = 'http://www.w3.org/2000/svg';

export function element(kind, className = '', text = '') {
  const made = document.createElement(kind);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A button that never submits a form. */
export function button(className, text, action) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

export function svg(kind, attributes) {
  const made = document.createElementNS(SVG, kind);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

/** The value, or the closest limit if it lies outside. */
export function clamp(least, value, most) {
  return Math.min(most, Math.max(least, value));
}
