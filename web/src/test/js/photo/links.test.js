import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { keepLinks } from '#scripts/photo/links.js';

function pageOf(...photos) {
  const content = photos.map(([id, link]) => `<img data-photo="${id}" src="${link}">`).join('');
  return parseHTML(`<!DOCTYPE html><html><body>${content}</body></html>`).document;
}

function linksOf(page) {
  return Array.from(page.querySelectorAll('img'), photo => photo.getAttribute('src'));
}

test('a newer version of the page shows the same photos by the links that work, and new ones by theirs', () => {
  const fresh = pageOf(['a', '/a?new'], ['b', '/b?new'], ['c', '/c?new']);
  keepLinks(pageOf(['b', '/b?old'], ['a', '/a?old']), fresh);

  assert.deepEqual(linksOf(fresh), ['/a?old', '/b?old', '/c?new']);
});
