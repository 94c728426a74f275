import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteOf, parseNotes } from '#scripts/photo/photo-notes.js';

const PIN = { side: 'FRONT', x: 1, y: 2 };

test('a note has what was said', () => {
  assert.deepEqual(noteOf(' left knee ', null), { text: 'left knee' });
  assert.deepEqual(noteOf(' ', PIN), PIN);
  assert.deepEqual(noteOf('left knee', PIN), { ...PIN, text: 'left knee' });
  assert.equal(noteOf(' ', null), null);
});

test('notes that cannot be read say nothing', () => {
  assert.deepEqual(parseNotes('{"p1":{"text":"knee"}}'), { p1: { text: 'knee' } });
  assert.deepEqual(parseNotes(''), {});
  assert.deepEqual(parseNotes('{'), {});
});
