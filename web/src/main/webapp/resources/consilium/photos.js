/* The photos field: each photo goes to the clinic's store while the person still writes; the form then carries its id. */
(function () {
  'use strict';

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('.photos').forEach(function (field) { new Photos(field); });
  });

  function Photos(field) {
    const texts = field.dataset;
    const form = field.closest('form');
    const input = field.querySelector('input[type="file"]');
    const list = field.querySelector('.previews');
    const ids = field.querySelector('input[id$="photo-ids"]');
    const status = field.querySelector('[data-photo-status]');
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
      ids.value.split(',').filter(Boolean).forEach(function (id) {
        if (!list.querySelector('[data-id="' + id + '"]')) {
          const item = show(texts.photo + ' ' + (list.children.length + 1), '/photo/' + encodeURIComponent(id) + '/thumbnail');
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
      } else {
        upload(item, file);
      }
    }

    function show(name, preview) {
      const item = document.createElement('li');
      const image = document.createElement('img');
      image.alt = '';
      image.addEventListener('error', function () { image.replaceWith(blank()); });
      image.src = preview;
      item.append(image, part('span', 'name', name), part('div', 'buttons', ''), part('span', 'state', ''));
      button(item, texts.remove, name, function () { remove(item); });
      list.append(item);
      return item;
    }

    function upload(item, file) {
      const request = new XMLHttpRequest();
      const progress = document.createElement('progress');
      progress.max = file.size;
      progress.setAttribute('aria-label', texts.uploading + ' ' + file.name);
      item.className = 'uploading';
      item.querySelector('.state').replaceChildren(progress);
      item.request = request;
      request.upload.addEventListener('progress', function (event) { progress.value = event.loaded; });
      request.addEventListener('load', function () { answered(item, request, file); });
      request.addEventListener('error', function () { refuse(item, texts.failed, file); });
      request.addEventListener('timeout', function () { refuse(item, texts.failed, file); });
      request.open('POST', '/photos');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.send(file);
    }

    function answered(item, request, file) {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch (notJson) {
        answer = {};
      }
      if (request.status === 201) {
        accept(item, answer.id);
      } else {
        const again = request.status === 422 ? null : file;
        refuse(item, answer.message || texts.failed, again);
      }
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
      if (item.request) {
        item.request.abort();
      }
      if (item.dataset.id) {
        fetch('/photos/' + encodeURIComponent(item.dataset.id), { method: 'DELETE' });
      }
      item.remove();
      status.textContent = '';
      changed();
      input.focus();
    }

    function changed() {
      ids.value = Array.from(list.querySelectorAll('[data-id]')).map(function (item) { return item.dataset.id; }).join(',');
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
      } else if (list.querySelector('.refused')) {
        event.preventDefault();
        event.stopImmediatePropagation();
        status.textContent = texts.blocked;
        list.querySelector('.refused button').focus();
      }
    }

    function button(item, label, name, action) {
      const element = part('button', 'quiet', label);
      element.type = 'button';
      element.setAttribute('aria-label', label + ' ' + name);
      element.addEventListener('click', action);
      item.querySelector('.buttons').append(element);
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
