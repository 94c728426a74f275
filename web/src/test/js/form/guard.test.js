import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { guard } from '#scripts/form/guard.js';
import { useTexts } from '#scripts/texts.js';

let form;
let asked;
let navigation;

beforeEach(() => {
  const { document } = parseHTML(`<form>
    <button id="send" data-busy="true">Send</button>
    <button id="disable" data-ask="Disable Paula">Disable</button></form>`);
  form = document.querySelector('form');
  asked = [];
  navigation = new EventTarget();
  mock.timers.enable({ apis: ['setTimeout'] });
  useTexts({ 'field.sending': 'Sending…' });
  guard(form);
});

afterEach(() => mock.timers.reset());

function submit(id, answer = true) {
  globalThis.window = { navigation, confirm: question => { asked.push(question); return answer; } };
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

function assertAsBefore() {
  assert.equal(form.querySelector('#send').textContent, 'Send');
  assert.equal(form.querySelector('#send').getAttribute('aria-busy'), null);
  assert.ok(submit('send'));
}

test('a form whose sending was stopped can be sent again at once', () => {
  assert.ok(submit('send'));
  navigation.dispatchEvent(new Event('navigateerror'));
  assertAsBefore();
});

test('where a browser does not tell, it can be sent again after a while', () => {
  assert.ok(submit('send'));
  mock.timers.tick(4999);
  assert.ok(!submit('send'));
  mock.timers.tick(1);
  assertAsBefore();
});
