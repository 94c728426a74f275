/* The server and the store, as the tests of uploads need them. */
import { Upload } from '#scripts/photo/upload.js';

/* A clinic that takes a photo of three parts. */
export class Clinic {
  there = [];
  puts = [];
  tickets = 0;
  states = ['READY'];
  status = () => 200;

  async ticket() {
    this.tickets += 1;
    return { id: 'p1', part: 8, address: 'store', query: 'q', ends: ['a', 'b', 'c'], there: [...this.there] };
  }

  async complete() {
    return { step: this.there.length === 3 ? this.states.shift() : 'INCOMPLETE', message: 'Not a photo.' };
  }

  async state() {
    return { step: this.states.shift(), message: 'Not a photo.' };
  }

  putPart(address, checksum, bytes, onProgress) {
    this.puts.push(address);
    let abort;
    const status = new Promise((resolve, reject) => {
      abort = () => reject(new Error('abort'));
      Promise.resolve(this.status(address)).then(code => {
        if (code === 200) {
          onProgress(bytes.size);
          this.there.push('abc'.indexOf(address.at(-1)) + 1);
        }
        resolve(code);
      }).catch(reject);
    });
    return { status, abort };
  }

  /** An upload to this clinic, which writes down what it tells. */
  uploadOf(file, told) {
    const note = kind => (...values) => told.push([kind, ...values]);
    return new Upload(file, { consultation: '', partBytes: 8 }, {
      progress: note('progress'), waiting: note('waiting'), arrived: note('arrived'), ready: note('ready'),
      unreadable: note('unreadable'), refused: note('refused')
    }, {
      ticket: description => this.ticket(description), complete: id => this.complete(id),
      state: id => this.state(id), putPart: (...values) => this.putPart(...values)
    });
  }
}

/** All that was told of one kind. */
export function heardBy(told, kind) {
  return told.filter(([name]) => name === kind).map(([, ...values]) => values);
}
