import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DraftStore, addressOf } from '#scripts/form/draft-store.js';

/** A server with one draft, as the application answers. */
function server(draft = null) {
  const state = { draft, requests: [], isAway: false };
  globalThis.fetch = async (address, { method, body, headers, keepalive }) => {
    state.requests.push({ address, method, account: headers['Shown-To'], keepalive });
    if (state.isAway) {
      throw new TypeError('offline');
    }
    const answer = (status, text = '') => new Response(status === 204 ? null : text, {
      status, headers: { 'Draft-Version': String(state.draft?.version ?? 0) }
    });
    if (method === 'GET') {
      return state.draft?.text ? answer(200, state.draft.text) : answer(204);
    }
    if (state.draft && state.draft.version !== Number(headers['Draft-Version'])) {
      return answer(409, state.draft.text);
    }
    state.draft = { text: body, version: (state.draft?.version ?? 0) + 1 };
    return answer(204);
  };
  return state;
}

const ADDRESS = addressOf('written', '/consultation/1');

/** A store, and the events that it has reported. */
function storeOf(told = []) {
  const store = new DraftStore(ADDRESS, 'paula', {
    saved: fields => told.push(['saved', fields]), disputed: fields => told.push(['disputed', fields])
  });
  return [store, told];
}

test('what was saved is there again', async () => {
  const state = server();
  const [store, told] = storeOf();
  await store.save({ message: 'Hello' });
  assert.deepEqual(await storeOf()[0].load(), { message: 'Hello' });
  assert.deepEqual(told, [['saved', { message: 'Hello' }]]);
  assert.deepEqual(state.requests[0], {
    address: '/draft/written/consultation/1', method: 'PUT', account: 'paula', keepalive: true
  });
});

test('of many saves at once, the last one counts', async () => {
  const state = server();
  const [store] = storeOf();
  await Promise.all(['a', 'b', 'c'].map(message => store.save({ message })));
  assert.equal(state.draft.text, '{"message":"c"}');
  assert.equal(state.requests.length, 1);
});

test('a save waits until the draft has come', async () => {
  const state = server({ text: '{"message":"a"}', version: 7 });
  const [store, told] = storeOf();
  const loading = store.load();
  await store.save({ message: 'b' });
  assert.deepEqual(await loading, { message: 'a' });
  assert.deepEqual(told, [['saved', { message: 'b' }]]);
  assert.deepEqual(state.draft, { text: '{"message":"b"}', version: 8 });
});

test('two tabs do not overwrite each other', async () => {
  const state = server();
  const [one] = storeOf();
  const [other, told] = storeOf();
  await one.save({ message: 'of the one' });
  await other.save({ message: 'of the other' });
  await other.save({ message: 'of the other, longer' });
  assert.deepEqual(told, [['disputed', { message: 'of the one' }]]);
  assert.equal(state.draft.text, '{"message":"of the one"}');
  await other.overwrite({ message: 'of the other, longer' });
  assert.equal(state.draft.text, '{"message":"of the other, longer"}');
});

test('a page that takes over the other draft goes on from there', async () => {
  const state = server();
  const [other] = storeOf();
  await storeOf()[0].save({ message: 'of the one' });
  await other.save({ message: 'of the other' });
  other.yield();
  assert.equal(await other.finish(), null);
  await other.save({ message: 'of the one, longer' });
  assert.equal(state.draft.text, '{"message":"of the one, longer"}');
});

test('what was sent in another tab is not brought back, nor in dispute', async () => {
  const state = server({ text: '', version: 3 });
  const [store, told] = storeOf();
  await store.save({ message: 'late' });
  assert.equal(state.draft.text, '');
  assert.deepEqual(told, []);
  await store.save({ message: 'another' });
  assert.equal(state.draft.text, '{"message":"another"}');
});

test('a save that fails is repeated', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const state = server();
  const [store, told] = storeOf();
  state.isAway = true;
  await store.save({ message: 'Hello' });
  assert.deepEqual(told, []);
  state.isAway = false;
  context.mock.timers.tick(60_000);
  await store.finish();
  assert.deepEqual(told, [['saved', { message: 'Hello' }]]);
});

test('a save whose answer was lost is not taken for that of another tab', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const state = server();
  const [store, told] = storeOf();
  state.isAway = true;
  await store.save({ message: 'Hello' });
  state.isAway = false;
  state.draft = { text: '{"message":"Hello"}', version: 1 };
  await store.save({ message: 'Hello again' });
  assert.deepEqual(told, [['saved', { message: 'Hello again' }]]);
  assert.equal(state.draft.text, '{"message":"Hello again"}');
});

test('a server that does not answer stops nobody', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  server().isAway = true;
  const [store] = storeOf();
  assert.equal(await store.load(), null);
  await store.save({ message: 'Hello' });
});

test('a long draft is saved as well, by a request that its page has to wait for', async () => {
  const state = server();
  await storeOf()[0].save({ message: 'x'.repeat(30_000) });
  assert.equal(state.requests[0].keepalive, false);
  assert.equal(state.draft.version, 1);
});
