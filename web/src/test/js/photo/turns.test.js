import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from '#scripts/photo/turns.js';

test('a step starts when the one before has ended, even by an error', async () => {
  const steps = [];
  const failing = inTurn(async () => {
    steps.push('first starts');
    await new Promise(resolve => { setImmediate(resolve); });
    steps.push('first ends');
    throw new Error('broken');
  });
  const other = inTurn(() => steps.push('second starts'));

  await assert.rejects(failing, /broken/);
  await other;
  assert.deepEqual(steps, ['first starts', 'first ends', 'second starts']);
});
