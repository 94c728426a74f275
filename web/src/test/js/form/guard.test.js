import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { guard } from '#scripts/form/guard.js';
import { useTexts } from '#scripts/texts.js';

let form;
let asked;

beforeEach(() => {
  const { document } = parseHTML(`<form>
    <button id="send" data-busy="true">Send</button>
    <button id="disable" data-ask="Disable Paula">Disable</button></form>`);
  form = document.querySelector('form');
  asked = [];
  useTexts({ 'field.sending': 'Sending…' });
  guard(form);
});

function submit(id, answer = true) {
  globalThis.window = { confirm: question => { asked.push(question); return answer; } };
  const event = new form.ownerDocument.defaultView.Event('submit', { cancelable: true });
  event.submitter = form.querySelector('#' + id);
  form.dispatchEvent(event);
  return !event.defaultPrevented;
}

test('a second click does not send again', () => {
  assert.ok(submit('send'));
  assert.equal(form.querySelector('#send').textContent, 'Sending…');
  assert.equal(form.querySelector('#send').getAttribute('aria-busy'), 'true');
  assert.ok(!submit('send'));
});

test('a destructive button asks first', () => {
  assert.ok(!submit('disable', false));
  assert.ok(submit('disable', true));
  assert.deepEqual(asked, ['Disable Paula?', 'Disable Paula?']);
});
