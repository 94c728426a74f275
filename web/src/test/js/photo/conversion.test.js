import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { displayable, formatOf, typed } from '#scripts/photo/conversion.js';

const JPEG = new File(['1'], 'a.jpg', { type: 'image/jpeg' });
const HEIC = new File(['1'], 'a.heic', { type: 'image/heic' });
const AVIF = new File(['1'], 'a.avif', { type: '' });

let decoded;
let saved;
let pixel;

beforeEach(() => {
  decoded = [];
  saved = new Blob(['jpeg'], { type: 'image/jpeg' });
  pixel = [255, 255, 255, 255];
  globalThis.createImageBitmap = async file => {
    decoded.push(file.name);
    return { width: 8000, height: 6000, close: () => decoded.push('closed') };
  };
  globalThis.document = {
    createElement: () => {
      const canvas = { toBlob: done => done(saved) };
      canvas.getContext = () => ({
        canvas, fillRect: () => {}, drawImage: () => {}, getImageData: () => ({ data: pixel })
      });
      return canvas;
    }
  };
});

test('HEIC and AVIF are known by type or name', () => {
  assert.equal(formatOf({ type: 'image/heic', name: '1' }), 'HEIC');
  assert.equal(formatOf({ type: 'image/heif', name: '1' }), 'HEIC');
  assert.equal(formatOf({ type: '', name: 'IMG_1.HEIF' }), 'HEIC');
  assert.equal(formatOf({ type: 'image/avif', name: 'a.heic' }), 'AVIF');
  assert.equal(formatOf({ type: '', name: '1.AVIF' }), 'AVIF');
  assert.equal(formatOf({ type: 'image/jpeg', name: 'heic.jpg' }), '');
});

test('what the server reads is sent as it is', async () => {
  assert.equal(await displayable(JPEG, ''), JPEG);
  assert.equal(await displayable(HEIC, 'HEIC AVIF'), HEIC);
  assert.equal(await displayable(AVIF, 'AVIF'), AVIF);
  assert.deepEqual(decoded, []);
});

test('what the server does not read becomes a JPEG', async () => {
  const jpegs = [await displayable(HEIC, 'AVIF'), await displayable(AVIF, '')];

  assert.deepEqual(jpegs.map(jpeg => [jpeg.name, jpeg.type, jpeg.size]),
    [['a.heic', 'image/jpeg', 4], ['a.avif', 'image/jpeg', 4]]);
  assert.deepEqual(decoded, ['a.heic', 'closed', 'a.avif', 'closed']);
});

test('what the browser does not read stays as it is', async () => {
  globalThis.createImageBitmap = async () => { throw new Error('not supported'); };

  assert.equal(await displayable(HEIC, ''), HEIC);
});

test('a canvas that is too large for the browser leaves the file as it is', async () => {
  saved = null;
  assert.equal(await displayable(HEIC, ''), HEIC);

  saved = new Blob(['blank']);
  pixel = [0, 0, 0, 0];
  assert.equal(await displayable(AVIF, ''), AVIF);
  assert.deepEqual(decoded, ['a.heic', 'closed', 'a.avif', 'closed']);
});

test('a file has a type that the server knows', async () => {
  assert.equal(typed(JPEG), JPEG);
  assert.deepEqual([typed(AVIF).type, await typed(AVIF).text()], ['image/jpeg', '1']);
});
