/* The values of fields, as drafts and the change of the language keep them. */

/* Noted in the tab's storage while the page that is open has a draft on the server. It holds nothing of the draft. */
export const KEPT = 'draft-kept';

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

/** What the server has put into a field. */
export function shown(field) {
  if (field.type === 'checkbox') {
    return field.defaultChecked ? 'ticked' : '';
  }
  if (field.options) {
    const options = Array.from(field.options);
    return (options.find(option => option.defaultSelected) ?? options.find(option => !option.disabled))?.value ?? '';
  }
  return field.defaultValue;
}
