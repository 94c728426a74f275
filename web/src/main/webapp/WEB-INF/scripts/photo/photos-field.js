/* The photos field: each photo is sent while the person still writes, and the form carries its id. */
import { text } from '../texts.js';
import { displayable, typed } from './conversion.js';
import { Holding } from './holding.js';
import { flawOf } from './photo-quality.js';
import { PhotoNotes } from './photo-notes.js';
import { parseUnfinished, Preview, unfinishedOf } from './preview.js';
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
  #unfinished;
  #clean;
  #status;
  #notes;
  #previews = new Map();
  #uploads = new Map();
  #holding;
  #replaced = null;

  constructor(field) {
    this.#limits = field.dataset;
    this.#form = field.closest('form');
    this.#input = field.querySelector('input[type="file"]');
    this.#list = field.querySelector('.previews');
    this.#ids = field.querySelector('input[id$="photo-ids"]');
    this.#unfinished = field.querySelector('input[id$="photo-unfinished"]');
    this.#clean = field.querySelector('input[id$="photo-clean"]');
    this.#status = field.querySelector('[data-photo-status]');
    this.#notes = new PhotoNotes(field, this.#list);
    /* without a name the files themselves are not sent with the form */
    this.#input.removeAttribute('name');
    this.#input.addEventListener('change', () => this.#addChosen());
    this.#input.addEventListener('cancel', () => { this.#replaced = null; });
    this.#holding = new Holding(this.#form, this.#status, selector => this.#first(selector));
    this.#form.addEventListener('draft', () => this.#restore());
    window.addEventListener('online', () => this.#uploads.forEach(upload => upload.hurry()));
    this.#restore();
    /* files may have been chosen before this script ran */
    this.#addChosen();
  }

  #restore() {
    this.#notes.recall();
    const unfinished = parseUnfinished(this.#unfinished.value);
    const isNew = id => id && !this.#list.querySelector(`[data-id="${id}"]`);
    const arrived = this.#ids.value.split(',').filter(isNew);
    arrived.forEach(id => {
      const name = `${text('image.photo')} ${this.#list.children.length + 1}`;
      this.#show(name, `/photo/${encodeURIComponent(id)}/thumbnail`, id).show('ready', text('image.ready'));
    });
    const shown = Array.from(this.#previews.values(), preview => preview.name);
    unfinished.filter(name => !shown.includes(name)).forEach(name => this.#askFor(name));
    if (arrived.length) {
      this.#changed();
    }
  }

  /* A photo that was being sent when the page was left: only the person can give the file to the page again. */
  #askFor(name) {
    const preview = this.#show(name, '');
    preview.isUnfinished = true;
    this.#refuse(preview, text('image.unfinished'));
    this.#offerChoice(preview);
  }

  #offerChoice(preview) {
    preview.button(text('image.choose-again'), () => {
      this.#replaced = preview;
      this.#input.click();
    });
  }

  #addChosen() {
    this.#status.textContent = '';
    const [first, ...others] = Array.from(this.#input.files);
    if (first) {
      this.#add(first, this.#takeReplaced(first));
    }
    others.forEach(file => this.#add(file, this.#takeReplaced(file)));
    this.#input.value = '';
  }

  /* The note about a photo that is chosen again, which leaves the list; null if none is. */
  #takeReplaced(file) {
    const replaced = this.#replaced ?? Array.from(this.#previews.values()).find(preview => preview.awaits(file));
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
        preview.id = id;
        preview.show('ready', text('image.checking'));
        this.#changed();
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
        this.#offerChoice(preview);
      }
    });
    const pause = preview.pauseButton(upload);
    this.#uploads.set(preview, upload);
    preview.isUnfinished = true;
    this.#changed();
    upload.run();
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
    this.#unfinished.value = unfinishedOf(this.#previews.values());
    this.#notes.write();
    this.#form.dispatchEvent(new CustomEvent('photos'));
    this.#holding.release();
  }

  #first(selector) {
    return this.#previews.get(this.#list.querySelector(selector)) ?? null;
  }
}
