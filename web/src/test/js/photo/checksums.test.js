import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { describe } from '#scripts/photo/checksums.js';

const CONTENT = Buffer.from('twenty bytes of data');

function sha256(bytes, encoding) {
  return createHash('sha256').update(bytes).digest(encoding);
}

test('a photo is described by the checksums of the whole and of its parts', async () => {
  const description = await describe(new Blob([CONTENT], { type: 'image/png' }), 8, 'c-1');

  assert.deepEqual(description, {
    type: 'image/png', bytes: 20, sha256: sha256(CONTENT, 'hex'), consultation: 'c-1',
    parts: [[0, 8], [8, 16], [16, 20]].map(([from, to]) => sha256(CONTENT.subarray(from, to), 'base64'))
  });
});
