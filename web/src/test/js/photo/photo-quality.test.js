import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flaw, flawOf, luminance } from '#scripts/photo/photo-quality.js';

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

test('a photo that cannot be drawn has no flaw that could be told', async () => {
  const closed = [];
  globalThis.createImageBitmap = async () => ({ width: 400, height: 90000, close: () => closed.push(true) });
  globalThis.document = { createElement: () => ({ getContext: () => null }) };

  assert.equal(await flawOf({}), '');
  assert.deepEqual(closed, [true]);
});

test('a photo that is very high is drawn smaller', async () => {
  const sizes = [];
  globalThis.createImageBitmap = async () => ({ width: 400, height: 90000, close: () => {} });
  globalThis.document = {
    createElement: () => {
      const canvas = {
        getContext: () => ({
          fillRect: () => sizes.push([canvas.width, canvas.height]), drawImage: () => {},
          getImageData: (x, y, width, height) => ({ data: new Uint8ClampedArray(4 * width * height).fill(255) })
        })
      };
      return canvas;
    }
  };

  assert.equal(await flawOf({}), 'blurred');
  assert.deepEqual(sizes, [[36, 8192]]);
});
