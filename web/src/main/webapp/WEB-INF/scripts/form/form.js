/* Added to every page with forms to fill in: keeps drafts, counts characters, leads to errors. */
import { countDown } from './counter.js';
import { keepDraft } from './drafts.js';
import { stayOnEnter } from './enter.js';
import { checkFirst } from './first-check.js';
import { growWithText } from './growth.js';

const site = document.getElementById('site');

document.querySelectorAll('form[data-draft]').forEach(form => {
  keepDraft(site, form);
  stayOnEnter(form);
});
document.querySelectorAll('textarea[data-most]').forEach(countDown);
document.querySelectorAll('textarea').forEach(growWithText);
document.querySelectorAll('form').forEach(checkFirst);
/* for browsers that have not given it the focus; whoever has gone on from there is left in peace */
if (document.activeElement === document.body) {
  document.getElementById('errors')?.focus();
}
/* few pages have a password */
if (document.querySelector('.secret')) {
  const { letReveal } = await import('./reveal.js');
  document.querySelectorAll('.secret > button').forEach(letReveal);
}
