import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { showTimes, steps } from '#scripts/visit/zone.js';

function pageOf(content) {
  return parseHTML(`<!DOCTYPE html><html><body>${content}</body></html>`).document;
}

test('a zone is told once, and times are shown again only if they were in another', () => {
  assert.deepEqual(steps('Europe/Vienna', { zoneTold: 'Europe/Vienna', zone: 'Europe/Vienna' }), []);
  assert.deepEqual(steps('Europe/Vienna', { zoneTold: '', zone: 'Europe/Vienna' }), ['tell']);
  assert.deepEqual(steps('Pacific/Auckland', { zoneTold: '', zone: 'UTC' }), ['tell', 'show']);
  assert.deepEqual(steps(undefined, { zoneTold: '', zone: 'UTC' }), []);
});

test('each time is replaced by that of its moment and look', () => {
  const page = pageOf('<time datetime="a">1</time><time datetime="a"><i class="ago">2</i></time>'
    + '<time datetime="b">3</time>');
  const fresh = pageOf('<time datetime="a"><i class="ago">two</i></time><time datetime="a">one</time>');
  showTimes(page, fresh);
  assert.deepEqual(Array.from(page.querySelectorAll('time'), time => time.textContent), ['one', 'two', '3']);
});
