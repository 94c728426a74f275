import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Clinic, heardBy } from './clinic.js';

let clinic;
let told;

beforeEach(() => {
  clinic = new Clinic();
  told = [];
});

/* A file as phones have them: what it holds is looked up when it is read. */
class CloudFile extends Blob {
  content = 'twenty bytes of data';

  async arrayBuffer() {
    return this.slice(0, this.size).arrayBuffer();
  }

  slice(from, to) {
    const read = async () => {
      if (this.content === null) {
        throw new Error('NotReadableError');
      }
      return new Blob([this.content.slice(from, to)]).arrayBuffer();
    };
    return { size: to - from, arrayBuffer: read };
  }
}

test('a file that has vanished before it is described cannot be read', async () => {
  const file = new CloudFile(['twenty bytes of data']);
  file.content = null;
  await clinic.uploadOf(file, told).run();

  assert.deepEqual(told, [['unreadable']]);
});

test('a file that has become shorter before it is described cannot be read', async () => {
  const file = new CloudFile(['twenty bytes of data']);
  file.content = 'shorter';
  await clinic.uploadOf(file, told).run();

  assert.deepEqual(told, [['unreadable']]);
});

test('a file that vanishes while it is sent is no matter of the network', async () => {
  const file = new CloudFile(['twenty bytes of data']);
  clinic.status = address => {
    if (address.endsWith('b')) {
      file.content = null;
      throw new Error('net::ERR_UPLOAD_FILE_CHANGED');
    }
    return 200;
  };
  await clinic.uploadOf(file, told).run();

  const waits = heardBy(told, 'waiting').filter(([isWaiting]) => isWaiting);
  assert.deepEqual([heardBy(told, 'unreadable'), waits, heardBy(told, 'refused')], [[[]], [], []]);
});

test('a file that changes while it is sent needs no further ticket', async () => {
  const file = new CloudFile(['twenty bytes of data']);
  clinic.status = () => {
    file.content = 'TWENTY BYTES OF DATA';
    return 400;
  };
  await clinic.uploadOf(file, told).run();

  assert.deepEqual([heardBy(told, 'unreadable'), clinic.tickets], [[[]], 1]);
});
