/* Choosing another language opens the same page again, and what was typed comes along. It is stored for that one step
   alone, and neither passwords nor files are, nor anything of a form with a draft, which the server has. */
import { fill, held } from './fields.js';

const KEY = 'carried';
const FIELDS = ['textarea', 'select', 'input:not([type="hidden"], [type="file"], .secret > *)']
  .map(kind => `main form:not([data-draft]) ${kind}[id]`)
  .join(', ');

/** Takes along what was typed on the page when the link is followed. */
export function carryAlong(link, page, storage) {
  link.addEventListener('click', () => {
    const values = Object.fromEntries(Array.from(page.querySelectorAll(FIELDS), field => [field.id, held(field)]));
    if (Object.keys(values).length) {
      storage.setItem(KEY, JSON.stringify({ path: page.location.pathname, values }));
    }
  });
}

/** What was taken along to the page at this path; nothing if it was meant for another. */
export function carried(stored, path) {
  const taken = JSON.parse(stored || 'null');
  return taken?.path === path ? taken.values : {};
}

/** Fills in what was taken along, once. */
export function bring(page, storage) {
  const values = carried(storage.getItem(KEY), page.location.pathname);
  storage.removeItem(KEY);
  page.querySelectorAll(FIELDS).forEach(field => {
    const value = values[field.id];
    if (value !== undefined && value !== held(field)) {
      fill(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
}
