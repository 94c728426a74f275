/* The marks on a photo: arrows, circles and words that people have put there, and those that someone puts there now. */
(function () {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const NUMBERS = { arrow: 4, circle: 4, text: 2 };
  const MOST = 50;
  const LONGEST = 80;
  /* On the screen, whatever the zoom. */
  const BARB = 14;
  const LINE_HEIGHT = 19;
  /* What is put without dragging is so far across, and lies towards the middle of the picture. */
  const USUAL = { arrow: 64, circle: 40 };

  /* What is not understood is left out: the picture is worth more than its marks. */
  function read(json) {
    try {
      const shapes = JSON.parse(json);
      return Array.isArray(shapes) ? shapes.filter(isShape) : [];
    } catch (malformed) {
      return [];
    }
  }

  function isShape(shape) {
    return shape !== null && typeof shape === 'object' && Array.isArray(shape.points)
      && shape.points.length === NUMBERS[shape.kind] && shape.points.every(isFraction)
      && (shape.kind !== 'text' || typeof shape.text === 'string');
  }

  function isFraction(value) {
    return typeof value === 'number' && value >= 0 && value <= 1;
  }

  function rounded(point) {
    return [point.x, point.y].map(function (value) { return Math.round(Math.min(1, Math.max(0, value)) * 10000) / 10000; });
  }

  function svg(kind, attributes) {
    const element = document.createElementNS(SVG, kind);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    return element;
  }

  /* A dark line on a light one is seen on any picture. */
  function twice(group, kind, attributes) {
    ['halo', 'core'].forEach(function (name) { group.append(svg(kind, Object.assign({ 'class': name }, attributes))); });
  }

  function circle(group, points) {
    const radius = Math.hypot(points[1].x - points[0].x, points[1].y - points[0].y);
    twice(group, 'circle', { cx: points[0].x, cy: points[0].y, r: radius });
  }

  function arrow(group, points) {
    const [from, to] = points;
    const way = Math.atan2(to.y - from.y, to.x - from.x);
    const barbs = [way + 2.65, way - 2.65].map(function (angle) {
      return (to.x + BARB * Math.cos(angle)) + ' ' + (to.y + BARB * Math.sin(angle));
    });
    const lines = barbs.concat(from.x + ' ' + from.y);
    /* all from the tip, where dashes begin */
    twice(group, 'path', { d: lines.map(function (end) { return 'M' + to.x + ' ' + to.y + 'L' + end; }).join('') });
  }

  /* The dot is what the words are about; they lie on that side of it where there is more room. */
  function text(group, points, shape) {
    const { x, y, right } = points[0];
    twice(group, 'circle', { cx: x, cy: y, r: 3 });
    const lines = shape.text.match(/\S{20}|.{1,20}(?=\s|$)/g) || [];
    const start = right ? x - 12 : x + 12;
    const words = svg('text', { 'text-anchor': right ? 'end' : 'start' });
    lines.forEach(function (line, number) {
      const part = svg('tspan', { x: start, y: y + 5 + (number - (lines.length - 1) / 2) * LINE_HEIGHT });
      part.textContent = line.trim();
      words.append(part);
    });
    group.append(words);
  }

  const DRAW = { arrow: arrow, circle: circle, text: text };

  /* All marks of one pane: it lies above the picture and is drawn anew whenever that moves. */
  function Layer(view, annotations) {
    const layer = this;
    const sheet = svg('svg', { 'class': 'marks' });
    const saved = annotations.map(function (item) {
      const shown = item.querySelector('input[type="checkbox"]');
      if (shown) {
        shown.addEventListener('change', function () { layer.draw(); });
      }
      return { shapes: read(item.dataset.shapes), isShown: function () { return !shown || shown.checked; } };
    });
    layer.fresh = [];
    view.stage.append(sheet);

    layer.draw = function () {
      const old = saved.filter(function (one) { return one.isShown(); }).flatMap(function (one) { return one.shapes; });
      sheet.replaceChildren(...old.map(picture.bind(null, 'saved')), ...layer.fresh.map(picture.bind(null, 'fresh')));
    };

    function picture(age, shape) {
      const group = svg('g', { 'class': shape.kind + ' ' + age });
      const points = [];
      for (let i = 0; i < shape.points.length; i += 2) {
        points.push(view.toStage({ x: shape.points[i], y: shape.points[i + 1] }));
      }
      DRAW[shape.kind](group, points, shape);
      return group;
    }
  }

  /* The tools that make marks; the form carries these until it is sent. */
  function Drawing(texts, carrier, view, layer, tools) {
    const drawing = this;
    const form = carrier.form;
    const save = form.querySelector('[type="submit"]');
    const shapes = read(carrier.value);
    const row = tools.row('draw');
    const buttons = ['arrow', 'circle', 'text'].map(function (kind) {
      const button = tools.button(row, kind, texts[kind], function () { use(tool === kind ? '' : kind); });
      button.setAttribute('aria-pressed', 'false');
      return button;
    });
    const undo = tools.button(row, 'undo', texts.undo, function () {
      shapes.pop();
      changed();
    });
    const words = wordsField();
    const status = tools.status(row, 'unsaved');
    let tool = '';
    let draft = null;
    let sent = false;

    view.stage.append(crossHair());
    form.closest('.viewer').addEventListener('keydown', leaveByEscape);
    warnBeforeLoss();
    changed();

    drawing.tool = function () { return tool; };

    /* Draws on, from where it began, and tells whether this is a matter of drawing at all. */
    drawing.drag = function (from, to) {
      if (tool !== 'arrow' && tool !== 'circle') {
        return false;
      }
      draft = shape(tool, from, to);
      show();
      return true;
    };

    drawing.drop = function () {
      const done = draft;
      draft = null;
      if (done) {
        add(done);
      }
    };

    drawing.cancel = function () {
      draft = null;
      show();
    };

    /* Without dragging, by a click or by the Enter key. */
    drawing.put = function (point) {
      if (tool === 'text') {
        putWords(point);
      } else if (tool === 'arrow') {
        add(shape('arrow', inwards(point, USUAL.arrow), point));
      } else if (tool === 'circle') {
        add(shape('circle', point, inwards(point, USUAL.circle)));
      }
    };

    function putWords(point) {
      const said = words.value.trim().slice(0, LONGEST);
      if (said) {
        words.value = '';
        add({ kind: 'text', points: rounded(view.toPhoto(point)), text: said });
      } else {
        words.focus();
      }
    }

    function inwards(point, distance) {
      const middle = view.toStage({ x: 0.5, y: 0.5 });
      const side = distance / (tool === 'arrow' ? Math.SQRT2 : 1);
      return {
        x: point.x + (point.x > middle.x ? -side : side),
        y: tool === 'arrow' ? point.y + (point.y > middle.y ? -side : side) : point.y
      };
    }

    function shape(kind, from, to) {
      return { kind: kind, points: rounded(view.toPhoto(from)).concat(rounded(view.toPhoto(to))) };
    }

    function add(made) {
      if (shapes.length < MOST) {
        shapes.push(made);
      }
      changed();
    }

    function use(kind) {
      tool = shapes.length < MOST ? kind : '';
      draft = null;
      buttons.forEach(function (button) { button.setAttribute('aria-pressed', String(button.className === tool)); });
      words.parentElement.hidden = tool !== 'text';
      view.stage.classList.toggle('drawing', tool !== '');
      view.beyondEdges(tool !== '');
      show();
      if (tool === 'text') {
        words.focus();
      }
    }

    function changed() {
      carrier.value = shapes.length ? JSON.stringify(shapes) : '';
      /* the draft has them as well */
      carrier.dispatchEvent(new Event('input', { bubbles: true }));
      save.disabled = !shapes.length;
      /* a disabled button would lose the focus */
      undo.setAttribute('aria-disabled', String(!shapes.length));
      buttons.forEach(function (button) { button.setAttribute('aria-disabled', String(shapes.length >= MOST)); });
      status.textContent = shapes.length ? texts.drawing.replace('{0}', shapes.length) : '';
      if (tool && shapes.length >= MOST) {
        use('');
      }
      show();
    }

    function show() {
      layer.fresh = draft ? shapes.concat(draft) : shapes;
      layer.draw();
    }

    function leaveByEscape(event) {
      if (event.key === 'Escape' && tool) {
        const lost = document.activeElement === words;
        use('');
        if (lost) {
          view.stage.focus();
        }
      }
    }

    /* Enter leads on to the picture, where it puts the words. */
    function wordsField() {
      const label = document.createElement('label');
      const field = document.createElement('input');
      label.className = 'words';
      label.hidden = true;
      label.textContent = texts.words;
      field.type = 'text';
      field.maxLength = LONGEST;
      field.autocomplete = 'off';
      field.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' && !event.isComposing) {
          event.preventDefault();
          view.stage.focus();
        }
      });
      label.append(field);
      row.append(label);
      return field;
    }

    function crossHair() {
      const hair = svg('svg', { 'class': 'cross-hair', viewBox: '0 0 48 48' });
      twice(hair, 'path', { d: 'M24 3V16M24 32V45M3 24H16M32 24H45' });
      return hair;
    }

    /* A visit that is over leaves at once, whatever is lost. */
    function warnBeforeLoss() {
      window.addEventListener('submit', function (event) {
        sent = sent || (event.target === form && !event.defaultPrevented);
      });
      window.addEventListener('visit-ended', function () { sent = true; }, true);
      window.addEventListener('beforeunload', function (event) {
        if (shapes.length && !sent && carrier.isConnected) {
          event.preventDefault();
          event.returnValue = '';
        }
      });
    }
  }

  window.ViewerMarks = { Layer: Layer, Drawing: Drawing, svg: svg };
}());
