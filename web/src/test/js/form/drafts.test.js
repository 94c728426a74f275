import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKey, fresh, held, isOver, promisable, restored } from '#scripts/form/drafts.js';

const HALF_AN_HOUR = 30 * 60 * 1000;
const THREAD = '/consultation/1';

test('a draft ends after half an hour', () => {
  const stored = JSON.stringify({ at: 1000, fields: { message: 'Hello' } });

  assert.equal(fresh(stored, 1000 + HALF_AN_HOUR - 1).fields.message, 'Hello');
  assert.equal(fresh(stored, 1000 + HALF_AN_HOUR), null);
  assert.equal(fresh(null, 1000), null);
});

test('a step that is done ends its own draft alone', () => {
  const own = draftKey('paula', THREAD, 'written');

  assert.ok(isOver(own, 'written', 'paula', THREAD));
  assert.ok(!isOver(own, 'noted', 'paula', THREAD));
  assert.ok(!isOver(own, 'written', 'petra', THREAD));
  assert.ok(!isOver(own, 'written', 'paula', '/consultation/2'));
});

test('a new consultation ends the draft of the page that it was sent from', () => {
  assert.ok(isOver(draftKey('paula', '/consultation/new', 'submitted'), 'submitted', 'paula', THREAD));
});

test('signing out ends all drafts, and nothing else', () => {
  assert.ok(isOver(draftKey('petra', THREAD, 'written'), 'signed-out', '', '/'));
  assert.ok(!isOver('other', 'signed-out', '', '/'));
});

test('the text of the server wins over the draft, but not its key of the form', () => {
  assert.equal(restored('reply:message', '', 'typed'), 'typed');
  assert.equal(restored('reply:message', 'from the server', 'typed'), 'from the server');
  assert.equal(restored('reply:key', 'new', 'first'), 'first');
  assert.equal(restored('reply:key', 'new', undefined), 'new');
});

test('of a checkbox, it is kept whether it is ticked', () => {
  assert.equal(held({ type: 'checkbox', value: 'on', checked: true }), 'ticked');
  assert.equal(held({ type: 'checkbox', value: 'on', checked: false }), '');
  assert.equal(held({ type: 'text', value: 'typed' }), 'typed');
});

test('only typed text of the page that lasts long enough is promised, and to nobody else', () => {
  const draft = (at, typed) => JSON.stringify({ at, typed, fields: {} });
  const key = draftKey('paula', THREAD, 'written');
  const count = (stored, account, path, now) => promisable([[key, stored]], account, path, now).length;

  assert.equal(count(draft(0, true), '', THREAD, 27 * 60 * 1000), 1);
  assert.equal(count(draft(0, true), 'paula', THREAD, 0), 1);
  assert.equal(count(draft(0, true), '', THREAD, 29 * 60 * 1000), 0);
  assert.equal(count(draft(0, false), '', THREAD, 0), 0);
  assert.equal(count(JSON.stringify({ at: 0, fields: {} }), '', THREAD, 0), 0);
  assert.equal(count(draft(0, true), 'petra', THREAD, 0), 0);
  assert.equal(count(draft(0, true), '', '/consultation/2', 0), 0);
  assert.equal(promisable([['other', 'no draft']], '', THREAD, 0).length, 0);
});
