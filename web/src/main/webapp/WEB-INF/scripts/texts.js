/* The texts that scripts show. The server writes them into the page as blocks of JSON, in the reader's language (the
   tag con:texts); the keys are those of its resource bundle. */

let texts = null;

/** The text of a key, with {0}, {1}, … replaced by the values. */
export function text(key, ...values) {
  texts ??= textsIn(document);
  const pattern = texts[key] ?? key;
  return values.reduce((filled, value, place) => filled.replaceAll(`{${place}}`, () => String(value)), pattern);
}

/** All blocks of a page as one object. */
export function textsIn(page) {
  const blocks = Array.from(page.querySelectorAll('script.texts'), block => JSON.parse(block.textContent));
  return Object.assign({}, ...blocks);
}

/** Sets the texts where there is no page to read them from. */
export function useTexts(given) {
  texts = given;
}
