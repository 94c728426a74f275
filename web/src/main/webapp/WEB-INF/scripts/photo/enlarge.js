/* A click on a photo of a message enlarges it in a dialog. */

export function enlargeOnClick(dialog) {
  if (!dialog) {
    return;
  }
  const details = dialog.querySelector('a');
  /* on the document, because photos may arrive while the page is open */
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-zoom]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const photo = enlarged(link.querySelector('img'), link.dataset.zoom);
    photo.onclick = () => dialog.classList.toggle('close-up');
    dialog.querySelector('img').replaceWith(photo);
    details.href = link.href;
    dialog.classList.remove('close-up');
    dialog.showModal();
  });
  dialog.querySelector('button').onclick = () => dialog.close();
}

/* Each photo is an element of its own: one that is given another address goes on to show the former photo until the new
   one has come, and for good if that does not come. */
function enlarged(small, address) {
  const photo = small.cloneNode(false);
  photo.removeAttribute('loading');
  photo.removeAttribute('data-photo');
  photo.src = address;
  return photo;
}
