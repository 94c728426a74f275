/* What every page does beyond HTML: keeps drafts, counts characters, asks before it destroys, ends idle visits. */
(function () {
  'use strict';

  const DRAFT = 'draft:';
  const DRAFT_LIVES = 30 * 60 * 1000;

  document.addEventListener('DOMContentLoaded', function () {
    const site = document.getElementById('site');
    forgetDraft(site);
    document.querySelectorAll('form[data-draft]').forEach(function (form) { keepDraft(site, form); });
    document.querySelectorAll('textarea[data-most]').forEach(countLeft);
    document.querySelectorAll('form').forEach(guardForm);
    enlargeOnClick();
    showFirstError();
    endWhenIdle(site);
  });

  /* Drafts belong to one person, one page and one form, live in this tab alone, and end after half an hour. */
  function draftKey(site, form, path) {
    return DRAFT + [site.dataset.account, path || location.pathname, form].join(':');
  }

  function forgetDraft(site) {
    const done = site.dataset.done;
    if (!done) {
      return;
    }
    Object.keys(sessionStorage)
      .filter(function (key) {
        return done === 'signed-out' ? key.startsWith(DRAFT)
          : key === draftKey(site, done) || (done === 'submitted' && key.endsWith(':submitted'));
      })
      .forEach(function (key) { sessionStorage.removeItem(key); });
    const address = new URL(location.href);
    address.searchParams.delete('done');
    history.replaceState(null, '', address);
  }

  function keepDraft(site, form) {
    const key = draftKey(site, form.dataset.draft);
    const fields = Array.from(form.querySelectorAll('textarea, input[type="text"], input[type="date"], select, input[id$="photo-ids"], input[id$="photo-notes"], input[data-shapes], input[id$=":key"]'));
    const refused = form.querySelector('[aria-invalid="true"], .error:not(:empty)');
    const draft = JSON.parse(sessionStorage.getItem(key) || 'null');
    if (draft && !refused && Date.now() - draft.at < DRAFT_LIVES) {
      fields.forEach(function (field) {
        if (draft.fields[field.id] && (!field.value || field.id.endsWith(':key'))) {
          field.value = draft.fields[field.id];
        }
      });
      form.dispatchEvent(new CustomEvent('draft'));
    }
    const save = function () {
      const values = {};
      fields.forEach(function (field) { values[field.id] = field.value; });
      sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: values }));
    };
    form.addEventListener('input', save);
    form.addEventListener('photos', save);
    form.addEventListener('submit', save);
  }

  function countLeft(area) {
    const output = document.getElementById(area.id.split(':').pop() + '-left');
    const show = function () {
      const left = area.dataset.most - area.value.length;
      output.textContent = left < 500 ? left + ' ' + area.dataset.left : '';
    };
    area.addEventListener('input', show);
    show();
  }

  /* One click sends once; what destroys asks first. */
  function guardForm(form) {
    form.addEventListener('submit', function (event) {
      const button = event.submitter;
      if (event.defaultPrevented) {
        return;
      }
      if (button && button.dataset.ask && !window.confirm(button.dataset.ask + '?')) {
        event.preventDefault();
        return;
      }
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      if (button && button.dataset.busy) {
        form.dataset.sent = 'true';
        button.setAttribute('aria-busy', 'true');
        const label = button.querySelector('.ui-button-text') || button;
        label.textContent = button.dataset.busy;
      }
    });
  }

  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      location.reload();
    }
  });

  /* Photos may come while the page is open. */
  function enlargeOnClick() {
    const dialog = document.querySelector('dialog.zoom');
    if (!dialog) {
      return;
    }
    const image = dialog.querySelector('img');
    const closely = dialog.querySelector('a');
    document.addEventListener('click', function (event) {
      const link = event.target.closest('[data-zoom]');
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      image.src = link.dataset.zoom;
      closely.href = link.href;
      image.alt = link.querySelector('img').alt;
      dialog.classList.remove('close-up');
      dialog.showModal();
    });
    image.onclick = function () { dialog.classList.toggle('close-up'); };
    dialog.querySelector('button').onclick = function () { dialog.close(); };
  }

  function showFirstError() {
    const first = document.querySelector('.error-list, [aria-invalid="true"]');
    if (first) {
      first.focus();
    }
  }

  /* The visit is over: nothing stays on the screen. */
  function leave() {
    location.replace('/sign-in?ended=true&continue=' + encodeURIComponent(location.pathname));
  }

  document.addEventListener('visit-ended', leave);

  /* The server ends an idle visit; the page leaves in time, so that nothing stays on the screen. Typing counts. */
  function endWhenIdle(site) {
    const seconds = Number(site.dataset.idle);
    if (!seconds) {
      return;
    }
    let lastAction = Date.now();
    let lastRequest = Date.now();
    ['input', 'keydown', 'pointerdown'].forEach(function (kind) {
      document.addEventListener(kind, function () { lastAction = Date.now(); }, { passive: true });
    });
    setInterval(function () {
      const now = Date.now();
      if (now - lastAction > seconds * 1000) {
        document.dispatchEvent(new CustomEvent('visit-ended'));
      } else if (lastAction > lastRequest && now - lastRequest > Math.min(60, seconds / 3) * 1000) {
        lastRequest = now;
        fetch('/privacy-notice', { method: 'HEAD' });
      }
    }, 2000);
  }
}());
