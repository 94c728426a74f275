/* Added to the page of a photo. */
import { renewLinks } from '../photo/links.js';
import { PhotoViewer } from './photo-viewer.js';

renewLinks(document);
Array.from(document.querySelectorAll('.viewer'))
  .filter(root => root.querySelector('.pane .stage img'))
  .forEach((root, number) => new PhotoViewer(root, number));
