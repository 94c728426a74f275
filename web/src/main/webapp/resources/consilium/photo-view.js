/* One photo as it is seen: turned, near or from afar. */
(function () {
  'use strict';

  const CLOSEST = 12;

  function within(least, value, most) {
    return Math.min(most, Math.max(least, value));
  }

  /*
   * What is seen of one photo. Points of the stage are pixels from its upper left corner, points of the photo are
   * fractions of its width and height before it was turned. The middle is a fraction of the photo as it is turned now:
   * so two photos that were taken differently go together once they look alike.
   */
  function PhotoView(pane, changed) {
    const view = this;
    const stage = pane.querySelector('.stage');
    let image = stage.querySelector('img');
    let size = { width: 4, height: 3 };
    let seen = { width: 0, height: 0 };
    let fitted = { width: 0, height: 0 };
    let zoom = 1;
    let turns = 0;
    let middle = { x: 0.5, y: 0.5 };
    let beyond = false;
    let levels = '';
    let whole = pane.dataset.full ? null : Promise.resolve();

    view.stage = stage;
    view.zoom = function () { return zoom; };
    view.middle = function () { return middle; };
    view.ratio = function () { return size.height / size.width; };
    view.isLoading = function () { return stage.classList.contains('loading'); };

    /* What was at the one point comes to the other, which is the same where it stays. */
    view.zoomBy = function (factor, point, before) {
      const wanted = within(1, zoom * factor, CLOSEST);
      /* steps there and back do not quite meet */
      const next = wanted < 1.001 ? 1 : wanted;
      const to = aside(point || view.center());
      const from = before ? aside(before) : to;
      middle = next === 1 ? { x: 0.5, y: 0.5 } : {
        x: middle.x + from.x / zoom - to.x / next,
        y: middle.y + from.y / zoom - to.y / next
      };
      zoom = next;
      show();
    };

    view.moveBy = function (x, y) {
      middle = { x: middle.x - x / (fitted.width * zoom), y: middle.y - y / (fitted.height * zoom) };
      show();
    };

    view.fit = function () { view.zoomBy(0); };

    view.rotate = function (quarters) {
      turns = (turns + quarters + 4) % 4;
      measure();
      view.fit();
    };

    view.reset = function () { view.rotate(-turns); };

    view.follow = function (other) {
      zoom = other.zoom();
      middle = other.middle();
      show();
    };

    view.setLevels = function (brightness, contrast) {
      const asTaken = Number(brightness) === 100 && Number(contrast) === 100;
      levels = asTaken ? '' : 'brightness(' + brightness + '%) contrast(' + contrast + '%)';
      show();
    };

    /* Where one draws, every point of the photo can come to the middle of the stage. */
    view.beyondEdges = function (allowed) {
      beyond = allowed;
      show();
    };

    view.isZoomed = function () { return zoom > 1; };
    view.canMove = function () { return beyond || zoom > 1; };
    view.center = function () { return { x: seen.width / 2, y: seen.height / 2 }; };

    view.toStage = function (point) {
      const turned = [
        { x: point.x, y: point.y }, { x: 1 - point.y, y: point.x }, { x: 1 - point.x, y: 1 - point.y }, { x: point.y, y: 1 - point.x }
      ][turns];
      return {
        x: seen.width / 2 + (turned.x - middle.x) * fitted.width * zoom,
        y: seen.height / 2 + (turned.y - middle.y) * fitted.height * zoom,
        right: turned.x > 0.5
      };
    };

    view.toPhoto = function (point) {
      const off = aside(point);
      const x = middle.x + off.x / zoom;
      const y = middle.y + off.y / zoom;
      return [{ x: x, y: y }, { x: y, y: 1 - x }, { x: 1 - x, y: 1 - y }, { x: 1 - y, y: x }][turns];
    };

    view.pointOf = function (event) {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    /* A pixel of the photo on a pixel of the screen. */
    view.showPixels = function () {
      load().then(function () {
        const across = turns % 2 ? fitted.height : fitted.width;
        view.zoomBy(image.naturalWidth / (across * window.devicePixelRatio) / zoom);
      });
    };

    image.addEventListener('load', begin);
    begin();
    new ResizeObserver(function () {
      measure();
      show();
    }).observe(stage);

    function begin() {
      size = {
        width: image.naturalWidth || Number(image.getAttribute('width')) || 4,
        height: image.naturalHeight || Number(image.getAttribute('height')) || 3
      };
      image.draggable = false;
      measure();
      show();
    }

    function measure() {
      const upright = turns % 2 === 0;
      const width = upright ? size.width : size.height;
      const height = upright ? size.height : size.width;
      seen = { width: stage.clientWidth, height: stage.clientHeight };
      const scale = Math.min(seen.width / width, seen.height / height);
      fitted = { width: width * scale, height: height * scale };
    }

    function show() {
      const upright = turns % 2 === 0;
      middle = {
        x: held(middle.x, fitted.width * zoom, seen.width),
        y: held(middle.y, fitted.height * zoom, seen.height)
      };
      const x = (0.5 - middle.x) * fitted.width * zoom;
      const y = (0.5 - middle.y) * fitted.height * zoom;
      image.style.width = (upright ? fitted.width : fitted.height) + 'px';
      image.style.height = (upright ? fitted.height : fitted.width) + 'px';
      image.style.transform = 'translate(' + x + 'px, ' + y + 'px) rotate(' + turns * 90 + 'deg) scale(' + zoom + ') translate(-50%, -50%)';
      image.style.filter = levels;
      stage.classList.toggle('zoomed', zoom > 1);
      if (zoom > 1 && (upright ? fitted.width : fitted.height) * zoom * window.devicePixelRatio > image.naturalWidth) {
        load();
      }
      changed(view);
    }

    /* How far from the middle of the stage, in fractions of the photo that fits. */
    function aside(point) {
      return { x: (point.x - seen.width / 2) / fitted.width, y: (point.y - seen.height / 2) / fitted.height };
    }

    /* The photo covers the stage as far as it is large enough to. */
    function held(value, length, room) {
      if (beyond) {
        return within(0, value, 1);
      }
      return length <= room ? 0.5 : within(room / 2 / length, value, 1 - room / 2 / length);
    }

    /* The photo with all its pixels, once; where it does not come, what is there stays. */
    function load() {
      if (!whole && image.naturalWidth) {
        const better = new Image();
        better.alt = image.alt;
        better.draggable = false;
        better.src = pane.dataset.full;
        stage.classList.add('loading');
        whole = better.decode().then(function () {
          image.replaceWith(better);
          image = better;
        }).catch(function () { /* as sharp as it gets */ }).then(function () {
          stage.classList.remove('loading');
          show();
        });
        changed(view);
      }
      return whole || Promise.resolve();
    }
  }

  window.PhotoView = PhotoView;
}());
