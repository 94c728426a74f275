/* The tools with which a clinician annotates a photo. The form carries the shapes until it is sent. */
import { element, svg } from '../dom.js';
import { text } from '../texts.js';
import { outlined } from './annotation-layer.js';
import { coordinates, inwards, LONGEST_TEXT, MOST_SHAPES, parseShapes } from './shapes.js';

const TOOLS = { arrow: 'image.view.arrow', circle: 'image.view.circle', text: 'image.view.text' };

export class PhotoAnnotations {
  #carrier;
  #view;
  #layer;
  #shapes;
  #buttons;
  #undo;
  #words;
  #status;
  #tool = '';
  #draft = null;
  #sent = false;

  /** @param carrier the input of the form that holds the shapes as JSON */
  constructor(carrier, view, layer, tools) {
    this.#carrier = carrier;
    this.#view = view;
    this.#layer = layer;
    this.#shapes = parseShapes(carrier.value);
    const row = tools.row('draw');
    this.#buttons = Object.entries(TOOLS).map(([kind, key]) => this.#toolButton(tools, row, kind, text(key)));
    this.#undo = tools.button(row, 'undo', text('image.view.undo'), () => {
      this.#shapes.pop();
      this.#changed();
    });
    this.#words = this.#wordsField(row);
    this.#status = tools.status(row, 'unsaved');
    view.stage.append(crossHair());
    carrier.form.addEventListener('draft', () => {
      this.#shapes = parseShapes(carrier.value);
      this.#changed();
    });
    carrier.closest('.viewer').addEventListener('keydown', event => this.#leaveByEscape(event));
    this.#warnBeforeLoss();
    this.#changed();
  }

  get hasTool() {
    return this.#tool !== '';
  }

  /** Draws from one point to another while the pointer moves; false if the chosen tool does not draw. */
  drag(from, to) {
    if (this.#tool !== 'arrow' && this.#tool !== 'circle') {
      return false;
    }
    this.#draft = this.#shape(this.#tool, from, to);
    this.#show();
    return true;
  }

  drop() {
    const done = this.#draft;
    this.#draft = null;
    if (done) {
      this.#add(done);
    }
  }

  cancel() {
    this.#draft = null;
    this.#show();
  }

  /** Puts a shape at a point, by a click or the Enter key. */
  put(point) {
    const end = inwards(this.#tool, point, this.#view.toStage({ x: 0.5, y: 0.5 }));
    if (this.#tool === 'text') {
      this.#putWords(point);
    } else if (this.#tool === 'arrow') {
      this.#add(this.#shape('arrow', end, point));
    } else if (this.#tool === 'circle') {
      this.#add(this.#shape('circle', point, end));
    }
  }

  #putWords(point) {
    const words = this.#words.value.trim().slice(0, LONGEST_TEXT);
    if (words) {
      this.#words.value = '';
      this.#add({ kind: 'text', points: this.#coordinates(point), text: words });
    } else {
      this.#words.focus();
    }
  }

  #shape(kind, from, to) {
    return { kind, points: [...this.#coordinates(from), ...this.#coordinates(to)] };
  }

  #coordinates(point) {
    return coordinates(this.#view.toPhoto(point));
  }

  get #isFull() {
    return this.#shapes.length >= MOST_SHAPES;
  }

  #add(shape) {
    if (!this.#isFull) {
      this.#shapes.push(shape);
    }
    this.#changed();
  }

  #use(kind) {
    this.#tool = this.#isFull ? '' : kind;
    this.#draft = null;
    this.#buttons.forEach(button => button.setAttribute('aria-pressed', String(button.className === this.#tool)));
    this.#words.parentElement.hidden = this.#tool !== 'text';
    this.#view.stage.classList.toggle('drawing', this.hasTool);
    this.#view.allowBeyond(this.hasTool);
    this.#show();
    if (this.#tool === 'text') {
      this.#words.focus();
    }
  }

  #changed() {
    const count = this.#shapes.length;
    this.#carrier.value = count ? JSON.stringify(this.#shapes) : '';
    /* so that the draft has it as well */
    this.#carrier.dispatchEvent(new Event('input', { bubbles: true }));
    this.#carrier.form.querySelector('[type="submit"]').disabled = !count;
    /* a disabled button would lose the focus */
    this.#undo.setAttribute('aria-disabled', String(!count));
    this.#buttons.forEach(button => button.setAttribute('aria-disabled', String(this.#isFull)));
    this.#status.textContent = count ? text('image.view.drawing', count) : '';
    if (this.hasTool && this.#isFull) {
      this.#use('');
    }
    this.#show();
  }

  #show() {
    this.#layer.showDrafts(this.#draft ? [...this.#shapes, this.#draft] : this.#shapes);
  }

  #toolButton(tools, row, kind, label) {
    const made = tools.button(row, kind, label, () => this.#use(this.#tool === kind ? '' : kind));
    made.setAttribute('aria-pressed', 'false');
    return made;
  }

  /* Enter moves the focus to the photo, where it places the text. */
  #wordsField(row) {
    const field = Object.assign(document.createElement('input'), {
      type: 'text', maxLength: LONGEST_TEXT, autocomplete: 'off'
    });
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        this.#view.stage.focus();
      }
    });
    const label = element('label', 'words', text('image.view.words'));
    label.hidden = true;
    label.append(field);
    row.append(label);
    return field;
  }

  #leaveByEscape(event) {
    if (event.key === 'Escape' && this.hasTool) {
      const hadFocus = document.activeElement === this.#words;
      this.#use('');
      if (hadFocus) {
        this.#view.stage.focus();
      }
    }
  }

  /* When a session ends, the page is left at once, even if shapes are lost. */
  #warnBeforeLoss() {
    window.addEventListener('submit', event => {
      this.#sent ||= event.target === this.#carrier.form && !event.defaultPrevented;
    });
    ['visit-ended', 'visit-changed'].forEach(
      kind => window.addEventListener(kind, () => { this.#sent = true; }, true));
    window.addEventListener('beforeunload', event => {
      if (this.#shapes.length && !this.#sent && this.#carrier.isConnected) {
        event.preventDefault();
        event.returnValue = '';
      }
    });
  }
}

function crossHair() {
  const hair = svg('svg', { 'class': 'cross-hair', viewBox: '0 0 48 48' });
  outlined(hair, 'path', { d: 'M24 3V16M24 32V45M3 24H16M32 24H45' });
  return hair;
}
