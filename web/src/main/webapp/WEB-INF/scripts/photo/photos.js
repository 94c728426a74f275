/* Added to every page with a photos field. */
import { PhotosField } from './photos-field.js';

/* Where a browser cannot compute checksums (no HTTPS), photos are sent with the form. */
if (window.crypto?.subtle) {
  document.querySelectorAll('.photos').forEach(field => new PhotosField(field));
}
