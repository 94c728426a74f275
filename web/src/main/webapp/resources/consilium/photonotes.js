/* What the sender says of each photo: what it shows, and where on the body that is. The form carries it as JSON. */
(function () {
  'use strict';

  const MOST = 1000;
  const STEP = 20;
  const KEYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP / 2], ArrowDown: [0, STEP / 2] };

  window.PhotoNotes = PhotoNotes;

  /* The fields stand in the photo's own item of the list; what is said is kept by the photo's id. */
  function PhotoNotes(field, list) {
    const texts = field.dataset;
    const input = field.querySelector('input[id$="photo-notes"]');
    let count = 0;
    let recalled = {};
    this.attach = attach;
    this.recall = function () { recalled = notes(); };
    this.write = write;

    /* Without scripts one text stands for all photos of the form. */
    field.querySelectorAll('.without-scripts').forEach(function (alone) { alone.remove(); });

    function attach(item, name) {
      const known = recalled[item.dataset.id] || {};
      const box = document.createElement('div');
      box.className = 'note';
      box.append(description(item, name, known), body(item, name, known));
      item.append(box);
    }

    function description(item, name, known) {
      const label = document.createElement('label');
      const text = document.createElement('input');
      text.type = 'text';
      text.id = 'photo-shows-' + (count += 1);
      text.maxLength = Number(texts.mostText);
      text.value = known.text || '';
      text.setAttribute('aria-label', texts.shows + ': ' + name);
      text.addEventListener('input', write);
      label.htmlFor = text.id;
      label.textContent = texts.shows;
      const line = document.createElement('p');
      line.append(label, text);
      return line;
    }

    function body(item, name, known) {
      const box = document.createElement('div');
      const opener = button(texts.pin, texts.pin + ': ' + name);
      const map = document.createElement('div');
      const said = document.createElement('span');
      said.setAttribute('role', 'status');
      said.className = 'hint';
      map.className = 'body-map';
      map.hidden = true;
      opener.setAttribute('aria-expanded', 'false');
      opener.addEventListener('click', function () {
        map.hidden = !map.hidden;
        /* not before: on a bad line each byte counts */
        map.querySelectorAll('img').forEach(function (image) { image.src = image.dataset.picture; });
        opener.setAttribute('aria-expanded', String(!map.hidden));
      });
      const off = button(texts.unpin, texts.unpin + ': ' + name);
      off.addEventListener('click', function () { put(null); });
      const outlines = [outline('FRONT', texts.front, texts.bodyFront), outline('BACK', texts.back, texts.bodyBack)];
      const hint = document.createElement('p');
      hint.className = 'hint';
      hint.id = 'photo-pin-hint-' + count;
      hint.textContent = texts.pinHint;
      outlines.forEach(function (place) { place.setAttribute('aria-describedby', hint.id); });
      map.append(hint, outlines[0], outlines[1], off);
      box.append(opener, said, map);
      show(known.side ? known : null);
      return box;

      function outline(side, label, picture) {
        const place = button('', label + ': ' + name);
        const frame = document.createElement('span');
        const image = document.createElement('img');
        image.alt = '';
        image.dataset.picture = picture;
        image.draggable = false;
        frame.className = 'frame';
        frame.append(image);
        place.className = 'outline';
        place.dataset.side = side;
        place.append(frame, label);
        place.addEventListener('click', function (event) {
          /* by keyboard a click comes from nowhere: then the mark begins in the middle */
          const box = image.getBoundingClientRect();
          const x = event.detail ? (event.clientX - box.left) / box.width : 0.5;
          const y = event.detail ? (event.clientY - box.top) / box.height : 0.4;
          put({ side: side, x: within(x * MOST), y: within(y * MOST) });
        });
        place.addEventListener('keydown', function (event) {
          const pin = pinOf(item);
          const way = KEYS[event.key];
          if (way && pin && pin.side === side) {
            event.preventDefault();
            put({ side: side, x: within(pin.x + way[0]), y: within(pin.y + way[1]) });
          }
        });
        return place;
      }

      function put(pin) {
        show(pin);
        write();
        /* the draft has it as well */
        field.closest('form').dispatchEvent(new CustomEvent('photos'));
      }

      function show(pin) {
        item.dataset.pin = pin ? JSON.stringify({ side: pin.side, x: pin.x, y: pin.y }) : '';
        off.hidden = !pin;
        said.textContent = pin ? words(pin) : '';
        outlines.forEach(function (place) {
          const old = place.querySelector('.pin');
          if (old) {
            old.remove();
          }
          if (pin && pin.side === place.dataset.side) {
            const mark = document.createElement('span');
            mark.className = 'pin';
            mark.style.left = pin.x / MOST * 100 + '%';
            mark.style.top = pin.y / MOST * 100 + '%';
            place.querySelector('.frame').append(mark);
          }
        });
      }
    }

    function words(pin) {
      return texts.pinned.replace('{0}', pin.side === 'FRONT' ? texts.front : texts.back)
        .replace('{1}', Math.round(pin.x / MOST * 100)).replace('{2}', Math.round(pin.y / MOST * 100));
    }

    function notes() {
      try {
        return JSON.parse(input.value || '{}');
      } catch (broken) {
        return {};
      }
    }

    /* Only photos that are on their way have an id; the others are written down when they get one. */
    function write() {
      const all = {};
      list.querySelectorAll('[data-id]').forEach(function (item) {
        const text = item.querySelector('.note input');
        const note = pinOf(item) || {};
        if (text && text.value.trim()) {
          note.text = text.value.trim();
        }
        if (Object.keys(note).length) {
          all[item.dataset.id] = note;
        }
      });
      input.value = JSON.stringify(all);
    }
  }

  function pinOf(item) {
    return item.dataset.pin ? JSON.parse(item.dataset.pin) : null;
  }

  function within(number) {
    return Math.max(0, Math.min(MOST, Math.round(number)));
  }

  function button(text, label) {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'quiet';
    element.textContent = text;
    element.setAttribute('aria-label', label);
    return element;
  }
}());
