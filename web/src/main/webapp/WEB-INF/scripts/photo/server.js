/* What the upload asks of the server and of the object store. */

/** Trying again is of no use now. The message is for the person; canRetry says whether they may try again later. */
export class Refused extends Error {
  constructor(message, canRetry) {
    super(message);
    this.canRetry = canRetry;
  }
}

const DELETION = 10 * 1000;

/* Settled once no photo is being deleted. */
let deleted = Promise.resolve();

/** The server's upload API. Its errors are Refused, or any other error when the request should be repeated. */
export const server = {
  /* the same file continues its upload: not one that is about to be deleted */
  ticket: description => deleted.then(() => ask('POST', '/photos', description)),
  complete: id => ask('POST', addressOf(id)),
  state: id => ask('GET', addressOf(id)),
  links: ids => ask('GET', '/photos/links?' + new URLSearchParams(ids.map(id => ['id', id])))
};

export function deletePhoto(id) {
  const deletion = fetch(addressOf(id), {
    method: 'DELETE', headers: shownTo(), signal: AbortSignal.timeout(DELETION)
  });
  deleted = Promise.allSettled([deleted, deletion]);
}

/* somebody else may have signed in since: photos of this page are not theirs */
function shownTo() {
  return { 'Shown-To': document.getElementById('site')?.dataset.account ?? '' };
}

function addressOf(id) {
  return '/photos/' + encodeURIComponent(id);
}

async function ask(method, address, body) {
  const answer = await fetch(address, {
    method, cache: 'no-store', body: body && JSON.stringify(body),
    headers: body ? { ...shownTo(), 'Content-Type': 'application/json' } : shownTo()
  });
  return outcome(answer.status, await answer.json().catch(() => ({})));
}

/** The server's answer, or the error that it stands for. */
export function outcome(status, answer) {
  if (status >= 500) {
    throw new Error(`status ${status}`);
  }
  if (status >= 400) {
    /* too many requests: later it may work */
    throw new Refused(answer.message, status === 429);
  }
  return answer;
}

/**
 * Sends one part to the object store. Returns the request, which can be aborted, and a promise of its status, which
 * rejects when there was no answer, or one that says to try again. XMLHttpRequest, because fetch reports no progress.
 */
export function putPart(address, checksum, bytes, onProgress) {
  const request = new XMLHttpRequest();
  const status = new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', event => onProgress(event.loaded));
    request.addEventListener('load', () => {
      if (request.status >= 500) {
        reject(new Error(`status ${request.status}`));
      } else {
        resolve(request.status);
      }
    });
    ['error', 'abort', 'timeout'].forEach(kind => request.addEventListener(kind, () => reject(new Error(kind))));
  });
  request.open('PUT', address);
  request.setRequestHeader('x-amz-checksum-sha256', checksum);
  request.send(bytes);
  return { status, abort: () => request.abort() };
}
