import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, percent, pinAt } from '#scripts/photo/body-pin.js';

test('a pin stays on the outline', () => {
  assert.deepEqual(pinAt('FRONT', 0.1234, 0.5), { side: 'FRONT', x: 123, y: 500 });
  assert.deepEqual(pinAt('BACK', -0.1, 1.2), { side: 'BACK', x: 0, y: 1000 });
});

test('arrow keys move a pin as far in each direction', () => {
  const pin = pinAt('BACK', 0.5, 0.4);

  assert.deepEqual(moved(pin, 'ArrowLeft'), { side: 'BACK', x: 480, y: 400 });
  assert.deepEqual(moved(pin, 'ArrowDown'), { side: 'BACK', x: 500, y: 410 });
  assert.deepEqual(moved(pinAt('BACK', 1, 0), 'ArrowRight'), { side: 'BACK', x: 1000, y: 0 });
  assert.equal(moved(pin, 'Enter'), null);
});

test('a pin is described in percent', () => {
  assert.deepEqual(percent(pinAt('FRONT', 0.25, 0.5)), { x: 25, y: 50 });
});
