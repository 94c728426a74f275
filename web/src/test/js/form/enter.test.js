import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { stayOnEnter } from '#scripts/form/enter.js';

const { document, Event } = parseHTML(`<form><p><input type="text"><input type="date"><input type="checkbox">
  <input type="file"><textarea></textarea><button>Send</button></p></form>`);
const form = document.querySelector('form');
stayOnEnter(form);

function acts(selector, key) {
  const event = new Event('keydown', { bubbles: true, cancelable: true });
  event.key = key;
  form.querySelector(selector).dispatchEvent(event);
  return !event.defaultPrevented;
}

test('in a field of one line, the Enter key does not send', () => {
  ['text', 'date', 'checkbox'].forEach(type => assert.ok(!acts(`[type="${type}"]`, 'Enter'), type));
  assert.ok(acts('[type="text"]', 'a'));
});

test('it breaks lines, chooses files, and presses buttons as ever', () => {
  ['textarea', '[type="file"]', 'button'].forEach(field => assert.ok(acts(field, 'Enter'), field));
});

test('fields that are added later are no exception', () => {
  const added = document.createElement('input');
  added.className = 'added';
  form.firstElementChild.append(added);
  assert.ok(!acts('.added', 'Enter'));
});
