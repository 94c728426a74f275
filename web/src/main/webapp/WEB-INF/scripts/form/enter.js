/* The Enter key in a field of one line would send the form, although somebody still writes. */

export function stayOnEnter(form) {
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input:not([type="file"], [type="submit"])')) {
      event.preventDefault();
    }
  });
}
