/* Sends one photo straight to the clinic's store, in parts: again after an error, on after a pause, and from where it
   broke off if the same photo is chosen once more. The server only gives permission, and hears when all is there. */
(function () {
  'use strict';

  const AT_ONCE = 3;
  const LONGEST_PAUSE = 30 * 1000;
  const CHECK_EVERY = 3 * 1000;
  /* So often a store may refuse what it was sent before it is believed. */
  const MOST_REFUSALS = 4;

  /* Thrown when going on is of no use; the message is for the person, who may be able to try again later. */
  function Refused(message, again) {
    this.message = message;
    this.again = again;
  }

  /**
   * Begins to send. `tell` has functions: progress(bytes), waiting(isWaiting), there(id), ready(), refused(message, again).
   */
  function Upload(file, consultation, tell) {
    const running = new Map();
    let paused = false;
    let ended = false;
    let goOn = function () {};
    let id = null;
    let description;

    this.id = function () { return id; };
    this.isPaused = function () { return paused; };
    this.pause = function () {
      paused = true;
      stop();
    };
    this.resume = function () {
      paused = false;
      goOn();
    };
    this.end = function () {
      ended = true;
      stop();
      goOn();
    };
    window.addEventListener('online', function () { goOn(); });

    run().catch(function (failure) {
      if (!ended) {
        const known = failure instanceof Refused;
        tell.refused(known ? failure.message : null, !known || failure.again);
      }
    });

    async function run() {
      description = await inTurn(function () { return describe(file, consultation); });
      for (let refusals = 0; !ended;) {
        const ticket = await patiently(function () { return ask('POST', '/photos', description); });
        id = ticket.id;
        const missing = ticket.ends.map(function (end, place) { return place; })
          .filter(function (place) { return !ticket.there.includes(place + 1); });
        if (!await sendAll(ticket, missing)) {
          refusals += 1;
          if (refusals > MOST_REFUSALS) {
            throw new Error('the store refuses');
          }
          continue;
        }
        const state = await patiently(function () { return ask('POST', '/photos/' + encodeURIComponent(id)); });
        if (state.step !== 'INCOMPLETE') {
          return checked(state);
        }
      }
    }

    /* A message may go before its photos are checked. */
    async function checked(first) {
      let state = first;
      if (state.step !== 'REFUSED') {
        tell.there(id);
      }
      while (state.step === 'CHECKING' && !ended) {
        await wait(CHECK_EVERY);
        state = await patiently(function () { return ask('GET', '/photos/' + encodeURIComponent(id)); });
      }
      if (state.step === 'REFUSED') {
        throw new Refused(state.message, false);
      }
      tell.ready();
    }

    /* Resolves to false when the store wants another ticket. */
    async function sendAll(ticket, missing) {
      const sent = new Map();
      let expired = false;
      ticket.there.forEach(function (number) { sent.set(number - 1, lengthOf(ticket, number - 1)); });
      const show = function () {
        let bytes = 0;
        sent.forEach(function (length) { bytes += length; });
        tell.progress(bytes);
      };
      show();
      const line = missing.slice();
      const worker = async function () {
        while (line.length && !expired && !ended) {
          const place = line.shift();
          const status = await patiently(function () {
            return put(ticket, place, function (bytes) { sent.set(place, bytes); show(); });
          });
          if (status === 200) {
            sent.set(place, lengthOf(ticket, place));
            show();
          } else {
            expired = true;
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return !expired && !ended;
    }

    function lengthOf(ticket, place) {
      return Math.min(ticket.part, file.size - place * ticket.part);
    }

    /* Resolves to the status; rejects when there was no answer, or one that says "come again". */
    function put(ticket, place, progress) {
      return new Promise(function (resolve, reject) {
        const from = place * ticket.part;
        const request = new XMLHttpRequest();
        const done = function (step, value) {
          running.delete(place);
          step(value);
        };
        running.set(place, request);
        request.upload.addEventListener('progress', function (event) { progress(event.loaded); });
        request.addEventListener('load', function () {
          if (request.status >= 500) {
            done(reject, new Error('come again'));
          } else {
            done(resolve, request.status);
          }
        });
        ['error', 'abort', 'timeout'].forEach(function (kind) {
          request.addEventListener(kind, function () { done(reject, new Error(kind)); });
        });
        request.open('PUT', ticket.address + '?' + ticket.query + '&' + ticket.ends[place]);
        request.setRequestHeader('x-amz-checksum-sha256', description.parts[place]);
        request.send(file.slice(from, from + lengthOf(ticket, place)));
      });
    }

    /* Tries until there is an answer; a pause, or a network that is gone, is waited for. */
    async function patiently(step) {
      for (let pause = 1000; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        while (paused && !ended) {
          await wait(Infinity);
        }
        if (ended) {
          throw new Error('ended');
        }
        try {
          const answer = await step();
          tell.waiting(false);
          return answer;
        } catch (failure) {
          if (failure instanceof Refused) {
            throw failure;
          }
          if (!paused && !ended) {
            tell.waiting(true);
            await wait(pause * (0.5 + Math.random() / 2));
          }
        }
      }
    }

    /* Until the time is over, the person goes on, or the network is back. */
    function wait(millis) {
      return new Promise(function (resolve) {
        const timer = millis === Infinity ? null : setTimeout(resolve, millis);
        const before = goOn;
        goOn = function () {
          clearTimeout(timer);
          resolve();
          before();
          goOn = function () {};
        };
      });
    }

    function stop() {
      Array.from(running.values()).forEach(function (request) { request.abort(); });
    }
  }

  /* What the server has to know to give permission. */
  async function describe(file, consultation) {
    const part = Number(document.querySelector('.photos').dataset.part);
    const bytes = await file.arrayBuffer();
    const parts = [];
    for (let from = 0; from < bytes.byteLength; from += part) {
      parts.push(base64(await digest(bytes.slice(from, from + part))));
    }
    return {
      type: file.type, bytes: bytes.byteLength, sha256: hex(await digest(bytes)), parts: parts,
      consultation: consultation
    };
  }

  /* One file at a time is held in memory as a whole: twenty would be too much for a phone. */
  let turn = Promise.resolve();

  function inTurn(step) {
    const own = turn.then(step);
    turn = own.catch(function () { /* told to whose turn it was */ });
    return own;
  }

  async function ask(method, address, body) {
    const answer = await fetch(address, {
      method: method, cache: 'no-store', body: body && JSON.stringify(body),
      headers: body ? { 'Content-Type': 'application/json' } : {}
    });
    if (answer.status >= 500 || answer.status === 429) {
      const told = await answer.json().catch(function () { return {}; });
      if (answer.status === 429) {
        throw new Refused(told.message, true);
      }
      throw new Error('come again');
    }
    const told = await answer.json().catch(function () { return {}; });
    if (!answer.ok) {
      throw new Refused(told.message, false);
    }
    return told;
  }

  function digest(bytes) {
    return crypto.subtle.digest('SHA-256', bytes);
  }

  function hex(bytes) {
    return Array.from(new Uint8Array(bytes), function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
  }

  function base64(bytes) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(bytes)));
  }

  Upload.inTurn = inTurn;
  window.Upload = Upload;
}());
