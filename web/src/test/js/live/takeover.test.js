import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { isSamePage, mergeParts, renewForms } from '#scripts/live/takeover.js';

function pageOf(content) {
  return parseHTML(`<!DOCTYPE html><html><body><div id="site" data-account="paula"><main>${content}
    <p id="steps" hidden></p></main></div></body></html>`).document;
}

test('only live parts change', () => {
  const page = pageOf('<ol data-live="entries"><li>1</li></ol><p>here</p>');
  const fresh = pageOf('<ol data-live="entries"><li>1</li><li>2</li></ol><p>there</p>');

  assert.ok(mergeParts(page, fresh));
  assert.equal(page.querySelectorAll('li').length, 2);
  assert.equal(page.querySelector('p').textContent, 'here');
  assert.ok(!mergeParts(page, fresh));
});

test('a part that the other page lacks stays', () => {
  const page = pageOf('<ul data-live="notes"><li>1</li></ul>');

  assert.ok(!mergeParts(page, pageOf('')));
  assert.equal(page.querySelectorAll('li').length, 1);
});

test('a step that is over goes, and a new one is offered', () => {
  const page = pageOf('<form id="take"></form><form id="note"></form>');
  renewForms(page, pageOf('<form id="note"></form><form id="reply"></form>'));

  assert.deepEqual(Array.from(page.querySelectorAll('form'), form => form.id), ['note']);
  assert.ok(!page.getElementById('steps').hidden);

  renewForms(page, pageOf('<form id="note"></form>'));
  assert.ok(page.getElementById('steps').hidden);
});

test('typed text is never taken away, nor a form that is being sent', () => {
  const page = pageOf('<form id="reply"><textarea></textarea></form><form id="take" data-sent="true"></form>');
  page.querySelector('textarea').value = 'Half a sentence';
  renewForms(page, pageOf(''));

  assert.equal(page.querySelectorAll('form').length, 2);
});

test('a page that somebody else would see is not taken over', () => {
  const site = pageOf('').getElementById('site');
  const other = pageOf('');
  assert.ok(isSamePage(site, other));

  other.getElementById('site').dataset.account = 'petra';
  assert.ok(!isSamePage(site, other));
  assert.ok(!isSamePage(site, parseHTML('<html><body>Sign in</body></html>').document));
});
