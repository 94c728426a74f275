/* Lets a clinician look at a photo closely, at two of them side by side, and draw on one. */
(function () {
  'use strict';

  /* One press of a button or a key. */
  const STEP = 1.5;
  /* A double click leads so near, and back. */
  const NEAR = 3;
  /* Pixels: a hand that rests is not quite still. */
  const STILL = 8;
  const KEY_MOVE = 60;
  const DOUBLE_WITHIN = 350;
  const DOUBLE_APART = 30;
  const SAY_AFTER = 300;
  const ICONS = {
    'zoom-in': 'M12 5V19M5 12H19',
    'zoom-out': 'M5 12H19',
    'rotate-left': 'M4 4V9H9M4.5 9A8 8 0 1 1 4 13',
    'rotate-right': 'M20 4V9H15M19.5 9A8 8 0 1 0 20 13',
    fit: 'M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15',
    arrow: 'M5 19L19 5M9 5H19V15',
    circle: 'M12 4A8 8 0 1 0 12 20A8 8 0 1 0 12 4',
    text: 'M5 7V5H19V7M12 5V19M9 19H15',
    undo: 'M8 5L4 9L8 13M4 9H14A5 5 0 0 1 14 19H11'
  };
  /* Signs that need no word beside them. */
  const WORDLESS = ['zoom-in', 'zoom-out', 'rotate-left', 'rotate-right'];

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('.viewer').forEach(function (root) {
      if (root.querySelector('.pane .stage img')) {
        new Viewer(root);
      }
    });
  });

  function within(least, value, most) {
    return Math.min(most, Math.max(least, value));
  }

  function part(kind, className, text) {
    const element = document.createElement(kind);
    element.className = className;
    element.textContent = text;
    return element;
  }

  /* Hands and wheel. What they mean depends on whether a tool for drawing is in them. */
  function Gestures(view, drawing) {
    const stage = view.stage;
    const pointers = new Map();
    let doing = '';
    let from = null;
    let held = null;
    let tapped = { at: 0, x: 0, y: 0 };

    stage.addEventListener('pointerdown', down);
    stage.addEventListener('pointermove', move);
    stage.addEventListener('pointerup', up);
    stage.addEventListener('pointercancel', up);
    stage.addEventListener('wheel', wheel, { passive: false });
    /* one finger may scroll the page, two are for the photo */
    stage.addEventListener('touchstart', function (event) {
      if (event.touches.length > 1 && event.cancelable) {
        event.preventDefault();
      }
    }, { passive: false });

    function down(event) {
      if (event.button !== 0) {
        return;
      }
      stage.setPointerCapture(event.pointerId);
      from = view.pointOf(event);
      pointers.set(event.pointerId, from);
      doing = pointers.size === 1 ? 'tap' : 'pinch';
      if (doing === 'pinch') {
        take();
      }
      if (doing === 'pinch' && drawing) {
        drawing.cancel();
      }
    }

    function move(event) {
      if (!pointers.has(event.pointerId)) {
        return;
      }
      const old = pointers.get(event.pointerId);
      const now = view.pointOf(event);
      if (doing === 'tap' && apart(from, now) > STILL) {
        doing = 'drag';
      } else if (doing === 'tap') {
        return;
      }
      pointers.set(event.pointerId, now);
      if (pointers.size > 1) {
        pinch();
      } else if (doing === 'pinch' || !drawing || !drawing.drag(from, now)) {
        view.moveBy(now.x - old.x, now.y - old.y);
      }
    }

    /* Held by what was between the fingers first: nothing gets lost at the edges. */
    function take() {
      const [one, other] = pointers.values();
      held = { at: view.toPhoto(between(one, other)), zoom: view.zoom() / Math.max(1, apart(one, other)) };
    }

    function pinch() {
      const [one, other] = pointers.values();
      view.zoomBy(held.zoom * apart(one, other) / view.zoom(), between(one, other), view.toStage(held.at));
    }

    function up(event) {
      if (!pointers.delete(event.pointerId)) {
        return;
      }
      if (pointers.size > 1) {
        take();
      }
      if (pointers.size) {
        return;
      }
      if (event.type === 'pointercancel') {
        doing = '';
        if (drawing) {
          drawing.cancel();
        }
      } else if (doing === 'tap') {
        tap(view.pointOf(event));
      } else if (doing === 'drag' && drawing) {
        drawing.drop();
      }
    }

    function tap(point) {
      if (drawing && drawing.tool()) {
        drawing.put(point);
        return;
      }
      const twice = Date.now() - tapped.at < DOUBLE_WITHIN && apart(tapped, point) < DOUBLE_APART;
      tapped = { at: twice ? 0 : Date.now(), x: point.x, y: point.y };
      if (twice) {
        view.zoomBy(view.isZoomed() ? 0 : NEAR, point);
      }
    }

    /* The wheel belongs to the page until the photo is chosen, and again when there is no way further out. */
    function wheel(event) {
      const out = event.deltaY > 0;
      if (!event.ctrlKey && (document.activeElement !== stage || (out && !view.isZoomed()))) {
        return;
      }
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16;
      view.zoomBy(Math.exp(-0.008 * within(-40, event.deltaY * lines, 40)), view.pointOf(event));
    }

    function apart(one, other) {
      return Math.hypot(one.x - other.x, one.y - other.y);
    }

    function between(one, other) {
      return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    }
  }

  /* The keys of a stage that has the focus; those of the browser itself stay its own. */
  function Keys(view, drawing, rotate) {
    const moves = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const actions = {
      '+': function () { view.zoomBy(STEP); },
      '=': function () { view.zoomBy(STEP); },
      '-': function () { view.zoomBy(1 / STEP); },
      '0': function () { view.fit(); },
      r: function () { rotate(1); },
      R: function () { rotate(1); }
    };

    view.stage.addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const action = actionOf(event.key);
      if (action) {
        event.preventDefault();
        action();
      }
    });

    function actionOf(key) {
      if (moves[key] && view.canMove()) {
        return function () { view.moveBy(moves[key][0] * KEY_MOVE, moves[key][1] * KEY_MOVE); };
      }
      if (key === 'Enter' && drawing && drawing.tool()) {
        return function () { drawing.put(view.center()); };
      }
      return actions[key];
    }
  }

  /* The bar above the photo; what it is made of. */
  function Tools(root) {
    const tools = this;
    const bar = part('div', 'tools', '');
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', root.dataset.tools);
    root.prepend(bar);

    tools.row = function (className) {
      const row = part('div', className, '');
      bar.append(row);
      return row;
    };

    tools.button = function (row, name, label, action) {
      const button = part('button', name, '');
      button.type = 'button';
      if (ICONS[name]) {
        const icon = window.ViewerMarks.svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
        icon.append(window.ViewerMarks.svg('path', { d: ICONS[name] }));
        button.append(icon);
      }
      button.append(part('span', WORDLESS.includes(name) ? 'unseen' : '', label));
      if (WORDLESS.includes(name)) {
        button.title = label;
      }
      button.addEventListener('click', function () {
        if (button.getAttribute('aria-disabled') !== 'true') {
          action();
        }
      });
      row.append(button);
      return button;
    };

    tools.status = function (row, className) {
      const status = part('p', className, '');
      status.setAttribute('role', 'status');
      row.append(status);
      return status;
    };
  }

  /* Brightness and contrast, by which faint borders are seen. */
  function Levels(texts, changed) {
    const fields = [];

    this.labels = [texts.brightness, texts.contrast].map(function (words) {
      const label = part('label', 'level', words);
      const field = document.createElement('input');
      Object.assign(field, { type: 'range', min: 50, max: 200, step: 5, value: 100 });
      field.setAttribute('aria-valuetext', '100 %');
      field.addEventListener('input', tell);
      label.append(field);
      fields.push(field);
      return label;
    });

    this.reset = function () {
      fields.forEach(function (field) { field.value = 100; });
      tell();
    };

    function tell() {
      fields.forEach(function (field) { field.setAttribute('aria-valuetext', field.value + ' %'); });
      changed(fields[0].value, fields[1].value);
    }
  }

  /* One or two photos with their tools. A tool is for the photo that was used last, or for both. */
  function Viewer(root) {
    const texts = root.dataset;
    const panes = Array.from(root.querySelectorAll('.pane')).filter(function (pane) { return pane.querySelector('.stage img'); });
    const carrier = root.querySelector('input[data-shapes]');
    const layers = new Map();
    root.classList.add('ready');
    const views = panes.map(function (pane) { return new window.PhotoView(pane, changed); });
    const tools = new Tools(root);
    const levels = new Levels(texts, function (brightness, contrast) {
      views.forEach(function (view) { view.setLevels(brightness, contrast); });
    });
    const look = tools.row('look');
    const hint = part('p', 'keys hint', texts.keys);
    let active = views[0];
    let linked = true;
    let saying = 0;

    tools.button(look, 'zoom-out', texts.zoomOut, function () { active.zoomBy(1 / STEP); });
    tools.button(look, 'zoom-in', texts.zoomIn, function () { active.zoomBy(STEP); });
    tools.button(look, 'fit', texts.fit, function () { active.fit(); });
    tools.button(look, 'rotate-left', texts.rotateLeft, function () { rotate(-1); });
    tools.button(look, 'rotate-right', texts.rotateRight, function () { rotate(1); });
    const full = tools.button(look, 'full', texts.full, function () { active.showPixels(); });
    tools.button(look, 'reset', texts.reset, reset);
    if (views.length > 1) {
      look.append(linkedBox());
    }
    const status = tools.status(look, 'zoom-said');

    hint.id = 'viewer-keys-' + document.querySelectorAll('.viewer .keys').length;
    root.querySelector('.panes').after(below());
    views.forEach(prepare);
    say();

    function prepare(view, number) {
      const pane = panes[number];
      layers.set(view, new window.ViewerMarks.Layer(view, annotationsOf(pane, number)));
      const drawing = carrier && views.length === 1 ? new window.ViewerMarks.Drawing(texts, carrier, view, layers.get(view), tools) : null;
      /* of two panes one hears which date it is */
      describe(view.stage, [pane.querySelector('img').alt, pane.querySelector('figcaption').textContent.trim()].join(', '));
      ['pointerdown', 'focusin', 'wheel'].forEach(function (kind) {
        view.stage.addEventListener(kind, function (event) {
          /* a wheel that scrolls the page only passes by */
          if (kind !== 'wheel' || event.ctrlKey) {
            activate(view);
          }
        }, { capture: true, passive: true });
      });
      new Gestures(view, drawing);
      new Keys(view, drawing, rotate);
      /* side by side they are of one height */
      view.stage.style.aspectRatio = String(1 / Math.max(...views.map(function (one) { return one.ratio(); })));
      layers.get(view).draw();
    }

    /* A list within a pane is about that one, any other is about the first. */
    function annotationsOf(pane, number) {
      return Array.from(root.querySelectorAll('.annotations [data-shapes]')).filter(function (item) {
        return (item.closest('.pane') || panes[0]) === pane;
      });
    }

    function describe(stage, name) {
      stage.tabIndex = 0;
      stage.setAttribute('role', 'application');
      stage.setAttribute('aria-label', name);
      stage.setAttribute('aria-describedby', hint.id);
    }

    function below() {
      const row = part('div', 'below', '');
      row.append(...levels.labels, hint);
      return row;
    }

    function linkedBox() {
      const label = part('label', 'linked', '');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = true;
      box.addEventListener('change', function () {
        linked = box.checked;
        activate(active);
      });
      label.append(box, texts.linked);
      return label;
    }

    function activate(view) {
      active = view;
      views.forEach(function (one) { one.stage.classList.toggle('active', !linked && one === active); });
      changed(active);
    }

    function rotate(quarters) {
      (linked ? views : [active]).forEach(function (view) { view.rotate(quarters); });
    }

    function reset() {
      views.forEach(function (view) { view.reset(); });
      levels.reset();
    }

    function changed(view) {
      if (!layers.has(view)) {
        return;
      }
      layers.get(view).draw();
      if (view === active && linked) {
        views.filter(function (other) { return other !== active; }).forEach(function (other) { other.follow(active); });
      }
      full.setAttribute('aria-busy', String(views.some(function (one) { return one.isLoading(); })));
      clearTimeout(saying);
      saying = setTimeout(say, SAY_AFTER);
    }

    /* What moves all the time is said when it rests. */
    function say() {
      const words = texts.zoomed.replace('{0}', Math.round(active.zoom() * 100));
      if (status.textContent !== words) {
        status.textContent = words;
      }
    }
  }
}());
