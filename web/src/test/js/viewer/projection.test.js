import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Projection } from '#scripts/viewer/projection.js';

let projection;

/* A photo of 400 x 200 pixels fits a stage of 200 x 200 with 200 x 100. */
beforeEach(() => {
  projection = new Projection();
  projection.measure({ width: 400, height: 200 }, { width: 200, height: 200 });
});

function assertNear(actual, expected) {
  Object.entries(expected).forEach(([name, value]) =>
    assert.ok(Math.abs(actual[name] - value) < 1e-9, `${name}: ${actual[name]} is not ${value}`));
}

test('a photo fits its stage', () => {
  assert.deepEqual(projection.size, { width: 200, height: 100 });
  assertNear(projection.toStage({ x: 0, y: 0 }), { x: 0, y: 50 });
  assertNear(projection.toStage({ x: 1, y: 1 }), { x: 200, y: 150 });
});

test('a quarter turn to the right brings the upper left corner to the upper right', () => {
  projection.rotate(1);

  assert.deepEqual(projection.size, { width: 200, height: 100 });
  assertNear(projection.toStage({ x: 0, y: 0 }), { x: 150, y: 0 });
  assert.ok(projection.toStage({ x: 0, y: 0 }).right);
});

test('stage and photo map to each other, however it is turned and zoomed', () => {
  for (let turns = 0; turns < 4; turns += 1) {
    projection.zoomBy(3, { x: 20, y: 70 });
    assertNear(projection.toPhoto(projection.toStage({ x: 0.3, y: 0.8 })), { x: 0.3, y: 0.8 });
    projection.rotate(1);
  }
});

test('zooming keeps the point below the pointer', () => {
  const point = { x: 150, y: 90 };
  const before = projection.toPhoto(point);
  projection.zoomBy(2.5, point);

  assert.equal(projection.zoom, 2.5);
  assertNear(projection.toPhoto(point), before);
});

test('a pinch brings what was between the fingers to where they are', () => {
  projection.zoomBy(4);
  const held = projection.toPhoto({ x: 80, y: 100 });
  projection.zoomBy(1.2, { x: 120, y: 110 }, projection.toStage(held));

  assertNear(projection.toPhoto({ x: 120, y: 110 }), held);
});

test('zoom has limits, and out means centered', () => {
  projection.zoomBy(100, { x: 0, y: 0 });
  assert.equal(projection.zoom, 12);
  projection.zoomBy(1 / 11.9995);
  assert.equal(projection.zoom, 1);
  assert.deepEqual(projection.middle, { x: 0.5, y: 0.5 });
});

test('a photo moves with the hand until its edge', () => {
  projection.zoomBy(4);
  projection.moveBy(80, 0);
  projection.limit();
  assertNear(projection.middle, { x: 0.4, y: 0.5 });

  projection.moveBy(10000, 10000);
  projection.limit();
  assertNear(projection.middle, { x: 0.125, y: 0.25 });
  assertNear(projection.toStage({ x: 0, y: 0 }), { x: 0, y: 0 });
});

test('a photo smaller than its stage stays in the middle, unless somebody draws', () => {
  projection.moveBy(50, 50);
  projection.limit();
  assertNear(projection.middle, { x: 0.5, y: 0.5 });

  projection.beyond = true;
  projection.moveBy(10000, 0);
  projection.limit();
  assertNear(projection.middle, { x: 0, y: 0.5 });
});

test('the offset is that of the middle', () => {
  projection.zoomBy(4);
  projection.moveBy(80, 0);

  assertNear(projection.offset, { x: 80, y: 0 });
});
