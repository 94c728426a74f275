import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonOf, requested, send } from '#scripts/passkey/passkey-form.js';

test('options in the page need no request', async () => {
  assert.deepEqual(await requested({ options: '{}' }), { token: '', options: '{}' });
});

test('other options come from the server', async t => {
  const answer = { token: 't', options: '{}' };
  const fetched = t.mock.method(globalThis, 'fetch', async () => ({ ok: true, json: async () => answer }));
  assert.deepEqual(await requested({ from: '/sign-in/passkey', options: '' }), answer);
  assert.deepEqual(fetched.mock.calls[0].arguments, ['/sign-in/passkey', { method: 'POST' }]);
});

test('a server that refuses gives none', async t => {
  t.mock.method(globalThis, 'fetch', async () => ({ ok: false, status: 429 }));
  await assert.rejects(requested({ from: '/sign-in/passkey' }), /429/);
});

test('a device that has a passkey already is told from a person who does not want to', () => {
  assert.equal(reasonOf(new DOMException('', 'InvalidStateError')), 'account.passkey.exists');
  assert.equal(reasonOf(new DOMException('', 'NotAllowedError')), 'account.passkey.failed');
});

test('the form is sent once the answer is in its fields', () => {
  const fields = {};
  const form = { querySelector: selector => {
    const field = {};
    fields[selector] = field;
    return field;
  } };
  let seen = null;
  const button = { form, dataset: {}, click() { seen = { ...this.dataset }; } };
  send(button, { token: 't', answer: 'a' });
  assert.deepEqual(fields, {
    'input[type="hidden"][id$=":token"]': { value: 't' },
    'input[type="hidden"][id$=":answer"]': { value: 'a' }
  });
  assert.deepEqual(seen, { answered: 'true' });
  assert.deepEqual(button.dataset, {});
});
