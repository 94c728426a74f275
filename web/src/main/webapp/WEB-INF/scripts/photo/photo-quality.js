/* Checks a photo before it is sent: is it sharp, bright, and large enough to be useful? */
import { draw } from './canvas.js';

const WIDTH = 512;
/* browsers refuse canvases that are much higher */
const MOST_HEIGHT = 8192;
/* pixels of the shorter side; a detail is often cut out of a photo */
const SMALL = 300;
/* mean brightness, of 255 */
const DARK = 45;
/* variance of the Laplacian at a width of 512 pixels; below it there are hardly any edges */
const BLURRED = 25;

/** Resolves to 'small', 'dark' or 'blurred'; to '' if the photo is fine, or this browser cannot tell. */
export async function flawOf(file) {
  let picture = null;
  try {
    picture = await createImageBitmap(file);
    return flaw(Math.min(picture.width, picture.height), grayOf(picture));
  } catch {
    return '';
  } finally {
    picture?.close();
  }
}

/** The same for a photo whose shorter side and gray values are known. */
export function flaw(side, gray) {
  if (side < SMALL) {
    return 'small';
  }
  if (mean(gray.values) < DARK) {
    return 'dark';
  }
  return variance(laplacian(gray)) < BLURRED ? 'blurred' : '';
}

/** Luminance (ITU-R BT.601) of pixels given as red, green, blue and alpha. */
export function luminance(colors) {
  const values = new Float32Array(colors.length / 4);
  for (let i = 0; i < values.length; i += 1) {
    values[i] = 0.299 * colors[4 * i] + 0.587 * colors[4 * i + 1] + 0.114 * colors[4 * i + 2];
  }
  return values;
}

function grayOf(picture) {
  const scale = Math.min(1, WIDTH / picture.width, MOST_HEIGHT / picture.height);
  const width = Math.max(3, Math.round(picture.width * scale));
  const height = Math.max(3, Math.round(picture.height * scale));
  const context = draw(picture, width, height);
  return { values: luminance(context.getImageData(0, 0, width, height).data), width, height };
}

/* The difference of each pixel from its four neighbors. */
function laplacian({ values, width, height }) {
  const found = [];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x;
      found.push(values[i - 1] + values[i + 1] + values[i - width] + values[i + width] - 4 * values[i]);
    }
  }
  return found;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values) {
  const middle = mean(values);
  return mean(values.map(value => (value - middle) ** 2));
}
