/* A password is not sent back with a page, so a form with one that the server refuses loses it. The browser itself asks
   for what is missing before it sends such a form. */

export function checkFirst(form) {
  if (form.querySelector('input[type="password"]')) {
    form.querySelectorAll('[aria-required="true"]').forEach(field => { field.required = true; });
  }
}
