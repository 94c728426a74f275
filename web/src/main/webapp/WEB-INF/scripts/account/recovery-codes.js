/* Recovery codes can be printed and copied. */

document.querySelectorAll('button[data-print]').forEach(button => {
  button.addEventListener('click', () => window.print());
  button.hidden = false;
});

document.querySelectorAll('button[data-copy]').forEach(button => {
  const items = document.getElementById(button.dataset.copy).children;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(Array.from(items, item => item.textContent).join('\n'));
    button.textContent = button.dataset.copied;
  });
  /* browsers have no clipboard for pages that did not come by HTTPS */
  button.hidden = !navigator.clipboard;
});
