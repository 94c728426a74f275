import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Gestures, isDoubleTap, wheelFactor } from '#scripts/viewer/gestures.js';

let stage;
let calls;
let annotations;

beforeEach(() => {
  stage = new EventTarget();
  stage.setPointerCapture = () => {};
  calls = [];
  const note = (name, result) => (...values) => { calls.push([name, ...values]); return result; };
  const view = {
    stage, zoom: 2, isZoomed: true, pointOf: ({ x, y }) => ({ x, y }), toPhoto: point => point, toStage: point => point,
    moveBy: note('move'), zoomBy: note('zoom')
  };
  annotations = {
    hasTool: false, drag: note('drag', true), drop: note('drop'), cancel: note('cancel'), put: note('put')
  };
  new Gestures(view, annotations);
});

function pointer(kind, x, y, pointerId = 1) {
  stage.dispatchEvent(Object.assign(new Event('pointer' + kind), { button: 0, pointerId, x, y }));
}

function kinds() {
  return calls.map(([name]) => name);
}

test('a hand that trembles taps', () => {
  annotations.hasTool = true;
  pointer('down', 10, 10);
  pointer('move', 13, 13);
  pointer('up', 13, 13);

  assert.deepEqual(calls, [['put', { x: 13, y: 13 }]]);
});

test('a hand with a tool draws from where it started', () => {
  pointer('down', 10, 10);
  pointer('move', 30, 10);
  pointer('move', 50, 10);
  pointer('up', 50, 10);

  assert.deepEqual(kinds(), ['drag', 'drag', 'drop']);
  assert.deepEqual(calls[1], ['drag', { x: 10, y: 10 }, { x: 50, y: 10 }]);
});

test('a hand without a tool moves the photo', () => {
  annotations.drag = () => false;
  pointer('down', 10, 10);
  pointer('move', 30, 10);
  pointer('move', 35, 12);

  assert.deepEqual(calls, [['move', 20, 0], ['move', 5, 2]]);
});

test('two fingers zoom, and end a drawing', () => {
  pointer('down', 0, 0);
  pointer('down', 100, 0, 2);
  pointer('move', 200, 0, 2);
  pointer('up', 200, 0, 2);
  pointer('up', 0, 0);

  assert.deepEqual(calls, [['cancel'], ['zoom', 2, { x: 100, y: 0 }, { x: 50, y: 0 }]]);
});

test('a gesture that the browser takes over leaves nothing', () => {
  pointer('down', 10, 10);
  pointer('move', 30, 10);
  pointer('cancel', 30, 10);

  assert.deepEqual(kinds(), ['drag', 'cancel']);
});

test('a double tap leads there and back', () => {
  [1, 2].forEach(() => {
    pointer('down', 10, 10);
    pointer('up', 10, 10);
  });

  assert.deepEqual(calls, [['zoom', 0, { x: 10, y: 10 }]]);
});

test('taps far apart in time or place are two', () => {
  assert.ok(isDoubleTap({ at: 0, x: 0, y: 0 }, { x: 20, y: 20 }, 349));
  assert.ok(!isDoubleTap({ at: 0, x: 0, y: 0 }, { x: 20, y: 20 }, 350));
  assert.ok(!isDoubleTap({ at: 0, x: 0, y: 0 }, { x: 30, y: 0 }, 10));
});

test('a wheel zooms in small steps, in pixels or lines', () => {
  assert.ok(wheelFactor(-10, true) > 1);
  assert.equal(wheelFactor(1, false), wheelFactor(16, true));
  assert.equal(wheelFactor(1000, true), wheelFactor(40, true));
});
