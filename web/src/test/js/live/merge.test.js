import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { merge } from '#scripts/live/merge.js';

function pageOf(content) {
  return parseHTML(`<!DOCTYPE html><html><body>${content}</body></html>`).document;
}

/* Merges, and gives the page with a function that says whether an element of before is still there. */
function merged(old, fresh) {
  const page = pageOf(old);
  const before = new Map(Array.from(page.querySelectorAll('[id]'), element => [element.id, element]));
  const other = pageOf(fresh);
  merge(page.body.firstElementChild, other.body.firstElementChild);
  assert.ok(page.body.isEqualNode(other.body), page.body.innerHTML);
  return { page, stays: id => page.getElementById(id) === before.get(id) };
}

test('what comes at the end leaves what is there alone', () => {
  const { stays } = merged(
    '<ol><li id="a">1</li><li id="b">2</li></ol>',
    '<ol><li id="a">1</li><li id="b">2</li><li>3</li></ol>');

  assert.ok(stays('a') && stays('b'));
});

test('what comes at the start leaves what is there alone', () => {
  const { stays } = merged(
    '<ol><li id="a">1</li><li id="b">2</li></ol>',
    '<ol><li>0</li><li id="a">1</li><li id="b">2</li></ol>');

  assert.ok(stays('a') && stays('b'));
});

test('what goes from the middle leaves its neighbors alone', () => {
  const { stays } = merged(
    '<ol><li id="a">1</li><li>2</li><li id="c">3</li></ol>',
    '<ol><li id="a">1</li><li id="c">3</li></ol>');

  assert.ok(stays('a') && stays('c'));
});

test('a changed word leaves the photo beside it alone', () => {
  const { stays } = merged(
    '<p class="old" hidden><b id="word">1 new</b><img id="photo" src="a"></p>',
    '<p lang="en" class="fresh"><b id="word">2 new</b><img id="photo" src="a"></p>');

  assert.ok(stays('word') && stays('photo'));
});

test('another photo is another element: the former one must not be seen under its words', () => {
  const { stays } = merged(
    '<p><img id="a" src="a" alt="knee"><img id="b" src="b" alt="elbow"></p>',
    '<p><img id="a" src="c" alt="hand"><img id="b" src="b" alt="left elbow"></p>');

  assert.ok(!stays('a') && stays('b'));
});

test('an element of another kind is replaced', () => {
  const { stays } = merged(
    '<div><p id="a">1</p><i id="b">2</i></div>',
    '<div><ul id="a"><li>1</li></ul><i id="b">2</i></div>');

  assert.ok(!stays('a') && stays('b'));
});

test('what is new belongs to the page', () => {
  const { page } = merged('<ol></ol>', '<ol><li>1</li></ol>');

  assert.equal(page.querySelector('li').ownerDocument, page);
});
