/* Small photos are shown by links that work for five minutes. If a photo has not come by then – because nobody has
   scrolled to it, or the page was asleep – the page asks for new links to all photos that it lacks. */
import { server } from './server.js';

const PHOTOS = 'img[data-photo]';
const TOGETHER = 50;
/* as many as the server gives at once */
const MOST = 100;
/* a photo that does not come by a new link either is broken */
const AGAIN_AFTER = 60 * 1000;

export function renewLinks(page, ask = server.links) {
  let askedAt = -Infinity;
  let waiting = 0;
  const renew = async () => {
    waiting = 0;
    askedAt = Date.now();
    const lacking = Array.from(page.querySelectorAll(PHOTOS)).filter(photo => !isDrawn(photo));
    const ids = Array.from(new Set(lacking.map(photo => photo.dataset.photo)));
    for (let at = 0; at < ids.length; at += MOST) {
      const links = await ask(ids.slice(at, at + MOST));
      lacking.filter(photo => links[photo.dataset.photo])
        .forEach(photo => { photo.src = links[photo.dataset.photo]; });
    }
  };
  const lack = photo => {
    if (photo.matches?.(PHOTOS) && !waiting && Date.now() - askedAt > AGAIN_AFTER) {
      waiting = setTimeout(() => renew().catch(() => {}), TOGETHER);
    }
  };
  /* this event does not bubble, and may have come before this script */
  page.addEventListener('error', event => lack(event.target), true);
  page.addEventListener('renewal', event => keepLinks(page, event.detail));
  page.querySelectorAll(PHOTOS).forEach(photo => {
    if (photo.complete && !photo.naturalWidth) {
      lack(photo);
    }
  });
}

/** Lets a newer version of the page show its photos by the links that this one has: they are the same photos. */
export function keepLinks(page, fresh) {
  const links = new Map(
    Array.from(page.querySelectorAll(PHOTOS), photo => [photo.dataset.photo, photo.getAttribute('src')]));
  fresh.querySelectorAll(PHOTOS).forEach(photo => {
    if (links.has(photo.dataset.photo)) {
      photo.setAttribute('src', links.get(photo.dataset.photo));
    }
  });
}

function isDrawn(photo) {
  return photo.complete && photo.naturalWidth > 0;
}
