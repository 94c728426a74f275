/* The photos field: each photo goes to the clinic's store while the person still writes; the form then carries its id. */
(function () {
  'use strict';

  document.addEventListener('DOMContentLoaded', function () {
    /* without what it takes to send photos by themselves, they go with the form */
    if (window.crypto && window.crypto.subtle && window.Upload) {
      document.querySelectorAll('.photos').forEach(function (field) { new Photos(field); });
    }
  });

  function Photos(field) {
    const texts = field.dataset;
    const form = field.closest('form');
    const input = field.querySelector('input[type="file"]');
    const list = field.querySelector('.previews');
    const ids = field.querySelector('input[id$="photo-ids"]');
    const status = field.querySelector('[data-photo-status]');
    const notes = new window.PhotoNotes(field, list);
    let waitingButton = null;

    /* the files themselves do not travel with the form: without a name they are not sent */
    input.removeAttribute('name');
    input.addEventListener('change', function () {
      status.textContent = '';
      Array.from(input.files).forEach(add);
      input.value = '';
    });
    form.addEventListener('submit', holdBack, true);
    form.addEventListener('draft', restore);
    restore();

    function restore() {
      notes.recall();
      ids.value.split(',').filter(Boolean).forEach(function (id) {
        if (!list.querySelector('[data-id="' + id + '"]')) {
          const item = show(texts.photo + ' ' + (list.children.length + 1), '/photo/' + encodeURIComponent(id) + '/thumbnail', id);
          accept(item, id);
        }
      });
    }

    function add(file) {
      if (list.children.length >= Number(texts.most)) {
        status.textContent = texts.tooMany;
        return;
      }
      const item = show(file.name, URL.createObjectURL(file));
      if (file.size > Number(texts.mostBytes)) {
        refuse(item, texts.tooLarge, null);
      } else if (file.size === 0) {
        refuse(item, texts.empty, null);
      } else {
        prepare(item, file);
      }
    }

    /* A photo that will be of little use is sent if the person wants it. */
    async function prepare(item, original) {
      item.className = 'uploading';
      item.querySelector('.state').textContent = texts.preparing;
      const [file, flaw] = await window.Upload.inTurn(async function () {
        const shown = await window.PhotoQuality.shown(original);
        return [shown, await window.PhotoQuality.look(shown)];
      });
      if (!item.isConnected) {
        return;
      }
      if (!flaw) {
        upload(item, file);
        return;
      }
      item.className = 'doubtful';
      item.querySelector('.state').textContent = texts[flaw];
      status.textContent = texts[flaw];
      button(item, texts.anyway, file.name, function (event) {
        event.currentTarget.remove();
        status.textContent = '';
        upload(item, file);
      });
      changed();
    }

    function show(name, preview, id) {
      const item = document.createElement('li');
      const image = document.createElement('img');
      image.alt = '';
      image.addEventListener('error', function () { image.replaceWith(blank()); });
      image.src = preview;
      item.append(image, part('span', 'name', name), part('div', 'buttons', ''), part('span', 'state', ''));
      button(item, texts.remove, name, function () { remove(item); });
      if (id) {
        item.dataset.id = id;
      }
      notes.attach(item, name);
      list.append(item);
      return item;
    }

    function upload(item, file) {
      const progress = document.createElement('progress');
      const word = part('span', 'word', '');
      progress.max = file.size;
      progress.setAttribute('aria-label', texts.uploading + ' ' + file.name);
      item.className = 'uploading';
      item.querySelector('.state').replaceChildren(progress, word);
      const sending = new window.Upload(typed(file), texts.consultation, {
        progress: function (bytes) { progress.value = bytes; },
        waiting: function (isWaiting) { word.textContent = isWaiting ? texts.offline : ''; },
        there: function (id) {
          pause.remove();
          accept(item, id);
          item.querySelector('.state').textContent = texts.checking;
        },
        ready: function () { item.querySelector('.state').textContent = texts.ready; },
        refused: function (message, again) {
          pause.remove();
          delete item.dataset.id;
          refuse(item, message || texts.failed, again ? file : null);
        }
      });
      item.sending = sending;
      const pause = button(item, texts.pause, file.name, function () {
        const label = sending.isPaused() ? texts.pause : texts.goOn;
        word.textContent = sending.isPaused() ? '' : texts.paused;
        pause.textContent = label;
        pause.setAttribute('aria-label', label + ' ' + file.name);
        if (sending.isPaused()) {
          sending.resume();
        } else {
          sending.pause();
        }
      });
    }

    /* What it is shows its check; a type has to be named all the same. */
    function typed(file) {
      return /^image\/(jpeg|png|webp)$/.test(file.type) ? file : new File([file], file.name, { type: 'image/jpeg' });
    }

    function accept(item, id) {
      item.className = 'ready';
      item.dataset.id = id;
      item.querySelector('.state').textContent = texts.ready;
      changed();
    }

    function refuse(item, reason, file) {
      item.className = 'refused';
      item.querySelector('.state').textContent = reason;
      if (file) {
        button(item, texts.again, file.name, function (event) {
          event.currentTarget.remove();
          upload(item, file);
        });
      }
      status.textContent = reason;
      changed();
    }

    function remove(item) {
      if (item.sending) {
        item.sending.end();
      }
      const id = item.dataset.id || (item.sending && item.sending.id());
      if (id) {
        fetch('/photos/' + encodeURIComponent(id), { method: 'DELETE' });
      }
      item.remove();
      status.textContent = '';
      changed();
      input.focus();
    }

    function changed() {
      ids.value = Array.from(list.querySelectorAll('[data-id]')).map(function (item) { return item.dataset.id; }).join(',');
      notes.write();
      form.dispatchEvent(new CustomEvent('photos'));
      if (waitingButton && !list.querySelector('.uploading')) {
        const sender = waitingButton;
        waitingButton = null;
        status.textContent = '';
        form.requestSubmit(sender);
      }
    }

    /* A form waits for its photos, and does not go without one that was refused. */
    function holdBack(event) {
      if (list.querySelector('.uploading')) {
        event.preventDefault();
        event.stopImmediatePropagation();
        waitingButton = event.submitter;
        status.textContent = texts.waiting;
      } else if (list.querySelector('.refused, .doubtful')) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const first = list.querySelector('.refused, .doubtful');
        status.textContent = first.className === 'refused' ? texts.blocked : texts.undecided;
        first.querySelector('button').focus();
      }
    }

    function button(item, label, name, action) {
      const element = part('button', 'quiet', label);
      element.type = 'button';
      element.setAttribute('aria-label', label + ' ' + name);
      element.addEventListener('click', action);
      item.querySelector('.buttons').append(element);
      return element;
    }
  }

  function part(kind, className, text) {
    const element = document.createElement(kind);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function blank() {
    const element = part('span', 'blank', '');
    element.setAttribute('aria-hidden', 'true');
    return element;
  }
}());
