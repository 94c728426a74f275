import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Connection } from '#scripts/live/connection.js';

const LONGEST = 60 * 1000;

let sockets;

class FakeSocket extends EventTarget {
  constructor() {
    super();
    sockets.push(this);
  }

  close() {}

  tell(kind, data) {
    this.dispatchEvent(Object.assign(new Event(kind), { data }));
  }
}

beforeEach(() => {
  sockets = [];
  globalThis.window = { WebSocket: FakeSocket };
  globalThis.WebSocket = FakeSocket;
  globalThis.location = { origin: 'http://127.0.0.1' };
});

function waitsAfter(times, happens) {
  const waits = [];
  const connection = new Connection(() => {}, wait => waits.push(wait));
  for (let time = 0; time < times; time++) {
    connection.open();
    happens(sockets.at(-1));
  }
  return waits;
}

/* each wait is at least a fifth of its ceiling, which is a minute by then */
function assertPatient(waits) {
  assert.ok(waits.slice(6).every(wait => wait >= LONGEST / 5), String(waits));
}

test('a page that is refused waits longer each time', () => {
  assertPatient(waitsAfter(10, socket => socket.tell('close')));
});

test('a page whose connection is closed at once waits longer each time', () => {
  assertPatient(waitsAfter(10, socket => {
    socket.tell('open');
    socket.tell('close');
  }));
});

test('a page that has heard something connects again soon', () => {
  const waits = waitsAfter(10, socket => {
    socket.tell('open');
    socket.tell('message', 'mark 1');
    socket.tell('close');
  });
  assert.ok(waits.every(wait => wait <= 1000), String(waits));
});

test('a page is told whether the server has closed its connection on purpose', () => {
  const told = [];
  const connection = new Connection(() => {}, (wait, isByServer) => told.push(isByServer));
  [1008, 1006].forEach(code => {
    connection.open();
    sockets.at(-1).dispatchEvent(Object.assign(new Event('close'), { code }));
  });
  assert.deepEqual(told, [true, false]);
});
