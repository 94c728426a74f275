/* The WebSocket over which the server announces changes. */
import { Backoff } from './backoff.js';

/* with this code (RFC 6455, section 7.4.1) the server closes what a person who has signed out has open */
const POLICY_VIOLATED = 1008;
/* the server sends something every 25 s: a connection that is silent for this long is dead */
const SILENCE = 60 * 1000;

export class Connection {
  #onMessage;
  #onLost;
  #backoff = new Backoff();
  #socket = null;
  #heardAt = 0;
  #nextAt = 0;
  isOpen = false;

  /**
   * @param onMessage called with the words of each message
   * @param onLost called with the milliseconds to wait before asking whether the server is back, and whether it was the
   *   server that closed the connection
   */
  constructor(onMessage, onLost) {
    this.#onMessage = onMessage;
    this.#onLost = onLost;
  }

  get mayConnect() {
    return Date.now() >= this.#nextAt;
  }

  open() {
    if (this.isOpen || !window.WebSocket) {
      return;
    }
    this.#nextAt = Infinity;
    const socket = new WebSocket(location.origin.replace('http', 'ws') + '/live');
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.isOpen = true;
      this.#heardAt = Date.now();
    });
    socket.addEventListener('message', event => {
      this.#heardAt = Date.now();
      this.#backoff.reset(); /* not before: the server closes at once when there are too many pages */
      this.#onMessage(event.data.split(' '));
    });
    socket.addEventListener('close', event => {
      if (socket === this.#socket) {
        this.#lose(event.code === POLICY_VIOLATED);
      }
    });
  }

  /** Gives up a connection that has been silent for too long. */
  checkSilence() {
    if (this.isOpen && Date.now() - this.#heardAt > SILENCE) {
      this.#lose(false);
    }
  }

  #lose(isByServer) {
    const wait = this.#backoff.next();
    const gone = this.#socket;
    this.#socket = null;
    this.isOpen = false;
    this.#nextAt = Date.now() + wait;
    gone.close();
    this.#onLost(wait, isByServer);
  }
}
