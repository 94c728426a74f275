import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Refused } from '#scripts/photo/server.js';
import { Clinic, heardBy } from './clinic.js';

const FILE = new Blob([Buffer.from('twenty bytes of data')], { type: 'image/jpeg' });

let clinic;
let told;
let upload;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  clinic = new Clinic();
  told = [];
  upload = clinic.uploadOf(FILE, told);
});

afterEach(() => mock.timers.reset());

/* Lets so many tenths of a second pass, and all happen that is due. */
async function pass(turns) {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise(resolve => { setImmediate(resolve); });
    mock.timers.tick(100);
  }
}

/* Checksums are computed by other threads, in time that no mock moves. */
async function until(condition) {
  const deadline = performance.now() + 20_000;
  while (!condition() && performance.now() < deadline) {
    await pass(1);
  }
  assert.ok(condition(), JSON.stringify(told));
}

function heard(kind) {
  return heardBy(told, kind);
}

test('sends all parts and says how far it is', async () => {
  await upload.run();

  assert.deepEqual(clinic.puts, ['store?q&a', 'store?q&b', 'store?q&c']);
  assert.deepEqual(heard('progress').at(-1), [20]);
  assert.deepEqual([heard('arrived'), heard('ready')], [[['p1']], [[]]]);
});

test('sends only what is missing', async () => {
  clinic.there = [1, 3];
  await upload.run();

  assert.deepEqual(clinic.puts, ['store?q&b']);
  assert.deepEqual(heard('progress')[0], [12]);
});

test('sends a part again after an error, and says that it waits', async () => {
  let failures = 2;
  clinic.status = address => {
    if (address.endsWith('b') && failures > 0) {
      failures -= 1;
      throw new Error('network');
    }
    return 200;
  };
  const done = upload.run();
  await until(() => heard('ready').length === 1);
  await done;

  assert.equal(clinic.puts.filter(address => address.endsWith('b')).length, 3);
  assert.deepEqual(heard('waiting').filter(([isWaiting]) => isWaiting).length, 2);
});

test('asks for another ticket when the store refuses one', async () => {
  let isExpired = true;
  clinic.status = address => {
    const code = isExpired && address.endsWith('c') ? 403 : 200;
    isExpired &&= code === 200;
    return code;
  };
  await upload.run();

  assert.equal(clinic.tickets, 2);
  assert.equal(heard('ready').length, 1);
});

test('gives up when the store refuses every ticket', async () => {
  clinic.status = () => 403;
  await upload.run();

  assert.equal(clinic.tickets, 5);
  assert.deepEqual(heard('refused'), [[null, true]]);
});

test('a pause stops the parts, and going on sends them again', async () => {
  let isStuck = true;
  clinic.status = () => (isStuck ? new Promise(() => {}) : 200);
  const done = upload.run();
  await until(() => clinic.puts.length === 3);
  upload.pause();
  await pass(20);
  assert.ok(upload.isPaused);
  assert.equal(clinic.puts.length, 3);
  assert.deepEqual(heard('waiting').filter(([isWaiting]) => isWaiting), []);

  isStuck = false;
  upload.resume();
  await until(() => heard('ready').length === 1);
  await done;
  assert.equal(clinic.puts.length, 6);
});

test('the network that is back is not waited for', async () => {
  let isOffline = true;
  clinic.status = () => {
    if (isOffline) {
      throw new Error('offline');
    }
    return 200;
  };
  const done = upload.run();
  const deadline = performance.now() + 20_000;
  while (heard('waiting').length < 4 && performance.now() < deadline) {
    await new Promise(resolve => { setImmediate(resolve); });
  }
  isOffline = false;
  upload.hurry();
  await done;
  assert.equal(heard('ready').length, 1);
});

test('a message may go while its photo is being checked', async () => {
  clinic.states = ['CHECKING', 'CHECKING', 'READY'];
  const done = upload.run();
  await until(() => heard('arrived').length === 1);
  assert.equal(heard('ready').length, 0);
  await until(() => heard('ready').length === 1);
  await done;
});

test('a photo that is none is refused, with the reason and for good', async () => {
  clinic.states = ['CHECKING', 'REFUSED'];
  const done = upload.run();
  await until(() => heard('refused').length === 1);
  await done;

  assert.deepEqual(heard('refused'), [['Not a photo.', false]]);
});

test('a refused request is not repeated', async () => {
  clinic.ticket = async () => { throw new Refused('Too many.', true); };
  await upload.run();

  assert.deepEqual(heard('refused'), [['Too many.', true]]);
});

test('an upload that was ended says nothing more', async () => {
  clinic.status = () => new Promise(() => {});
  const done = upload.run();
  await until(() => clinic.puts.length === 3);
  upload.end();
  await done;

  assert.deepEqual([heard('refused'), heard('ready')], [[], []]);
});
