/* Looks at a photo before it is sent, as a kind colleague would: is it sharp, light and large enough to be of use? */
(function () {
  'use strict';

  const WIDTH = 512;
  /* Pixels of the shorter side; a detail of a photo is often cut out of it. */
  const SMALL = 300;
  /* Mean brightness of 255. */
  const DARK = 45;
  /* Variance of the Laplacian of a picture 512 pixels wide: its edges are hardly there. */
  const BLURRED = 25;

  /** Resolves to 'small', 'dark', 'blurred', or '' if nothing is to be said, or the photo cannot be looked at. */
  async function look(file) {
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch (notShown) {
      return '';
    }
    const grey = greyOf(picture);
    const side = Math.min(picture.width, picture.height);
    picture.close();
    if (side < SMALL) {
      return 'small';
    }
    if (mean(grey.values) < DARK) {
      return 'dark';
    }
    return variance(edges(grey)) < BLURRED ? 'blurred' : '';
  }

  function greyOf(picture) {
    const scale = Math.min(1, WIDTH / picture.width);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(3, Math.round(picture.width * scale));
    canvas.height = Math.max(3, Math.round(picture.height * scale));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const colors = context.getImageData(0, 0, canvas.width, canvas.height).data;
    const values = new Float32Array(canvas.width * canvas.height);
    for (let i = 0; i < values.length; i += 1) {
      values[i] = 0.299 * colors[4 * i] + 0.587 * colors[4 * i + 1] + 0.114 * colors[4 * i + 2];
    }
    return { values: values, width: canvas.width, height: canvas.height };
  }

  function edges(grey) {
    const v = grey.values;
    const w = grey.width;
    const found = [];
    for (let y = 1; y < grey.height - 1; y += 1) {
      for (let x = 1; x < w - 1; x += 1) {
        const i = y * w + x;
        found.push(v[i - 1] + v[i + 1] + v[i - w] + v[i + w] - 4 * v[i]);
      }
    }
    return found;
  }

  function mean(values) {
    let sum = 0;
    values.forEach(function (value) { sum += value; });
    return sum / values.length;
  }

  function variance(values) {
    const middle = mean(values);
    let sum = 0;
    values.forEach(function (value) { sum += (value - middle) * (value - middle); });
    return sum / values.length;
  }

  /**
   * A photo that only some browsers can show becomes a JPEG, where this one can; else it stays what it is. It comes
   * upright, and without what the camera has noted.
   */
  async function shown(file) {
    if (!/^image\/hei[cf]/.test(file.type) && !/\.hei[cf]$/i.test(file.name)) {
      return file;
    }
    try {
      const picture = await createImageBitmap(file);
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d').drawImage(picture, 0, 0);
      const jpeg = await new Promise(function (resolve) { canvas.toBlob(resolve, 'image/jpeg', 0.92); });
      return new File([jpeg], file.name, { type: 'image/jpeg' });
    } catch (unknown) {
      return file;
    }
  }

  window.PhotoQuality = { look: look, shown: shown };
}());
