/* The annotations of a photo as data: arrows, circles, and text, at fractions of the photo's width and height. */
import { clamp } from '../dom.js';

const COORDINATES = { arrow: 4, circle: 4, text: 2 };
/* pixels of the screen, whatever the zoom */
const BARB = 14;
const BARB_ANGLE = 2.65;

export const MOST_SHAPES = 50;
export const LONGEST_TEXT = 80;

/** The shapes in a JSON text. Unknown ones are left out, because the photo matters more than its annotations. */
export function parseShapes(json) {
  try {
    const shapes = JSON.parse(json);
    return Array.isArray(shapes) ? shapes.filter(isShape) : [];
  } catch {
    return [];
  }
}

function isShape(shape) {
  return shape !== null && typeof shape === 'object' && Array.isArray(shape.points)
    && shape.points.length === COORDINATES[shape.kind] && shape.points.every(isFraction)
    && (shape.kind !== 'text' || typeof shape.text === 'string');
}

function isFraction(value) {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** A point as a shape stores it: within the photo, to a ten-thousandth. */
export function coordinates(point) {
  return [point.x, point.y].map(value => Math.round(clamp(0, value, 1) * 10000) / 10000);
}

/** The points of a shape. */
export function pointsOf(shape) {
  const points = [];
  for (let i = 0; i < shape.points.length; i += 2) {
    points.push({ x: shape.points[i], y: shape.points[i + 1] });
  }
  return points;
}

/** The path of an arrow: three lines from its tip, where dashes start. */
export function arrowPath(from, to) {
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  const barbs = [direction + BARB_ANGLE, direction - BARB_ANGLE].map(angle =>
    ({ x: to.x + BARB * Math.cos(angle), y: to.y + BARB * Math.sin(angle) }));
  return [...barbs, from].map(end => `M${to.x} ${to.y}L${end.x} ${end.y}`).join('');
}

/** A text in lines of at most twenty characters. */
export function linesOf(words) {
  return (words.match(/\S{20}|.{1,20}(?=\s|$)/g) ?? []).map(line => line.trim());
}

/**
 * The other end of a shape that was not dragged: a fixed number of pixels away, toward the middle of the photo. An
 * arrow is diagonal; a circle's edge is level with its center.
 */
export function inwards(kind, point, middle) {
  const away = (from, to, distance) => from + (from > to ? -distance : distance);
  return kind === 'arrow'
    ? { x: away(point.x, middle.x, 64 / Math.SQRT2), y: away(point.y, middle.y, 64 / Math.SQRT2) }
    : { x: away(point.x, middle.x, 40), y: point.y };
}
