/* Makes a part of the page equal to a newer one with as few changes as possible: photos that stay are not loaded again,
   and screen readers do not read again what has not changed. */

const ELEMENT = 1;

export function merge(old, fresh) {
  if (old.nodeType !== ELEMENT || old.nodeName !== fresh.nodeName || isOtherPhoto(old, fresh)) {
    old.replaceWith(imported(old, fresh));
    return;
  }
  mergeAttributes(old, fresh);
  mergeChildren(old, Array.from(old.childNodes), Array.from(fresh.childNodes));
}

/* An image that is given another address shows the former photo, with the words of the new one, until that has come. */
function isOtherPhoto(old, fresh) {
  return old.nodeName === 'IMG' && old.getAttribute('src') !== fresh.getAttribute('src');
}

function mergeAttributes(old, fresh) {
  Array.from(old.attributes)
    .filter(({ name }) => !fresh.hasAttribute(name))
    .forEach(({ name }) => old.removeAttribute(name));
  Array.from(fresh.attributes)
    .filter(({ name, value }) => old.getAttribute(name) !== value)
    .forEach(({ name, value }) => old.setAttribute(name, value));
}

/* Equal children at both ends stay. Those between are merged in pairs if their number is equal, otherwise replaced. */
function mergeChildren(parent, old, fresh) {
  while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) {
    old.shift();
    fresh.shift();
  }
  let next = null;
  while (old.length && fresh.length && old.at(-1).isEqualNode(fresh.at(-1))) {
    next = old.pop();
    fresh.pop();
  }
  if (old.length === fresh.length) {
    old.forEach((node, place) => merge(node, fresh[place]));
    return;
  }
  old.forEach(node => node.remove());
  fresh.forEach(node => parent.insertBefore(imported(parent, node), next));
}

function imported(place, node) {
  return place.ownerDocument.importNode(node, true);
}
