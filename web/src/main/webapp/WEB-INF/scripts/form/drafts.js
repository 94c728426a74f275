/* Drafts: what was typed survives an error, the end of the session, a dead node, and a change of device. A draft
   belongs to one person, one page, and one form. */
import { DraftStore, addressOf } from './draft-store.js';
import { fill, held, KEPT, shown } from './fields.js';

const FIELDS = [
  'textarea', 'input[type="text"]', 'input[type="date"]', 'input[type="checkbox"]', 'select',
  'input[id$="photo-ids"]', 'input[id$="photo-notes"]', 'input[id$="photo-unfinished"]', 'input[data-shapes]',
  'input[id$=":key"]'
].join(', ');
/* text in these is typed; other fields have a value without it */
const TYPED = 'textarea, input[type="text"], input[data-shapes]';
/* Milliseconds: a draft is saved so long after the last change, and at most so long after the first. */
const PAUSE = 1000;
const LONGEST = 5000;

/** What a field should hold: what the person typed, unless the server has sent something. */
export function restored(id, value, drafted) {
  if (id.endsWith('photo-ids')) {
    return merged(id, value, drafted);
  }
  /* the form's key shows that both attempts are the same message */
  return drafted && (!value || id.endsWith(':key')) ? drafted : value;
}

/** What a field holds once another draft is used: no photo is lost. */
export function merged(id, value, other) {
  if (!id.endsWith('photo-ids')) {
    return other ?? value;
  }
  return Array.from(new Set([...value.split(','), ...(other ?? '').split(',')])).filter(Boolean).join(',');
}

/** Saves values a moment after they have changed, or at once. */
export class Saver {
  #store;
  #values;
  #known;
  #timer = null;
  #changedAt = null;

  /** @param values a function that returns the present values */
  constructor(store, values) {
    this.#store = store;
    this.#values = values;
    this.know(values());
  }

  /** These values need not be saved. */
  know(values) {
    this.#known = JSON.stringify(values);
  }

  soon() {
    this.#changedAt ??= Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), Math.min(PAUSE, this.#changedAt + LONGEST - Date.now()));
  }

  /** Resolves when the server has the values, or does not take them now. */
  now() {
    clearTimeout(this.#timer);
    this.#changedAt = null;
    const values = this.#values();
    if (JSON.stringify(values) === this.#known) {
      return this.#store.finish();
    }
    this.know(values);
    return this.#store.save(values);
  }
}

/* The version before has kept drafts in the tab: one that was begun there during an upgrade is taken over. */
function takeFormer(key) {
  const stored = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return stored && JSON.parse(stored).fields;
}

class DraftedForm {
  #form;
  #fields;
  #typed;
  #isRefused;
  #store;
  #saver;
  #former;

  constructor(site, form) {
    this.#form = form;
    this.#fields = Array.from(form.querySelectorAll(FIELDS));
    this.#typed = this.#fields.filter(field => field.matches(TYPED));
    this.#isRefused = form.querySelector('[aria-invalid="true"], .error:not(:empty)') !== null;
    this.#former = `draft:${[site.dataset.account, location.pathname, form.dataset.draft].join(':')}`;
    /* a browser that restores what was sent, on the way back, would not restore the form's key */
    form.autocomplete = 'off';
    this.#store = new DraftStore(addressOf(form.dataset.draft, location.pathname), site.dataset.account, {
      saved: draft => this.#note(draft),
      disputed: other => this.#ask(other)
    });
    this.#saver = new Saver(this.#store, () => this.#values());
    this.#saver.know(this.#values(shown));
    this.#watch();
  }

  /** Fills the form from its draft. What somebody has typed before that had come stays. */
  async restore() {
    const stored = await this.#store.load();
    const former = stored ? null : takeFormer(this.#former);
    const draft = stored ?? former ?? {};
    this.#note(draft);
    if (this.#isRefused) {
      /* the server may have given the form another key */
      this.#saver.know(draft);
      this.#saver.now();
      return;
    }
    const touched = this.#fields.filter(field => held(field) !== shown(field));
    const untouched = this.#fields.filter(field => !touched.includes(field));
    this.#put(untouched, field => restored(field.id, held(field), draft[field.id]));
    if (touched.some(field => this.#typed.includes(field) && draft[field.id] && draft[field.id] !== held(field))) {
      this.#store.dispute(draft);
    }
    this.#saver.know(touched.length || former ? stored ?? {} : this.#values());
    this.#form.dispatchEvent(new CustomEvent('draft'));
    this.#saver.now();
  }

  #values(valueOf = held) {
    return Object.fromEntries(this.#fields.map(field => [field.id, valueOf(field)]));
  }

  #put(fields, valueOf) {
    fields.forEach(field => {
      const value = valueOf(field);
      if (value !== held(field)) {
        fill(field, value);
        /* for what counts its characters, and the like */
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
  }

  /* The page that asks to sign in again says that what was typed is still there. */
  #note(draft) {
    if (this.#typed.some(field => draft[field.id]?.trim())) {
      sessionStorage.setItem(KEPT, 'true');
    }
  }

  #watch() {
    this.#form.addEventListener('input', () => this.#saver.soon());
    ['photos', 'submit'].forEach(kind => this.#form.addEventListener(kind, () => this.#saver.now()));
    window.addEventListener('beforeunload', () => { this.#saver.now(); });
    document.addEventListener('visibilitychange', () => document.hidden && this.#saver.now());
    document.addEventListener('save-drafts', event => event.detail.push(this.#saver.now()));
  }

  /* Few drafts are ever in dispute. */
  async #ask(other) {
    const differing = this.#typed.find(field => (other[field.id] ?? '') !== held(field) && !field.dataset.shapes);
    const { askWhich } = await import('./dispute.js');
    askWhich(this.#form, differing ? other[differing.id] ?? '' : '', {
      'form.draft.use': () => {
        this.#store.yield();
        this.#put(this.#fields, field => merged(field.id, held(field), other[field.id]));
        this.#saver.know(other);
        this.#form.dispatchEvent(new CustomEvent('draft'));
        this.#saver.now();
      },
      'form.draft.keep': () => {
        this.#saver.know(this.#values());
        this.#store.overwrite(this.#values());
      }
    });
  }
}

/** Fills a form from its draft, and saves the draft from then on. */
export function keepDraft(site, form) {
  return new DraftedForm(site, form).restore();
}
