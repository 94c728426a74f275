import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due, isInUse } from '#scripts/visit/idle.js';

const MINUTE = 60 * 1000;
const IDLE = 20 * MINUTE;

test('an idle page leaves when the visit is over', () => {
  assert.equal(due(IDLE, 0, 0, IDLE), '');
  assert.equal(due(IDLE + 1, 0, 0, IDLE), 'leave');
});

test('the server hears of use, at most once a minute', () => {
  assert.equal(due(MINUTE, 10, 0, IDLE), '');
  assert.equal(due(MINUTE + 1, 10, 0, IDLE), 'touch');
});

test('the server hears nothing without use', () => {
  assert.equal(due(5 * MINUTE, 10, 20, IDLE), '');
});

test('a page stays while the person uses another one', () => {
  assert.ok(isInUse(IDLE + 1, 5 * MINUTE, IDLE));
  assert.ok(!isInUse(IDLE + 5 * MINUTE + 1, 5 * MINUTE, IDLE));
});

test('a short visit is kept more often', () => {
  assert.equal(due(2001, 10, 0, 6000), 'touch');
});
