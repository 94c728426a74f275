/* Another tab or device has saved a draft that this page has, too: the person decides. */
import { button, element } from '../dom.js';
import { text } from '../texts.js';

/* characters of the other text, to recognize it by */
const EXCERPT = 160;

/**
 * Asks at the head of the form which text to use; a screen reader speaks it.
 *
 * @param other the other text
 * @param choices a function for the key of each button's text
 */
export function askWhich(form, other, choices) {
  form.querySelector('.other-draft')?.remove();
  const notice = element('div', 'notice other-draft');
  notice.setAttribute('role', 'alert');
  notice.append(element('p', '', text('form.draft.other')));
  if (other) {
    const quoted = element('q', '', other.length > EXCERPT ? other.slice(0, EXCERPT) + '…' : other);
    quoted.dir = 'auto';
    notice.append(quoted);
  }
  const row = element('p', 'buttons');
  row.append(...Object.entries(choices).map(([key, step]) => button('secondary', text(key), () => {
    step();
    notice.remove();
    form.querySelector('textarea, input[type="text"]')?.focus();
  })));
  notice.append(row);
  form.prepend(notice);
}
