/* Checks a photo before it is sent: is it sharp, bright, and large enough to be useful? */

const WIDTH = 512;
/* pixels of the shorter side; a detail is often cut out of a photo */
const SMALL = 300;
/* mean brightness, of 255 */
const DARK = 45;
/* variance of the Laplacian at a width of 512 pixels; below it there are hardly any edges */
const BLURRED = 25;

/** Resolves to 'small', 'dark' or 'blurred'; to '' if the photo is fine, or this browser cannot decode it. */
export async function flawOf(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return '';
  }
  const side = Math.min(picture.width, picture.height);
  const gray = grayOf(picture);
  picture.close();
  return flaw(side, gray);
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
  const scale = Math.min(1, WIDTH / picture.width);
  const width = Math.max(3, Math.round(picture.width * scale));
  const height = Math.max(3, Math.round(picture.height * scale));
  const context = canvasOf(width, height).getContext('2d', { willReadFrequently: true });
  context.drawImage(picture, 0, 0, width, height);
  return { values: luminance(context.getImageData(0, 0, width, height).data), width, height };
}

function canvasOf(width, height) {
  return Object.assign(document.createElement('canvas'), { width, height });
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

export function isHeic(file) {
  return /^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name);
}

/**
 * Turns a HEIC photo into a JPEG where this browser can decode it; otherwise the file stays as it is. The JPEG is
 * upright and holds no metadata of the camera.
 */
export async function displayable(file) {
  if (!isHeic(file)) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const canvas = canvasOf(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const jpeg = await new Promise(resolve => { canvas.toBlob(resolve, 'image/jpeg', 0.92); });
    return new File([jpeg], file.name, { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
