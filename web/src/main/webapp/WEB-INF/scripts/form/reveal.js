/* A button shows what was typed into a password field, until the form is sent: typing blindly is hard on a phone (NIST
   SP 800-63B-4, section 3.1.1.2). */

export function letReveal(button) {
  const field = document.getElementById(button.getAttribute('aria-controls'));
  const show = button.textContent;
  const turn = type => {
    field.type = type;
    button.textContent = type === 'text' ? button.dataset.hide : show;
  };
  button.addEventListener('click', () => turn(field.type === 'text' ? 'password' : 'text'));
  /* browsers remember what was sent in a field of text */
  field.form.addEventListener('submit', () => turn('password'));
  button.hidden = false;
}
