import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { actionOf, ZOOM_STEP } from '#scripts/viewer/keys.js';

let calls;
let view;
let annotations;

beforeEach(() => {
  calls = [];
  const note = name => (...values) => calls.push([name, ...values]);
  view = { canMove: true, center: { x: 1, y: 2 }, moveBy: note('move'), zoomBy: note('zoom'), fit: note('fit') };
  annotations = { hasTool: true, put: note('put') };
});

function press(key) {
  const action = actionOf(key, view, annotations, quarters => calls.push(['rotate', quarters]));
  action?.();
  return action !== null;
}

test('keys do what the buttons do', () => {
  ['+', '=', '-', '0', 'r', 'R', 'Enter'].forEach(press);

  assert.deepEqual(calls, [
    ['zoom', ZOOM_STEP], ['zoom', ZOOM_STEP], ['zoom', 1 / ZOOM_STEP], ['fit'], ['rotate', 1], ['rotate', 1],
    ['put', { x: 1, y: 2 }]
  ]);
});

test('arrow keys move a photo that can move, else they scroll the page', () => {
  assert.ok(press('ArrowLeft'));
  assert.deepEqual(calls, [['move', 60, 0]]);
  view.canMove = false;
  assert.ok(!press('ArrowLeft'));
});

test('Enter belongs to the page unless a tool is chosen', () => {
  annotations.hasTool = false;
  assert.ok(!press('Enter'));
  assert.ok(!press('Tab'));
});
