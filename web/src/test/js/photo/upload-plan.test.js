import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingParts, partRange, Progress, retryWait } from '#scripts/photo/upload-plan.js';

const TICKET = { part: 8, ends: ['a', 'b', 'c'], there: [2] };
const SIZE = 20;

test('only what the store lacks is sent', () => {
  assert.deepEqual(missingParts(TICKET), [0, 2]);
  assert.deepEqual(missingParts({ ...TICKET, there: [1, 2, 3] }), []);
});

test('the last part is shorter', () => {
  assert.deepEqual(partRange(TICKET, 1, SIZE), { from: 8, to: 16 });
  assert.deepEqual(partRange(TICKET, 2, SIZE), { from: 16, to: 20 });
});

test('progress counts what was there before, and each part once', () => {
  const progress = new Progress(TICKET, SIZE);
  assert.equal(progress.total(), 8);

  progress.partial(2, 1);
  progress.partial(2, 3);
  assert.equal(progress.total(), 11);
  progress.complete(2);
  assert.equal(progress.total(), 12);
});

test('a retry waits twice as long each time, up to thirty seconds', () => {
  assert.deepEqual([0, 1, 2, 5, 50].map(failures => retryWait(failures, 1)), [1000, 2000, 4000, 30000, 30000]);
  assert.equal(retryWait(0, 0), 500);
});
