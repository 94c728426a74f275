import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayable, flaw, isHeic, luminance } from '#scripts/photo/photo-quality.js';

const SIZE = 20;

function gray(valueAt) {
  const values = Float32Array.from({ length: SIZE * SIZE }, (none, i) => valueAt(i % SIZE, Math.floor(i / SIZE)));
  return { values, width: SIZE, height: SIZE };
}

test('a photo with edges is fine', () => {
  assert.equal(flaw(300, gray(x => (x < 10 ? 60 : 200))), '');
});

test('a small photo is small before all else', () => {
  assert.equal(flaw(299, gray(() => 0)), 'small');
});

test('a photo at night is dark', () => {
  assert.equal(flaw(1000, gray(x => (x < 18 ? 0 : 255))), 'dark');
});

test('a photo without edges is blurred', () => {
  assert.equal(flaw(1000, gray(x => 100 + x)), 'blurred');
  assert.equal(flaw(1000, gray((x, y) => 150 + 5 * ((x + y) % 2))), '');
});

test('green looks brighter than blue', () => {
  const values = luminance([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);

  assert.deepEqual(Array.from(values, Math.round), [76, 150, 29]);
});

test('a HEIC photo is known by its type or its name', () => {
  assert.ok(isHeic({ type: 'image/heic', name: '1' }));
  assert.ok(isHeic({ type: '', name: 'IMG_1.HEIF' }));
  assert.ok(!isHeic({ type: 'image/jpeg', name: 'heic.jpg' }));
});

test('only HEIC photos are decoded, and stay as they are if that fails', async () => {
  const decoded = [];
  globalThis.createImageBitmap = async file => {
    decoded.push(file.name);
    throw new Error('not supported');
  };
  const jpeg = { type: 'image/jpeg', name: 'a.jpg' };
  const heic = { type: 'image/heic', name: 'a.heic' };

  assert.equal(await displayable(jpeg), jpeg);
  assert.equal(await displayable(heic), heic);
  assert.deepEqual(decoded, ['a.heic']);
});
