/* A chosen photo in the list below the field: its picture, its state in words, and its buttons. */
import { button, element } from '../dom.js';
import { text } from '../texts.js';

export class Preview {
  #name;
  #state = element('span', 'state');
  #buttons = element('div', 'buttons');
  #word = element('span', 'word');
  #progress = document.createElement('progress');
  /* a part that is sent once more does not move the upload */
  #furthest = 0;
  /** Whether its upload has begun, here or before the page was opened, and has not arrived. */
  isUnfinished = false;

  constructor(name, picture) {
    this.#name = name;
    this.item = document.createElement('li');
    const image = document.createElement('img');
    image.alt = '';
    image.addEventListener('error', () => image.replaceWith(blank()));
    image.src = picture;
    this.item.append(image, element('bdi', 'name', name), this.#buttons, this.#state);
  }

  get name() {
    return this.#name;
  }

  get id() {
    return this.item.dataset.id ?? null;
  }

  /** The server's id of the photo, or null: in any case, its upload is over. */
  set id(id) {
    this.isUnfinished = false;
    if (id) {
      this.item.dataset.id = id;
    } else {
      delete this.item.dataset.id;
    }
  }

  get isShown() {
    return this.item.isConnected;
  }

  /** Whether this stands for a file that has to be chosen again, so that its upload goes on. */
  awaits(file) {
    return this.isUnfinished && this.item.className === 'refused' && this.#name === file.name;
  }

  /** The key of the text that says why a form with this photo is not sent. */
  get obstacle() {
    if (this.item.className !== 'refused') {
      return 'image.undecided';
    }
    return this.isUnfinished ? 'image.unfinished' : 'image.blocked';
  }

  /** The kind is a class of the style sheet: uploading, ready, refused, or doubtful. */
  show(kind, words) {
    this.item.className = kind;
    this.#state.textContent = words;
  }

  showProgress(most) {
    this.#progress.max = most;
    this.#progress.value = 0;
    this.#progress.setAttribute('aria-label', `${text('image.uploading')} ${this.#name}`);
    this.#word.textContent = '';
    this.item.className = 'uploading';
    this.#state.replaceChildren(this.#progress, this.#word);
  }

  /** Shows how far the upload is. Whoever waits for an upload that moves uses the page, even without touching it. */
  progress(bytes) {
    this.#progress.value = bytes;
    if (bytes > this.#furthest) {
      this.#furthest = bytes;
      document.dispatchEvent(new CustomEvent('upload-moved'));
    }
  }

  /** A word beside the progress bar. */
  say(words) {
    this.#word.textContent = words;
  }

  button(label, action) {
    const made = button('quiet', '', action);
    this.label(made, label);
    this.#buttons.append(made);
    return made;
  }

  /** A button that pauses an upload and resumes it. */
  pauseButton(upload) {
    const made = this.button(text('image.pause'), () => {
      const wasPaused = upload.isPaused;
      this.say(wasPaused ? '' : text('image.paused'));
      this.label(made, wasPaused ? text('image.pause') : text('image.go-on'));
      if (wasPaused) {
        upload.resume();
      } else {
        upload.pause();
      }
    });
    return made;
  }

  label(made, label) {
    made.textContent = label;
    made.setAttribute('aria-label', `${label} ${this.#name}`);
  }

  focus() {
    this.item.querySelector('button').focus();
  }
}

function blank() {
  const made = element('span', 'blank');
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** The names of the files whose uploads are unfinished, as a form carries them. */
export function unfinishedOf(previews) {
  const names = Array.from(previews).filter(preview => preview.isUnfinished).map(preview => preview.name);
  return names.length ? JSON.stringify(names) : '';
}

/** The same names again; none if they cannot be read. */
export function parseUnfinished(json) {
  try {
    return JSON.parse(json || '[]');
  } catch {
    return [];
  }
}
