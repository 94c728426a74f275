import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due } from '#scripts/visit/idle.js';

const MINUTE = 60 * 1000;
const IDLE = 20 * MINUTE;

/** The times of a page that was last used, and of which the server last heard, so many milliseconds after its start. */
function last(use, touch, useOfAny = 0) {
  return { use, touch, useOfAny };
}

test('an idle page leaves when the visit is over', () => {
  assert.equal(due(IDLE, last(0, 0), IDLE), 'warn');
  assert.equal(due(IDLE + 1, last(0, 0), IDLE), 'leave');
});

test('two minutes before, it warns', () => {
  assert.equal(due(18 * MINUTE, last(0, 0), IDLE), '');
  assert.equal(due(18 * MINUTE + 1, last(0, 0), IDLE), 'warn');
});

test('the server hears of use, at most once a minute', () => {
  assert.equal(due(MINUTE, last(10, 0), IDLE), '');
  assert.equal(due(MINUTE + 1, last(10, 0), IDLE), 'touch');
});

test('the server hears nothing without use', () => {
  assert.equal(due(5 * MINUTE, last(10, 20), IDLE), '');
});

test('a page stays, and does not warn, while the person uses another one', () => {
  assert.equal(due(IDLE + 1, last(0, 0, 5 * MINUTE), IDLE), '');
  assert.equal(due(IDLE + 5 * MINUTE + 1, last(0, 0, 5 * MINUTE), IDLE), 'leave');
});

test('a short visit is kept more often, and warns later', () => {
  assert.equal(due(2001, last(10, 0), 6000), 'touch');
  assert.equal(due(4000, last(0, 0), 6000), '');
  assert.equal(due(4001, last(0, 0), 6000), 'warn');
});
