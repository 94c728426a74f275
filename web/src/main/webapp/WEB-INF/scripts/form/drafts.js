/* Drafts: typed text survives an error and a new sign-in. A draft belongs to one person, one page, and one form, stays
   in its tab, and expires half an hour after the last change, or after the end of the session. */

const PREFIX = 'draft:';
const TTL = 30 * 60 * 1000;
const FIELDS = [
  'textarea', 'input[type="text"]', 'input[type="date"]', 'input[type="checkbox"]', 'select',
  'input[id$="photo-ids"]', 'input[id$="photo-notes"]', 'input[data-shapes]', 'input[id$=":key"]'
].join(', ');

export function draftKey(account, path, form) {
  return PREFIX + [account, path, form].join(':');
}

/** Whether a stored draft is obsolete once the server has confirmed a step ("done"). */
export function isOver(key, done, account, path) {
  if (done === 'signed-out') {
    return key.startsWith(PREFIX);
  }
  /* a new consultation was sent from a page other than the one that confirms it */
  return key === draftKey(account, path, done) || (done === 'submitted' && key.endsWith(':submitted'));
}

/** The draft in its stored form, unless it is too old. */
export function fresh(stored, now) {
  const draft = JSON.parse(stored || 'null');
  return draft && now - draft.at < TTL ? draft : null;
}

/** What a field should hold: what the person typed, unless the server has sent something. */
export function restored(id, value, drafted) {
  /* the form's key shows that both attempts are the same message */
  return drafted && (!value || id.endsWith(':key')) ? drafted : value;
}

/** What a field holds; of a checkbox, whether it is ticked. */
export function held(field) {
  return field.type === 'checkbox' ? (field.checked ? 'ticked' : '') : field.value;
}

export function fill(field, value) {
  if (field.type === 'checkbox') {
    field.checked = value === 'ticked';
  } else {
    field.value = value;
  }
}

/* text in these is typed; other fields have a value without it */
const TYPED = 'textarea, input[type="text"], input[data-shapes]';
const CHECK_EVERY = 1000;
/* so long before a draft expires, nothing is promised any more: signing in takes time */
const MARGIN = 2 * 60 * 1000;

/**
 * The drafts with typed text of a page that will last long enough to be promised; of anybody if nobody is signed in.
 */
export function promisable(entries, account, path, now) {
  return entries.filter(([key, stored]) => {
    const [owner, of] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(':') : [];
    return of === path && (!account || owner === account) && fresh(stored, now + MARGIN)?.typed;
  });
}

/** Shows words that say that what was typed is still there, if it is, for as long as it is. */
export function promiseDraft(site, words) {
  const [path] = words.dataset.kept.split('?');
  const look = () => {
    words.hidden = !promisable(Object.entries(sessionStorage), site.dataset.account, path, Date.now()).length;
  };
  look();
  setInterval(look, CHECK_EVERY);
}

/** The half hour of the drafts of this tab starts again: the person is told of them now. */
export function restartDrafts() {
  Object.entries(sessionStorage)
    .filter(([key, stored]) => key.startsWith(PREFIX) && fresh(stored, Date.now()))
    .forEach(([key, stored]) => {
      sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(stored), at: Date.now() }));
    });
}

/** Deletes the drafts of a step that is done, and removes the confirmation from the address. */
export function forgetDrafts(site) {
  const done = site.dataset.done;
  if (!done) {
    return;
  }
  Object.keys(sessionStorage)
    .filter(key => isOver(key, done, site.dataset.account, location.pathname))
    .forEach(key => sessionStorage.removeItem(key));
  const address = new URL(location.href);
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
}

/** Fills a form from its draft, and keeps the draft from then on. */
export function keepDraft(site, form) {
  const key = draftKey(site.dataset.account, location.pathname, form.dataset.draft);
  const fields = Array.from(form.querySelectorAll(FIELDS));
  /* a browser that restores what was sent, on the way back, would not restore the form's key */
  form.autocomplete = 'off';
  const isRefused = form.querySelector('[aria-invalid="true"], .error:not(:empty)');
  const draft = isRefused ? null : fresh(sessionStorage.getItem(key), Date.now());
  const save = () => {
    const values = Object.fromEntries(fields.map(field => [field.id, held(field)]));
    const typed = fields.some(field => field.matches(TYPED) && field.value.trim() !== '');
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), typed, fields: values }));
  };
  if (draft) {
    fields.forEach(field => fill(field, restored(field.id, held(field), draft.fields[field.id])));
    form.dispatchEvent(new CustomEvent('draft'));
  }
  if (draft || isRefused) {
    save(); /* its half hour starts again; or the server may have given the form another key */
  }
  ['input', 'photos', 'submit'].forEach(kind => form.addEventListener(kind, save));
}
