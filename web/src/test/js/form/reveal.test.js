import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letReveal } from '#scripts/form/reveal.js';

function page() {
  const form = new EventTarget();
  const field = { type: 'password', form };
  const button = Object.assign(new EventTarget(), {
    textContent: 'Show', dataset: { hide: 'Hide' }, hidden: true, getAttribute: () => 'signin:password'
  });
  globalThis.document = { getElementById: id => (id === 'signin:password' ? field : null) };
  letReveal(button);
  return { form, field, button };
}

test('a password is shown and hidden by a button', () => {
  const { field, button } = page();
  assert.equal(button.hidden, false);
  button.dispatchEvent(new Event('click'));
  assert.deepEqual([field.type, button.textContent], ['text', 'Hide']);
  button.dispatchEvent(new Event('click'));
  assert.deepEqual([field.type, button.textContent], ['password', 'Show']);
});

test('a password is sent as one', () => {
  const { form, field, button } = page();
  button.dispatchEvent(new Event('click'));
  form.dispatchEvent(new Event('submit'));
  assert.deepEqual([field.type, button.textContent], ['password', 'Show']);
});
