/* Drafts: typed text survives an error and a new sign-in. A draft belongs to one person, one page, and one form, stays
   in its tab, and expires after half an hour. */

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
  if (draft) {
    fields.forEach(field => fill(field, restored(field.id, held(field), draft.fields[field.id])));
    form.dispatchEvent(new CustomEvent('draft'));
  }
  const save = () => {
    const values = Object.fromEntries(fields.map(field => [field.id, held(field)]));
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: values }));
  };
  if (isRefused) {
    save(); /* the server may have given the form another key */
  }
  ['input', 'photos', 'submit'].forEach(kind => form.addEventListener(kind, save));
}
