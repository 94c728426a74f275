import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concerns, isOfAnother } from '#scripts/live/live-page.js';

test('the page of a consultation follows that one', () => {
  assert.ok(concerns('7', '/consultation/7'));
  assert.ok(!concerns('8', '/consultation/7'));
});

test('lists follow all', () => {
  assert.ok(concerns('8', '/queue'));
  assert.ok(concerns('8', '/consultations'));
});

test('an answer for somebody else is noticed; that of the version before names nobody', () => {
  assert.ok(isOfAnother('petra', 'paula'));
  assert.ok(!isOfAnother('paula', 'paula'));
  assert.ok(!isOfAnother(null, 'paula'));
});
