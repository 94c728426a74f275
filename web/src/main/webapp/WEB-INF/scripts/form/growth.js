/* A text area grows with its text. Browsers that know field-sizing do it by the style sheet alone. */

export function growWithText(area) {
  if (CSS.supports('field-sizing', 'content')) {
    return;
  }
  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  area.addEventListener('input', fit);
  fit();
}
