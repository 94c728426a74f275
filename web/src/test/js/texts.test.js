import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { text, textsIn, useTexts } from '#scripts/texts.js';

test('all blocks of a page are one', () => {
  const { document } = parseHTML(`<!DOCTYPE html><html><body>
    <script type="application/json" class="texts">{"a.b":"\\u003cb> “so”"}</script>
    <form><script type="application/json" class="texts">{"c":"{0} of {1}"}</script></form>
    <script type="application/json">{"d":"not for us"}</script></body></html>`);

  assert.deepEqual(textsIn(document), { 'a.b': '<b> “so”', c: '{0} of {1}' });
});

test('values take their places, whatever they look like', () => {
  useTexts({ place: '{0}, {1} % from the left, {0}' });

  assert.equal(text('place', '$&', 5), '$&, 5 % from the left, $&');
});

test('a missing text shows its key', () => {
  useTexts({});

  assert.equal(text('no.such'), 'no.such');
});
