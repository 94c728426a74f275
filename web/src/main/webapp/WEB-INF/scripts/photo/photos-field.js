/* The photos field: each photo is sent while the person still writes, and the form carries its id. */
import { text } from '../texts.js';
import { displayable, typed } from './conversion.js';
import { flawOf } from './photo-quality.js';
import { PhotoNotes } from './photo-notes.js';
import { Preview } from './preview.js';
import { deletePhoto } from './server.js';
import { inTurn } from './turns.js';
import { Upload } from './upload.js';

const FLAWS = { small: 'image.small', dark: 'image.dark', blurred: 'image.blurred' };

export class PhotosField {
  #limits;
  #form;
  #input;
  #list;
  #ids;
  #clean;
  #status;
  #notes;
  #previews = new Map();
  #uploads = new Map();
  #waitingButton = null;
  #replaced = null;

  constructor(field) {
    this.#limits = field.dataset;
    this.#form = field.closest('form');
    this.#input = field.querySelector('input[type="file"]');
    this.#list = field.querySelector('.previews');
    this.#ids = field.querySelector('input[id$="photo-ids"]');
    this.#clean = field.querySelector('input[id$="photo-clean"]');
    this.#status = field.querySelector('[data-photo-status]');
    this.#notes = new PhotoNotes(field, this.#list);
    /* without a name the files themselves are not sent with the form */
    this.#input.removeAttribute('name');
    this.#input.addEventListener('change', () => this.#addChosen());
    this.#input.addEventListener('cancel', () => { this.#replaced = null; });
    this.#form.addEventListener('submit', event => this.#holdBack(event), true);
    this.#form.addEventListener('draft', () => this.#restore());
    window.addEventListener('online', () => this.#uploads.forEach(upload => upload.hurry()));
    this.#restore();
    /* files may have been chosen before this script ran */
    this.#addChosen();
  }

  #restore() {
    this.#notes.recall();
    const isShown = id => this.#list.querySelector(`[data-id="${id}"]`) !== null;
    this.#ids.value.split(',').filter(id => id && !isShown(id)).forEach(id => {
      const name = `${text('image.photo')} ${this.#list.children.length + 1}`;
      this.#accept(this.#show(name, `/photo/${encodeURIComponent(id)}/thumbnail`, id), id);
    });
  }

  #addChosen() {
    this.#status.textContent = '';
    const [first, ...others] = Array.from(this.#input.files);
    if (first) {
      this.#add(first, this.#takeReplaced());
    }
    others.forEach(file => this.#add(file));
    this.#input.value = '';
  }

  /* The note about a photo that is chosen again, which leaves the list; null if none is. */
  #takeReplaced() {
    const replaced = this.#replaced;
    this.#replaced = null;
    if (!replaced?.isShown) {
      return null;
    }
    const note = this.#notes.of(replaced.item);
    this.#remove(replaced);
    return note;
  }

  #add(file, note = null) {
    if (this.#list.children.length >= Number(this.#limits.most)) {
      this.#status.textContent = text('image.refused.too-many');
      return;
    }
    const preview = this.#show(file.name, URL.createObjectURL(file), null, note);
    if (file.size > Number(this.#limits.mostBytes)) {
      this.#refuse(preview, text('image.refused.too-large'));
    } else if (file.size === 0) {
      this.#refuse(preview, text('image.refused.empty'));
    } else {
      this.#prepare(preview, file);
    }
  }

  #show(name, picture, id = null, note = null) {
    const preview = new Preview(name, picture);
    preview.id = id;
    preview.button(text('image.remove'), () => this.#remove(preview));
    this.#notes.attach(preview.item, name, note);
    this.#previews.set(preview.item, preview);
    this.#list.append(preview.item);
    return preview;
  }

  /* A photo of doubtful use is sent only if the person wants that. */
  async #prepare(preview, original) {
    preview.show('uploading', text('image.preparing'));
    const [file, flaw] = await inTurn(async () => {
      const decoded = await displayable(original, this.#limits.reads);
      return [decoded, await flawOf(decoded)];
    });
    if (!preview.isShown) {
      return;
    }
    if (!flaw) {
      this.#upload(preview, file);
      return;
    }
    preview.show('doubtful', text(FLAWS[flaw]));
    this.#status.textContent = text(FLAWS[flaw]);
    this.#offer(preview, 'image.anyway', () => {
      this.#status.textContent = '';
      this.#upload(preview, file);
    });
    this.#changed();
  }

  #upload(preview, file) {
    preview.showProgress(file.size);
    const { consultation, part } = this.#limits;
    const upload = new Upload(typed(file), {
      consultation, partBytes: Number(part), withoutMetadata: this.#clean.checked
    }, {
      progress: bytes => preview.progress(bytes),
      waiting: isWaiting => preview.say(isWaiting ? text('image.offline') : ''),
      arrived: id => {
        pause.remove();
        this.#accept(preview, id);
        preview.show('ready', text('image.checking'));
      },
      ready: () => preview.show('ready', text('image.ready')),
      refused: (message, canRetry) => {
        pause.remove();
        preview.id = null;
        this.#refuse(preview, message || text('image.failed'));
        if (canRetry) {
          this.#offer(preview, 'image.again', () => this.#upload(preview, file));
        }
      },
      unreadable: () => {
        pause.remove();
        preview.id = null;
        this.#refuse(preview, text('image.unreadable'));
        preview.button(text('image.choose-again'), () => {
          this.#replaced = preview;
          this.#input.click();
        });
      }
    });
    const pause = preview.pauseButton(upload);
    this.#uploads.set(preview, upload);
    upload.run();
  }

  #accept(preview, id) {
    preview.id = id;
    preview.show('ready', text('image.ready'));
    this.#changed();
  }

  /* A button for one use. */
  #offer(preview, key, step) {
    preview.button(text(key), event => {
      event.currentTarget.remove();
      step();
    });
  }

  #refuse(preview, reason) {
    preview.show('refused', reason);
    this.#status.textContent = reason;
    this.#changed();
  }

  #remove(preview) {
    const upload = this.#uploads.get(preview);
    upload?.end();
    const id = preview.id ?? upload?.id;
    if (id) {
      deletePhoto(id);
    }
    this.#uploads.delete(preview);
    this.#previews.delete(preview.item);
    preview.item.remove();
    this.#status.textContent = '';
    this.#changed();
    this.#input.focus();
  }

  #changed() {
    this.#ids.value = Array.from(this.#list.querySelectorAll('[data-id]'), item => item.dataset.id).join(',');
    this.#notes.write();
    this.#form.dispatchEvent(new CustomEvent('photos'));
    if (this.#waitingButton && !this.#first('.uploading')) {
      const sender = this.#waitingButton;
      this.#waitingButton = null;
      this.#status.textContent = '';
      this.#form.requestSubmit(sender);
    }
  }

  /* A form waits for its photos, and is not sent while one of them needs a decision. */
  #holdBack(event) {
    const undecided = this.#first('.refused, .doubtful');
    if (this.#first('.uploading')) {
      this.#waitingButton = event.submitter;
      this.#status.textContent = text('image.waiting');
    } else if (undecided) {
      this.#status.textContent = text(undecided.item.className === 'refused' ? 'image.blocked' : 'image.undecided');
      undecided.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #first(selector) {
    return this.#previews.get(this.#list.querySelector(selector)) ?? null;
  }
}
