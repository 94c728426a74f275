import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carried } from '#scripts/form/carry.js';

test('what was taken along is for one page', () => {
  const stored = JSON.stringify({ path: '/register', values: { name: 'Inés' } });
  assert.deepEqual(carried(stored, '/register'), { name: 'Inés' });
  assert.deepEqual(carried(stored, '/sign-in'), {});
  assert.deepEqual(carried(null, '/sign-in'), {});
});
