import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { growWithText } from '#scripts/form/growth.js';

function area() {
  return Object.assign(new EventTarget(), { style: {}, scrollHeight: 80, offsetHeight: 74, clientHeight: 72 });
}

afterEach(() => delete globalThis.CSS);

test('a text area is as high as its text, and grows with it', () => {
  globalThis.CSS = { supports: () => false };
  const field = area();
  growWithText(field);
  assert.equal(field.style.height, '82px');

  field.scrollHeight = 200;
  field.dispatchEvent(new Event('input'));
  assert.equal(field.style.height, '202px');
});

test('a browser that knows field-sizing does it alone', () => {
  globalThis.CSS = { supports: (property, value) => property === 'field-sizing' && value === 'content' };
  const field = area();
  growWithText(field);
  assert.deepEqual(field.style, {});
});
