/* Turns a photo that the server cannot read into a JPEG, where this browser can read it. */
import { draw } from './canvas.js';

/* a file from a folder of a phone may have a name without a type, or a type without a name */
const FORMATS = {
  HEIC: { type: /^image\/hei[cf]/, name: /\.hei[cf]$/i },
  AVIF: { type: /^image\/avif/, name: /\.avif$/i }
};
const QUALITY = 0.92;

/** HEIC or AVIF; empty for other files. */
export function formatOf(file) {
  return Object.keys(FORMATS).find(format => FORMATS[format].type.test(file.type))
    ?? Object.keys(FORMATS).find(format => FORMATS[format].name.test(file.name)) ?? '';
}

/**
 * The file itself if the server reads it, or this browser cannot; otherwise a JPEG, which is upright and holds no
 * metadata of the camera.
 *
 * @param reads those of the formats that the server reads
 */
export async function displayable(file, reads) {
  const format = formatOf(file);
  return !format || reads.includes(format) ? file : jpegOf(file).catch(() => file);
}

async function jpegOf(file) {
  const picture = await createImageBitmap(file);
  try {
    const { canvas } = draw(picture, picture.width, picture.height);
    const jpeg = await new Promise(resolve => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); });
    if (!jpeg) {
      throw new RangeError('the canvas is too large to be saved');
    }
    return new File([jpeg], file.name, { type: 'image/jpeg' });
  } finally {
    picture.close();
  }
}

/** The file with a type that the server knows; it looks at the bytes to find out what a file is. */
export function typed(file) {
  return /^image\/(jpeg|png|webp)$/.test(file.type) ? file : new File([file], file.name, { type: 'image/jpeg' });
}
