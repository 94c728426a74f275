/* Keeps an open page up to date. A WebSocket, or otherwise a request every ten seconds, announces changes; a page that
   follows them then reads itself again and applies the differences outside of its forms. Every page of a person learns
   that they have signed out, wherever they did, and shows nothing of theirs any longer. */
import { Connection } from './connection.js';
import { Departure } from './departure.js';

const CONNECT_AFTER = 150;
const CHECK_EVERY = 10 * 1000;
/* unannounced changes are seen after this time */
const MAX_AGE = 5 * 60 * 1000;
/* requests that no person has made do not count as use of the session */
const BACKGROUND = { 'Consilium-Background': 'true' };

/* the server's answer names who is signed in */
const READER = 'Signed-In-As';

/** Whether a changed consultation concerns a page: a consultation's page follows that one, lists follow all. */
export function concerns(consultation, path) {
  const own = path.match(/^\/consultation\/([^/]+)$/);
  return !own || own[1] === consultation;
}

/** Whether an answer is for somebody else than the page, who has signed in since. */
export function isOfAnother(reader, account) {
  return Boolean(reader) && reader !== account;
}

export class LivePage {
  #site;
  #renewal;
  #departure = new Departure();
  #connection = new Connection(words => this.#hear(words),
    (wait, isByServer) => setTimeout(() => this.#ask(isByServer), wait));
  #readAt = Date.now();
  #isAsking = false;
  #isReading = false;
  #isStale = false;
  #follows;

  /** With a renewal (takeover.js), the page follows changes. */
  constructor(site, renewal = null) {
    this.#site = site;
    this.#renewal = renewal;
    this.#follows = Boolean(renewal && site.dataset.mark);
  }

  start() {
    this.#departure.watch(window);
    setTimeout(() => this.#connect(), CONNECT_AFTER);
    setInterval(() => this.#check(), CHECK_EVERY);
    document.addEventListener('visibilitychange', () => this.#look(this.#isStale));
  }

  #check() {
    this.#connection.checkSilence();
    this.#look(this.#isStale || Date.now() - this.#readAt > MAX_AGE);
  }

  #look(isDue) {
    if (isDue && this.#follows) {
      this.#read();
    } else if (!this.#connection.isOpen) {
      this.#ask();
    }
  }

  #connect() {
    if (!this.#departure.isLeaving) {
      this.#connection.open();
    }
  }

  /* "mark" and the version of what this reader may see, or "changed" and a consultation */
  #hear([kind, value]) {
    if (kind === 'mark') {
      this.#compare(value);
    } else if (this.#follows && concerns(value, location.pathname)) {
      this.#read();
    }
  }

  #compare(version) {
    if (this.#follows && version !== this.#site.dataset.mark) {
      this.#read();
    }
  }

  /* Also finds out whether the session is over, and whether there is a server to connect to again. A hidden page asks
     only if the server has closed its connection, as when the person has signed out. */
  async #ask(isByServer = false) {
    if (this.#isAsking || this.#departure.isUnderWay() || (document.hidden && !isByServer)) {
      return;
    }
    this.#isAsking = true;
    try {
      const answer = await this.#get('/live');
      if (isOfAnother(answer.headers.get(READER), this.#site.dataset.account)) {
        this.#reload();
      } else if (answer.ok) {
        this.#compare(await answer.text());
        if (this.#connection.mayConnect) {
          this.#connect();
        }
      }
    } catch {
      /* asked again later */
    } finally {
      this.#isAsking = false;
    }
  }

  /* A hidden page waits, because messages that are read count as seen. */
  async #read() {
    this.#isStale = true;
    if (document.hidden || this.#isReading || this.#departure.isUnderWay()) {
      return;
    }
    this.#isReading = true;
    this.#isStale = false;
    this.#readAt = Date.now();
    const isDone = await this.#readOnce().catch(() => false);
    this.#isReading = false;
    if (!isDone) {
      this.#isStale = true;
    } else if (this.#isStale) {
      this.#read();
    }
  }

  /* Resolves to false when the page has to be read again later. */
  async #readOnce() {
    const answer = await this.#get(location.pathname + location.search);
    if (answer.status === 404) {
      this.#reload();
    }
    if (!answer.ok) {
      return false;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (this.#departure.isUnderWay()) {
      return false;
    }
    if (this.#renewal.isSamePage(this.#site, fresh)) {
      this.#renewal.takeOver(this.#site, fresh);
    } else {
      this.#reload();
    }
    return true;
  }

  #reload() {
    this.#departure.isLeaving = true;
    document.dispatchEvent(new CustomEvent('visit-changed'));
    location.reload();
  }

  async #get(address) {
    const answer = await fetch(address, { headers: BACKGROUND, redirect: 'manual', cache: 'no-store' });
    if (this.#departure.isUnderWay()) {
      throw new Error('the page is being left');
    }
    if (answer.type === 'opaqueredirect') {
      this.#departure.isLeaving = true;
      document.dispatchEvent(new CustomEvent('visit-ended'));
    }
    return answer;
  }
}
