/* Lets a clinician examine one photo, or two of them side by side, and annotate one. A tool is for the photo that was
   used last, or for both. */
import { element } from '../dom.js';
import { text } from '../texts.js';
import { AnnotationLayer } from './annotation-layer.js';
import { Gestures } from './gestures.js';
import { listenToKeys, ZOOM_STEP } from './keys.js';
import { Levels } from './levels.js';
import { PhotoAnnotations } from './photo-annotations.js';
import { PhotoView } from './photo-view.js';
import { Tools } from './tools.js';

const SAY_AFTER = 300;
const USES = ['pointerdown', 'focusin', 'wheel'];

export class PhotoViewer {
  #root;
  #panes;
  #carrier;
  #views;
  #tools;
  #levels;
  #layers = new Map();
  #hint = element('p', 'keys hint');
  #full;
  #status;
  #active;
  #isLinked = true;
  #saying = 0;

  constructor(root, number) {
    this.#root = root;
    this.#panes = Array.from(root.querySelectorAll('.pane')).filter(pane => pane.querySelector('.stage img'));
    this.#carrier = root.querySelector('input[data-shapes]');
    root.classList.add('ready');
    this.#views = this.#panes.map(pane => new PhotoView(pane, view => this.#changed(view)));
    this.#active = this.#views[0];
    this.#tools = new Tools(root, text('image.view.tools'));
    this.#levels = new Levels([text('image.view.brightness'), text('image.view.contrast')],
      (brightness, contrast) => this.#views.forEach(view => view.setLevels(brightness, contrast)));
    this.#addTools(this.#tools.row('look'));
    this.#addHint(number);
    this.#views.forEach((view, place) => this.#prepare(view, this.#panes[place]));
    this.#say();
  }

  #addTools(row) {
    const add = (name, label, action) => this.#tools.button(row, name, label, action);
    add('zoom-out', text('image.view.zoom-out'), () => this.#active.zoomBy(1 / ZOOM_STEP));
    add('zoom-in', text('image.view.zoom-in'), () => this.#active.zoomBy(ZOOM_STEP));
    add('fit', text('image.view.fit'), () => this.#active.fit());
    add('rotate-left', text('image.view.rotate-left'), () => this.#rotate(-1));
    add('rotate-right', text('image.view.rotate-right'), () => this.#rotate(1));
    this.#full = add('full', text('image.view.full'), () => this.#active.showPixels());
    add('reset', text('image.view.reset'), () => this.#reset());
    if (this.#views.length > 1) {
      row.append(this.#linkedBox());
    }
    this.#status = this.#tools.status(row, 'zoom-said');
  }

  #addHint(number) {
    this.#hint.id = 'viewer-keys-' + number;
    this.#hint.textContent = text('image.view.keys') + (this.#carrier ? ' ' + text('image.view.keys.draw') : '');
    const below = element('div', 'below');
    below.append(...this.#levels.labels, this.#hint);
    this.#root.querySelector('.panes').after(below);
  }

  #prepare(view, pane) {
    const layer = new AnnotationLayer(view, this.#annotationsOf(pane));
    this.#layers.set(view, layer);
    const annotations = this.#carrier && this.#views.length === 1
      ? new PhotoAnnotations(this.#carrier, view, layer, this.#tools) : null;
    this.#describe(view.stage, pane);
    USES.forEach(kind => view.stage.addEventListener(kind, event => {
      /* a wheel that scrolls the page only passes by */
      if (kind !== 'wheel' || event.ctrlKey) {
        this.#activate(view);
      }
    }, { capture: true, passive: true }));
    new Gestures(view, annotations);
    listenToKeys(view, annotations, quarters => this.#rotate(quarters));
    /* side by side, stages have the same height */
    view.stage.style.aspectRatio = String(1 / Math.max(...this.#views.map(one => one.ratio)));
    layer.draw();
  }

  /* A list inside a pane is about its photo, any other is about the first. */
  #annotationsOf(pane) {
    return Array.from(this.#root.querySelectorAll('.annotations [data-shapes]'))
      .filter(item => (item.closest('.pane') ?? this.#panes[0]) === pane);
  }

  #describe(stage, pane) {
    stage.tabIndex = 0;
    stage.setAttribute('role', 'application');
    /* with the date, which tells two panes apart */
    stage.setAttribute('aria-label',
      [pane.querySelector('img').alt, pane.querySelector('figcaption').textContent.trim()].join(', '));
    stage.setAttribute('aria-describedby', this.#hint.id);
  }

  #linkedBox() {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
    box.addEventListener('change', () => {
      this.#isLinked = box.checked;
      this.#activate(this.#active);
    });
    const label = element('label', 'linked');
    label.append(box, text('image.view.linked'));
    return label;
  }

  #activate(view) {
    this.#active = view;
    this.#views.forEach(one => one.stage.classList.toggle('active', !this.#isLinked && one === view));
    this.#changed(view);
  }

  #rotate(quarters) {
    (this.#isLinked ? this.#views : [this.#active]).forEach(view => view.rotate(quarters));
  }

  #reset() {
    this.#views.forEach(view => view.reset());
    this.#levels.reset();
  }

  #changed(view) {
    if (!this.#layers.has(view)) {
      return;
    }
    this.#layers.get(view).draw();
    if (view === this.#active && this.#isLinked) {
      this.#views.filter(other => other !== view).forEach(other => other.follow(view));
    }
    this.#full.setAttribute('aria-busy', String(this.#views.some(one => one.isLoading)));
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.#say(), SAY_AFTER);
  }

  /* The zoom is announced once it rests. */
  #say() {
    const words = text('image.view.zoomed', Math.round(this.#active.zoom * 100));
    if (this.#status.textContent !== words) {
      this.#status.textContent = words;
    }
  }
}
