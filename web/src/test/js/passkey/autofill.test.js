import assert from 'node:assert/strict';
import { test } from 'node:test';
import { autofillOf } from '#scripts/passkey/autofill.js';

const MINUTE = 60 * 1000;

function asked() {
  const signals = [];
  let time = 0;
  const autofill = autofillOf(async signal => { signals.push(signal); }, () => time);
  return { autofill, signals, later: minutes => { time += minutes * MINUTE; } };
}

const ended = signals => signals.map(signal => signal.aborted);

test('a request is renewed before it is too old, and the one before ends', () => {
  const { autofill, signals, later } = asked();
  autofill.start();
  later(4);
  autofill.renew();
  assert.deepEqual(ended(signals), [false]);
  later(0.5);
  autofill.renew();
  assert.deepEqual(ended(signals), [true, false]);
});

test('what has ended is not renewed, and goes on when it is told to', () => {
  const { autofill, signals, later } = asked();
  autofill.start();
  autofill.stop();
  later(10);
  autofill.renew();
  assert.deepEqual(ended(signals), [true]);
  autofill.resume();
  autofill.resume();
  assert.deepEqual(ended(signals), [true, false]);
});

test('a browser that cannot fill in is never asked', () => {
  const { autofill, signals } = asked();
  autofill.stop();
  autofill.resume();
  autofill.renew();
  assert.deepEqual(signals, []);
});

test('a request that fails is no news', async () => {
  const autofill = autofillOf(async () => { throw new Error('no network'); });
  autofill.start();
  await new Promise(resolve => { setImmediate(resolve); });
});
