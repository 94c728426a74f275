import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Departure } from '#scripts/live/departure.js';

let departure;
let page;

beforeEach(() => {
  departure = new Departure();
  page = new EventTarget();
  departure.watch(page);
});

test('a page is under way while a form is being sent, for half a minute', () => {
  assert.ok(!departure.isUnderWay());
  departure.submitted(1000);

  assert.ok(departure.isUnderWay(30_999));
  assert.ok(!departure.isUnderWay(31_000));
});

test('a form that was stopped leads nowhere', () => {
  const stopped = new Event('submit', { cancelable: true });
  stopped.preventDefault();
  page.dispatchEvent(stopped);
  assert.ok(!departure.isUnderWay());

  page.dispatchEvent(new Event('submit', { cancelable: true }));
  assert.ok(departure.isUnderWay());
});

test('a page that is being closed is under way for good', () => {
  page.dispatchEvent(new Event('pagehide'));

  assert.ok(departure.isUnderWay(Infinity));
});
