/* The annotations of one photo as they are seen: a sheet above the photo that is redrawn whenever the photo moves. */
import { svg } from '../dom.js';
import { arrowPath, linesOf, parseShapes, pointsOf } from './shapes.js';

const LINE_HEIGHT = 19;
const DRAW = { arrow, circle, text };

export class AnnotationLayer {
  #view;
  #sheet = svg('svg', { 'class': 'marks' });
  #saved;
  #drafts = [];

  /** @param items the elements that hold saved shapes, each with a checkbox that shows and hides them */
  constructor(view, items) {
    this.#view = view;
    this.#saved = items.map(item => {
      const box = item.querySelector('input[type="checkbox"]');
      box?.addEventListener('change', () => this.draw());
      return { shapes: parseShapes(item.dataset.shapes), isShown: () => !box || box.checked };
    });
    view.stage.append(this.#sheet);
  }

  /** Shows the given shapes as unsaved. */
  showDrafts(shapes) {
    this.#drafts = shapes;
    this.draw();
  }

  draw() {
    const saved = this.#saved.filter(one => one.isShown()).flatMap(one => one.shapes);
    this.#sheet.replaceChildren(
      ...saved.map(shape => this.#group(shape, 'saved')), ...this.#drafts.map(shape => this.#group(shape, 'fresh')));
  }

  #group(shape, age) {
    const group = svg('g', { 'class': `${shape.kind} ${age}` });
    DRAW[shape.kind](group, pointsOf(shape).map(point => this.#view.toStage(point)), shape);
    return group;
  }
}

/** Draws a dark line on a light one, which is visible on any photo. */
export function outlined(group, kind, attributes) {
  group.append(...['halo', 'core'].map(name => svg(kind, { 'class': name, ...attributes })));
}

function circle(group, [center, edge]) {
  outlined(group, 'circle', { cx: center.x, cy: center.y, r: Math.hypot(edge.x - center.x, edge.y - center.y) });
}

function arrow(group, [from, to]) {
  outlined(group, 'path', { d: arrowPath(from, to) });
}

/* The dot marks what the text is about; the text is on the side with more room. */
function text(group, [{ x, y, right }], shape) {
  outlined(group, 'circle', { cx: x, cy: y, r: 3 });
  const lines = linesOf(shape.text);
  const words = svg('text', { 'text-anchor': right ? 'end' : 'start' });
  words.append(...lines.map((line, number) => {
    const part = svg('tspan', {
      x: right ? x - 12 : x + 12, y: y + 5 + (number - (lines.length - 1) / 2) * LINE_HEIGHT
    });
    part.textContent = line;
    return part;
  }));
  group.append(words);
}
