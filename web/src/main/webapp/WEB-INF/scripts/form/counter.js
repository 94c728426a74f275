/* Tells how many characters are left in a long text, once they become few. */
import { text } from '../texts.js';

const FEW = 500;

export function remaining(most, length) {
  const left = most - length;
  return left < FEW ? `${left} ${text('field.left')}` : '';
}

export function countDown(area) {
  const output = document.getElementById(area.id.split(':').pop() + '-left');
  const show = () => { output.textContent = remaining(Number(area.dataset.most), area.value.length); };
  area.addEventListener('input', show);
  show();
}
