/* Drafts are stored on the server, so that they survive the end of the session and are there on another device. Nothing
   of them is stored in the browser. */
import { Backoff } from '../live/backoff.js';

const VERSION = 'Draft-Version';
/* Browsers refuse requests that outlive their page if they have more than 64 KiB, of up to three bytes a character. */
const MOST_BEYOND_PAGE = 20_000;

/** The address of the draft of a form on a page. */
export function addressOf(form, path) {
  return `/draft/${form}${path}`;
}

/**
 * The draft of one form. Saves are sent one after the other, and the latest values win. A save that fails is repeated.
 * A draft that another tab or device has saved in the meantime is in dispute: nothing is saved until that is settled.
 */
export class DraftStore {
  #address;
  #account;
  #tell;
  #version = 0;
  #loading = null;
  #waiting = null;
  #sending = null;
  #isDisputed = false;
  #backoff = new Backoff();
  #retry = null;
  #unanswered = new Set();

  /** @param tell functions: saved(fields), and disputed(fields) with those of the other draft */
  constructor(address, account, tell) {
    this.#address = address;
    this.#account = account;
    this.#tell = tell;
  }

  /** The fields of the draft, or null if there is none, or the server does not answer. */
  load() {
    this.#loading = this.#ask('GET').then(answer => (answer.ok ? this.#read(answer) : null)).catch(() => null);
    return this.#loading;
  }

  /** Saves the fields; resolves when the server has them, or does not take them now. */
  save(fields) {
    this.#waiting = fields;
    clearTimeout(this.#retry);
    this.#sending ??= this.#send().finally(() => { this.#sending = null; });
    return this.#sending;
  }

  /** Resolves when nothing is being saved any more; what failed is tried once more. */
  finish() {
    return this.#waiting ? this.save(this.#waiting) : this.#sending;
  }

  /** The draft on the server is not the one that this page began with. */
  dispute(other) {
    this.#isDisputed = true;
    this.#tell.disputed(other);
  }

  /** The page has taken over the other draft. */
  yield() {
    this.#isDisputed = false;
    this.#waiting = null;
  }

  /** Saves the fields of this page over the other draft. */
  overwrite(fields) {
    this.#isDisputed = false;
    return this.save(fields);
  }

  async #send() {
    await this.#loading;
    while (this.#waiting && !this.#isDisputed) {
      const fields = this.#waiting;
      const body = JSON.stringify(fields);
      this.#waiting = null;
      const answer = await this.#ask('PUT', body).catch(() => null);
      if (!answer || isPassing(answer)) {
        this.#unanswered.add(body);
        this.#repeat(fields);
        return;
      }
      await this.#judge(answer, fields);
    }
  }

  #repeat(fields) {
    this.#waiting ??= fields;
    this.#retry = setTimeout(() => this.finish(), this.#backoff.next());
  }

  async #judge(answer, fields) {
    if (answer.status === 204) {
      this.#version = Number(answer.headers.get(VERSION));
      this.#backoff.reset();
      this.#unanswered.clear();
      this.#tell.saved(fields);
    } else if (answer.status === 409) {
      this.#settle(await this.#read(answer), fields);
    }
  }

  /* A draft that was sent has no fields. One that this page has saved by a request without an answer is its own. */
  #settle(other, fields) {
    if (other) {
      this.#waiting ??= fields;
    }
    if (other && !this.#unanswered.has(JSON.stringify(other))) {
      this.dispute(other);
    }
  }

  async #read(answer) {
    this.#version = Number(answer.headers.get(VERSION));
    return JSON.parse(await answer.text() || 'null');
  }

  #ask(method, body = undefined) {
    return fetch(this.#address, {
      method, body, cache: 'no-store', keepalive: body?.length <= MOST_BEYOND_PAGE,
      headers: { 'Shown-To': this.#account, [VERSION]: String(this.#version) }
    });
  }
}

/* Too many requests, a server that is busy or away, or two first saves at the same moment. */
function isPassing({ status, headers }) {
  return status >= 500 || status === 429 || (status === 409 && !headers.has(VERSION));
}
