import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '#scripts/live/backoff.js';

test('each failure waits longer, up to a minute', () => {
  const backoff = new Backoff();

  const waits = Array.from({ length: 8 }, () => backoff.next(1));
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]);
  backoff.reset();
  assert.equal(backoff.next(1), 1000);
});

test('pages do not come back all at once', () => {
  assert.equal(new Backoff().next(0), 200);
});
