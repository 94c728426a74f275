import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { checkFirst } from '#scripts/form/first-check.js';

function checked(html) {
  const { document } = parseHTML(`<form>${html}</form>`);
  checkFirst(document.querySelector('form'));
  return Array.from(document.querySelectorAll('input, textarea')).filter(field => field.required).length;
}

test('a form with a password is not sent while something is missing', () => {
  assert.equal(checked(`<input type="password" aria-required="true"><input type="checkbox" aria-required="true">
    <input type="text" aria-required="false"><input type="text">`), 2);
});

test('all other forms are checked by the server', () => {
  assert.equal(checked('<textarea aria-required="true"></textarea>'), 0);
});
