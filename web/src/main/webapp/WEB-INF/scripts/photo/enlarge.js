/* A click on a photo of a message enlarges it in a dialog. */

export function enlargeOnClick(dialog) {
  if (!dialog) {
    return;
  }
  const image = dialog.querySelector('img');
  const details = dialog.querySelector('a');
  /* on the document, because photos may arrive while the page is open */
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-zoom]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    image.src = link.dataset.zoom;
    image.alt = link.querySelector('img').alt;
    details.href = link.href;
    dialog.classList.remove('close-up');
    dialog.showModal();
  });
  image.onclick = () => dialog.classList.toggle('close-up');
  dialog.querySelector('button').onclick = () => dialog.close();
}
