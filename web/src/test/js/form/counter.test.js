import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remaining } from '#scripts/form/counter.js';
import { useTexts } from '#scripts/texts.js';

test('characters are counted once few are left', () => {
  useTexts({ 'field.left': 'characters left' });

  assert.equal(remaining(5000, 4500), '');
  assert.equal(remaining(5000, 4501), '499 characters left');
  assert.equal(remaining(5000, 5002), '-2 characters left');
});
