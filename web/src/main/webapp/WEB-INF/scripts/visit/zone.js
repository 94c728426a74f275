/* Tells the server in which time zone the reader is, once, and shows the times of this page in it. */

/* requests that no person has made do not count as use of the session */
const BACKGROUND = { 'Consilium-Background': 'true' };

/** What to do in a zone: 'tell' the server, and if the page shows another one, 'show' the times again. */
export function steps(zone, { zoneTold, zone: shown }) {
  return zone && zone !== zoneTold ? ['tell', ...zone === shown ? [] : ['show']] : [];
}

/** Replaces each time of the page by that of a newer page with the same moment and look. */
export function showTimes(page, fresh) {
  const newer = new Map(Array.from(fresh.querySelectorAll('time'), time => [nameOf(time), time]));
  page.querySelectorAll('time').forEach(time => {
    const other = newer.get(nameOf(time));
    if (other) {
      time.replaceWith(page.importNode(other, true));
    }
  });
}

function nameOf(time) {
  return [time.getAttribute('datetime'), time.querySelector('.ago') !== null].join(' ');
}

export async function tellZone(site) {
  const due = steps(Intl.DateTimeFormat().resolvedOptions().timeZone, site.dataset);
  if (due.includes('tell')) {
    await tell(due.includes('show') && document.querySelector('time')).catch(() => { /* the next page tells it */ });
  }
}

async function tell(isShown) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answer = await fetch('/time-zone/' + zone, { method: 'POST', headers: BACKGROUND });
  if (answer.ok && isShown) {
    const newer = await fetch(location.href, { headers: BACKGROUND, redirect: 'manual', cache: 'no-store' });
    if (newer.ok) {
      showTimes(document, new DOMParser().parseFromString(await newer.text(), 'text/html'));
    }
  }
}
