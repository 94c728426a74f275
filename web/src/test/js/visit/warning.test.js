import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';

globalThis.document = parseHTML(`<script type="application/json" class="texts">
  {"site.ending": "Soon over", "site.ending.stay": "Stay signed in"}</script>`).document;
const { warn } = await import('#scripts/visit/idle.js');

test('the warning comes once, and goes when the page is used', () => {
  const { document: page } = parseHTML('<html><body></body></html>');
  warn(page, true, () => {});
  warn(page, true, () => {});
  const [shown, ...more] = page.querySelectorAll('[role=alert]');
  assert.equal(more.length, 0);
  assert.match(shown.textContent, /Soon over/);
  warn(page, false, () => {});
  assert.equal(page.querySelector('[role=alert]'), null);
});

test('its button is a use', () => {
  const { document: page } = parseHTML('<html><body></body></html>');
  let uses = 0;
  warn(page, true, () => { uses += 1; });
  page.querySelector('button').click();
  assert.equal(uses, 1);
  assert.equal(page.querySelector('[role=alert]'), null);
});
