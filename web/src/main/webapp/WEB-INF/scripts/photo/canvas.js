/* Draws photos, to look at their pixels or to save them in another format. */

/**
 * Draws a photo on white, and returns the context of its canvas. A canvas that is too large for the browser does
 * nothing and says nothing, so this fails if no pixel of it is white or a color.
 */
export function draw(picture, width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  if (context.getImageData(0, 0, 1, 1).data[3] === 0) {
    throw new RangeError(`no canvas has ${width} by ${height} pixels`);
  }
  return context;
}
