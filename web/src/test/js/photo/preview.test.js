import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { Preview } from '#scripts/photo/preview.js';
import { useTexts } from '#scripts/texts.js';

test('only bytes that were not sent before move an upload', () => {
  const page = parseHTML('<!DOCTYPE html><html><body></body></html>');
  Object.assign(globalThis, { document: page.document, CustomEvent: page.CustomEvent });
  useTexts({});
  let moves = 0;
  page.document.addEventListener('upload-moved', () => { moves += 1; });
  const preview = new Preview('a.jpg', 'data:,');
  preview.showProgress(100);

  [0, 40, 60, 60, 40, 55, 60].forEach(bytes => preview.progress(bytes));
  assert.equal(moves, 2, 'a part that failed is sent again');

  preview.progress(61);
  assert.equal(moves, 3);
});
