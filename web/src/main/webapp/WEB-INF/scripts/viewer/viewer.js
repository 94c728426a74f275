/* Added to the page of a photo. */
import { PhotoViewer } from './photo-viewer.js';

Array.from(document.querySelectorAll('.viewer'))
  .filter(root => root.querySelector('.pane .stage img'))
  .forEach((root, number) => new PhotoViewer(root, number));
