/* Keeps an open page as it would be if it were opened now. A web socket, or else a question every ten seconds, tells
   that there is something new; then the page reads itself again and takes over what differs outside of its forms. */
(function () {
  'use strict';

  const ASK_EVERY = 10 * 1000;
  const CONNECT_AFTER = 150;
  const LONGEST_PAUSE = 60 * 1000;
  /* A form on its way leads to another page; one that has led nowhere for so long was stopped. */
  const SENDING = 30 * 1000;
  /* The server says something every 25 s: a connection on which nothing is heard for so long leads nowhere. */
  const SILENCE = 60 * 1000;
  /* What nobody has told of is seen after so long all the same. */
  const BELIEVED = 5 * 60 * 1000;
  const NOT_BY_A_PERSON = { 'Consilium-Background': 'true' };

  let site;
  let connected = false;
  let pause = 1000;
  let connectAt = 0;
  let socket;
  let heardAt = 0;
  let readAt = Date.now();
  let asking = false;
  let reading = false;
  let stale = false;
  let leaving = false;
  let sentAt = -Infinity;

  document.addEventListener('DOMContentLoaded', function () {
    site = document.getElementById('site');
    setTimeout(connect, CONNECT_AFTER);
    setInterval(function () {
      if (connected && Date.now() - heardAt > SILENCE) {
        lost();
      }
      if (stale || Date.now() - readAt > BELIEVED) {
        read();
      } else if (!connected) {
        ask();
      }
    }, ASK_EVERY);
    document.addEventListener('visibilitychange', function () {
      if (stale) {
        read();
      } else if (!connected) {
        ask();
      }
    });
  });

  window.addEventListener('pagehide', function () { leaving = true; });

  /* Last of all listeners: those before may have called it off. */
  window.addEventListener('submit', function (event) {
    if (!event.defaultPrevented) {
      sentAt = Date.now();
    }
  });

  /* Where this page goes is not to be overtaken by what it finds out meanwhile. */
  function onTheWay() {
    return leaving || Date.now() - sentAt < SENDING;
  }

  function connect() {
    if (leaving || connected || !window.WebSocket) {
      return;
    }
    connectAt = Infinity;
    const opened = new WebSocket(location.origin.replace('http', 'ws') + '/live');
    socket = opened;
    opened.addEventListener('open', function () {
      connected = true;
      heardAt = Date.now();
      pause = 1000;
    });
    opened.addEventListener('message', function (event) {
      heardAt = Date.now();
      const words = event.data.split(' ');
      if (words[0] === 'mark') {
        compare(words[1]);
      } else if (concerns(words[1])) {
        read();
      }
    });
    opened.addEventListener('close', function () {
      if (opened === socket) {
        lost();
      }
    });
  }

  /* Many pages lose their node at once: they come back one after the other. */
  function lost() {
    const wait = pause * (0.2 + 0.8 * Math.random());
    const gone = socket;
    socket = null;
    connected = false;
    connectAt = Date.now() + wait;
    pause = Math.min(2 * pause, LONGEST_PAUSE);
    gone.close();
    setTimeout(ask, wait);
  }

  /* A page about one consultation follows that one; the lists follow all that the reader may know of. */
  function concerns(consultation) {
    const own = location.pathname.match(/^\/consultation\/([^/]+)$/);
    return !own || own[1] === consultation;
  }

  function compare(mark) {
    if (mark !== site.dataset.mark) {
      read();
    }
  }

  function get(address) {
    return fetch(address, { headers: NOT_BY_A_PERSON, redirect: 'manual', cache: 'no-store' }).then(function (answer) {
      if (onTheWay()) {
        return Promise.reject(new Error('too late'));
      }
      if (answer.type === 'opaqueredirect') {
        leaving = true;
        document.dispatchEvent(new CustomEvent('visit-ended'));
      }
      return answer;
    });
  }

  /* Also tells whether the visit is over, and whether there is a server to connect to again. */
  function ask() {
    if (asking || onTheWay() || document.hidden) {
      return;
    }
    asking = true;
    get('/live').then(function (answer) {
      return answer.ok ? answer.text().then(function (mark) {
        compare(mark);
        if (Date.now() >= connectAt) {
          connect();
        }
      }) : null;
    }).catch(function () { /* asked again later */ }).finally(function () { asking = false; });
  }

  /* A page that nobody looks at waits: what is read counts as seen. */
  function read() {
    stale = true;
    if (document.hidden || reading || onTheWay()) {
      return;
    }
    reading = true;
    stale = false;
    readAt = Date.now();
    const address = location.pathname + location.search;
    get(address).then(function (answer) {
      if (answer.status === 404) {
        leaving = true;
        location.reload();
      }
      return answer.ok ? answer.text().then(takeOver) : Promise.reject(answer.status);
    }).catch(function () {
      stale = true;
      return 'later';
    }).then(function (outcome) {
      reading = false;
      if (stale && outcome !== 'later') {
        read();
      }
    });
  }

  function takeOver(text) {
    if (onTheWay()) {
      stale = true;
      return 'later';
    }
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const freshSite = fresh.getElementById('site');
    if (!freshSite || freshSite.dataset.account !== site.dataset.account) {
      leaving = true;
      location.reload();
      return 'done';
    }
    site.dataset.mark = freshSite.dataset.mark;
    const before = entries();
    let differs = false;
    inPlace(function () {
      document.querySelectorAll('[data-live]').forEach(function (part) {
        const other = fresh.querySelector('[data-live="' + part.dataset.live + '"]');
        if (other && !part.isEqualNode(other)) {
          differs = true;
          merge(part, other);
        }
      });
    });
    renewForms(fresh);
    if (differs) {
      tell(entries() > before ? 'message' : 'page');
    }
    return 'done';
  }

  function entries() {
    return document.querySelectorAll('.entry').length;
  }

  /* What has the focus keeps it, and stays where it is on the screen. */
  function inPlace(change) {
    const focused = document.activeElement;
    const anchored = focused && focused !== document.body;
    const link = anchored && focused.getAttribute('href');
    const place = anchored && focused.getBoundingClientRect().top;
    change();
    if (!anchored) {
      return;
    }
    if (!focused.isConnected && link) {
      const again = Array.from(document.querySelectorAll('[data-live] a')).find(function (other) {
        return other.getAttribute('href') === link;
      });
      if (again) {
        again.focus({ preventScroll: true });
      }
    }
    if (focused.isConnected) {
      window.scrollBy({ top: focused.getBoundingClientRect().top - place, behavior: 'instant' });
    }
  }

  /* Changes as little as possible: photos that are there are not loaded again, nor read out again. */
  function merge(old, fresh) {
    if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName) {
      old.replaceWith(document.importNode(fresh, true));
      return;
    }
    Array.from(old.attributes).forEach(function (attribute) {
      if (!fresh.hasAttribute(attribute.name)) {
        old.removeAttribute(attribute.name);
      }
    });
    Array.from(fresh.attributes).forEach(function (attribute) {
      old.setAttribute(attribute.name, attribute.value);
    });
    mergeChildren(old, Array.from(old.childNodes), Array.from(fresh.childNodes));
  }

  function mergeChildren(parent, old, fresh) {
    while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) {
      old.shift();
      fresh.shift();
    }
    let end = null;
    while (old.length && fresh.length && old[old.length - 1].isEqualNode(fresh[fresh.length - 1])) {
      end = old.pop();
      fresh.pop();
    }
    if (old.length === fresh.length) {
      old.forEach(function (node, place) { merge(node, fresh[place]); });
      return;
    }
    old.forEach(function (node) { node.remove(); });
    fresh.forEach(function (node) { parent.insertBefore(document.importNode(node, true), end); });
  }

  /* A form whose step is over goes, unless something was typed in it; for a new one the page has to be opened anew. */
  function renewForms(fresh) {
    const forms = Array.from(document.querySelectorAll('main form[id]'));
    forms.forEach(function (form) {
      const typed = Array.from(form.querySelectorAll('textarea')).some(function (area) { return area.value; });
      if (!fresh.getElementById(form.id) && !typed && !form.dataset.sent) {
        form.remove();
      }
    });
    const isNew = Array.from(fresh.querySelectorAll('main form[id]')).some(function (form) {
      return !document.getElementById(form.id);
    });
    document.getElementById('steps').hidden = !isNew;
  }

  function tell(kind) {
    const news = document.getElementById('news');
    news.textContent = '';
    setTimeout(function () { news.textContent = news.dataset[kind]; }, 50);
  }
}());
