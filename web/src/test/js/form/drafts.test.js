import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merged, restored, Saver } from '#scripts/form/drafts.js';
import { held, shown } from '#scripts/form/fields.js';

test('the text of the server wins over the draft, but not its key of the form', () => {
  assert.equal(restored('reply:message', '', 'drafted'), 'drafted');
  assert.equal(restored('reply:message', 'from the server', 'drafted'), 'from the server');
  assert.equal(restored('reply:key', 'new', 'first attempt'), 'first attempt');
  assert.equal(restored('reply:key', 'new', undefined), 'new');
  assert.equal(restored('reply:photo-ids', 'a', 'b'), 'a,b');
});

test('of a checkbox, it is kept whether it is ticked', () => {
  assert.equal(held({ type: 'checkbox', value: 'on', checked: true }), 'ticked');
  assert.equal(held({ type: 'checkbox', value: 'on', checked: false }), '');
  assert.equal(held({ type: 'text', value: 'typed' }), 'typed');
});

test('what the server has put into a field is known after somebody has changed it', () => {
  assert.equal(shown({ type: 'text', value: 'typed', defaultValue: 'sent' }), 'sent');
  assert.equal(shown({ type: 'checkbox', checked: true, defaultChecked: false }), '');
  const options = [{ value: 'ARM' }, { value: 'LEG', defaultSelected: true }];
  assert.equal(shown({ type: 'select-one', value: 'ARM', options }), 'LEG');
  assert.equal(shown({ type: 'select-one', value: 'LEG', options: [{ value: '' }, { value: 'LEG' }] }), '');
});

test('another draft replaces the text, but not the photos', () => {
  assert.equal(merged('reply:message', 'mine', 'theirs'), 'theirs');
  assert.equal(merged('reply:message', 'mine', ''), '');
  assert.equal(merged('reply:message', 'mine', undefined), 'mine');
  assert.equal(merged('reply:photo-ids', 'a,b', 'b,c'), 'a,b,c');
  assert.equal(merged('reply:photo-ids', '', ''), '');
});

/** Values that change, and those that were saved, each with its time. */
function typing(context) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const state = { values: { message: '' }, saved: [] };
  const store = {
    save: ({ message }) => state.saved.push([message, Date.now()]), finish: () => null
  };
  const saver = new Saver(store, () => state.values);
  state.type = (message, wait) => {
    state.values = { message };
    saver.soon();
    context.mock.timers.tick(wait);
  };
  return [state, saver];
}

test('what was typed is saved a second after the last key', context => {
  const [state] = typing(context);
  state.type('H', 400);
  state.type('He', 999);
  assert.deepEqual(state.saved, []);
  context.mock.timers.tick(1);
  assert.deepEqual(state.saved, [['He', 1400]]);
});

test('somebody who types without a pause has it saved every five seconds', context => {
  const [state] = typing(context);
  for (let key = 1; key <= 24; key += 1) {
    state.type('x'.repeat(key), 500);
  }
  assert.deepEqual(state.saved.map(([, at]) => at), [5000, 10_000]);
});

test('what is known already is not saved', context => {
  const [state, saver] = typing(context);
  assert.equal(saver.now(), null);
  state.type('Hello', 1000);
  saver.now();
  saver.know({ message: 'restored' });
  state.type('restored', 1000);
  assert.equal(state.saved.length, 1);
});
