import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { outcome, Refused, server } from '#scripts/photo/server.js';

const asked = [];
const shownTo = [];
const realFetch = globalThis.fetch;
let node;

before(async () => {
  node = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    shownTo.push(request.headers['shown-to']);
    response.writeHead(request.url.endsWith('busy') ? 429 : 200).end('{"step":"READY","message":"Later."}');
  });
  await new Promise(resolve => { node.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${node.address().port}`;
  globalThis.document = { getElementById: () => ({ dataset: { account: 'a1' } }) };
  globalThis.fetch = (address, options) => realFetch(origin + address, options);
});

after(() => {
  globalThis.fetch = realFetch;
  delete globalThis.document;
  node.close();
  node.closeAllConnections();
});

test('asks at the address of the photo', async () => {
  assert.equal((await server.state('a/b')).step, 'READY');
  await server.complete('1');
  assert.deepEqual(asked, ['GET /photos/a%2Fb', 'POST /photos/1']);
  assert.deepEqual(shownTo, ['a1', 'a1']);
});

test('too many requests may be tried again later', async () => {
  await assert.rejects(server.state('busy'), error =>
    error instanceof Refused && error.canRetry && error.message === 'Later.');
});

test('a refusal is final, an error of the server is not', () => {
  assert.throws(() => outcome(422, { message: 'Not a photo.' }), error =>
    error instanceof Refused && !error.canRetry && error.message === 'Not a photo.');
  assert.throws(() => outcome(503, {}), error => !(error instanceof Refused));
});
