import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowPath, coordinates, inwards, linesOf, parseShapes, pointsOf } from '#scripts/viewer/shapes.js';

const CIRCLE = { kind: 'circle', points: [0.1, 0.2, 0.3, 0.4] };

test('unknown shapes are left out', () => {
  const text = { kind: 'text', points: [0, 1], text: 'edge' };
  const broken = [
    null, 7, { kind: 'star', points: [0, 0] }, { kind: 'arrow', points: [0, 0] },
    { kind: 'circle', points: [0, 0, 0, 1.1] },
    { kind: 'circle', points: ['0', 0, 0, 0] }, { kind: 'text', points: [0, 0] }, { kind: 'text' }
  ];

  assert.deepEqual(parseShapes(JSON.stringify([CIRCLE, ...broken, text])), [CIRCLE, text]);
  assert.deepEqual(parseShapes('{}'), []);
  assert.deepEqual(parseShapes('not JSON'), []);
});

test('a shape is stored within the photo, to a ten-thousandth', () => {
  assert.deepEqual(coordinates({ x: 0.123456, y: -0.5 }), [0.1235, 0]);
  assert.deepEqual(coordinates({ x: 2, y: 1 }), [1, 1]);
});

test('a shape has points', () => {
  assert.deepEqual(pointsOf(CIRCLE), [{ x: 0.1, y: 0.2 }, { x: 0.3, y: 0.4 }]);
});

test('the lines of an arrow start at its tip', () => {
  const lines = arrowPath({ x: 0, y: 50 }, { x: 100, y: 50 }).split('M').filter(Boolean);

  assert.equal(lines.length, 3);
  lines.forEach(line => assert.ok(line.startsWith('100 50L'), line));
  assert.equal(lines[2], '100 50L0 50');
  const [upper, lower] = lines.slice(0, 2).map(line => line.split('L')[1].split(' ').map(Number));
  assert.ok(upper[0] < 100 && lower[0] < 100);
  assert.ok(Math.abs(upper[1] + lower[1] - 100) < 1e-9);
});

test('words break into lines of at most twenty characters', () => {
  assert.deepEqual(linesOf('Watch this edge, it was smaller'), ['Watch this edge, it', 'was smaller']);
  assert.deepEqual(linesOf('abcdefghijklmnopqrstuvwxyz'), ['abcdefghijklmnopqrst', 'uvwxyz']);
  assert.deepEqual(linesOf(''), []);
});

test('what is not dragged lies towards the middle', () => {
  const middle = { x: 100, y: 100 };

  assert.deepEqual(inwards('circle', { x: 150, y: 150 }, middle), { x: 110, y: 150 });
  assert.deepEqual(inwards('circle', { x: 50, y: 150 }, middle), { x: 90, y: 150 });
  const tail = inwards('arrow', { x: 50, y: 150 }, middle);
  assert.ok(tail.x > 50 && tail.y < 150);
  assert.ok(Math.abs(Math.hypot(tail.x - 50, tail.y - 150) - 64) < 1e-9);
});
