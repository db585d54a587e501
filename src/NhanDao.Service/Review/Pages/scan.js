// The page of the scan with a box around every field. OpenSeadragon zooms; boxes are its overlays.
import { api } from './api.js';
import { fill, h, iconButton } from './dom.js';
import { t } from './words.js';

/**
 * @param letter its id and record
 * @param onPick called with the key of a field whose box was clicked
 */
export function scanOf(letter, onPick) {
  const pages = letter.record.pages.filter(page => page.method !== 'typed' && page.width > 0);
  const stage = h('div', { class: 'stage', tabindex: 0, role: 'img' });
  const label = h('span', { class: 'page-number' });
  const message = h('p', { class: 'stage-message', hidden: true });
  const gone = new AbortController();
  const pictures = new Map();
  let boxes = [];
  let lit = null;
  let now = 0;
  let isShown = true;
  let viewer = null;

  async function show(index) {
    now = index;
    const page = pages[index];
    label.textContent = t('scan.page', index + 1, pages.length);
    stage.setAttribute('aria-label', t('scan.alt', index + 1));
    message.hidden = true;
    let picture;
    try {
      picture = await pictureOf(page);
    } catch {
      if (!gone.signal.aborted && now === index) {
        viewer.close();
        message.textContent = t('desk.pageFailed');
        message.hidden = false;
      }
      return;
    }
    if (gone.signal.aborted || now !== index) return;
    await new Promise(done => {
      viewer.addOnceHandler('open', done);
      viewer.open({ type: 'image', url: picture, buildPyramid: false });
    });
    if (now !== index) return;
    viewer.viewport.fitBounds(strip(0), true);
    draw();
  }

  /** What fills the stage: the whole width of the page, from here down. */
  function strip(top) {
    const size = viewer.viewport.getContainerSize();
    const page = pages[now];
    const height = size.y / size.x * 1.04;
    return new OpenSeadragon.Rect(-0.02, Math.max(-0.02, Math.min(top, page.height / page.width + 0.02 - height)), 1.04, height);
  }

  /** Kept, turned as it was read: the boxes are those of the turned page. */
  function pictureOf(page) {
    if (!pictures.has(page.number)) {
      const loading = load(page);
      loading.catch(() => pictures.delete(page.number));
      pictures.set(page.number, loading);
    }
    return pictures.get(page.number);
  }

  async function load(page) {
    const blob = await api.page(letter.id, page.number, gone.signal);
    if (!page.rotation) return URL.createObjectURL(blob);
    const image = await createImageBitmap(blob);
    const sideways = Math.abs(Math.round(page.rotation / 90)) % 2 === 1;
    const scale = (sideways ? image.height : image.width) / page.width;
    const canvas = new OffscreenCanvas(Math.round(page.width * scale), Math.round(page.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate(page.rotation * Math.PI / 180);
    context.drawImage(image, -image.width / 2, -image.height / 2);
    return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }));
  }

  /** Width 1 is the page's width, as OpenSeadragon counts. */
  function place(box) {
    const page = pages[now];
    const pad = 2;
    return new OpenSeadragon.Rect((box.left - pad) / page.width, (box.top - pad) / page.width, (box.width + 2 * pad) / page.width, (box.height + 2 * pad) / page.width);
  }

  function draw() {
    if (!viewer?.isOpen()) return;
    viewer.clearOverlays();
    for (const { key, title, review, box } of boxes) {
      if (box.page !== pages[now].number || !(isShown || key === lit)) continue;
      const element = h('div', { class: ['box', review ? 'review' : '', key === lit ? 'lit' : ''].join(' '), title, 'data-field': key });
      viewer.addOverlay({ element, location: place(box) });
      new OpenSeadragon.MouseTracker({ element, clickHandler: event => event.quick && onPick(key) });
    }
  }

  /** Lights the boxes of a field, and goes where they are. */
  async function light(key, { move = true } = {}) {
    lit = key;
    const own = boxes.filter(b => b.key === key).map(b => b.box);
    const index = pages.findIndex(page => page.number === own[0]?.page);
    if (move && viewer && index >= 0 && index !== now) await show(index);
    else draw();
    if (!move || !own.length || !viewer?.isOpen()) return;
    const here = own.filter(b => b.page === pages[now].number).map(place);
    if (!here.length) return;
    const all = here.reduce((a, b) => a.union(b));
    const seen = viewer.viewport.getBounds();
    const isSeen = all.x >= seen.x && all.y >= seen.y && all.x + all.width <= seen.x + seen.width && all.y + all.height <= seen.y + seen.height;
    if (!isSeen) viewer.viewport.fitBounds(strip(all.y - 0.25));
  }

  /** Only when the stage is on the page: OpenSeadragon measures it once. */
  function build() {
    viewer = OpenSeadragon({
      element: stage, showNavigationControl: false, drawer: 'canvas', animationTime: 0.35, visibilityRatio: 0.6, minZoomImageRatio: 0.7, maxZoomPixelRatio: 4,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true }, gestureSettingsTouch: { clickToZoom: false }, keyboardNavEnabled: false,
    });
    viewer.innerTracker.keyHandler = null;
    viewer.innerTracker.keyDownHandler = null;
  }

  const zoom = by => { if (!viewer?.isOpen()) return; viewer.viewport.zoomBy(by); viewer.viewport.applyConstraints(); };
  const self = {
    pages: pages.length,
    tools: h('div', { class: 'scan-tools' },
      pages.length > 1 ? [iconButton('prev', t('scan.prev'), () => self.turn(-1)), label, iconButton('next', t('scan.next'), () => self.turn(1))] : label,
      h('span', { class: 'gap' }),
      iconButton('boxes', t('scan.boxes'), () => self.toggle()), iconButton('minus', t('scan.out'), () => zoom(0.7)), iconButton('plus', t('scan.in'), () => zoom(1.4)), iconButton('fit', t('scan.fit'), () => self.fit())),
    element: h('div', { class: 'stage-frame' }, stage, message),
    light,
    zoom,
    fit: () => viewer?.viewport?.goHome(),
    toggle() { isShown = !isShown; draw(); },
    turn(by) { if (viewer && pages[now + by]) show(now + by); },
    setBoxes(all) { boxes = all; draw(); },
    async start() {
      if (!pages.length) return;
      build();
      await show(0);
    },
    async dispose() {
      gone.abort();
      viewer?.destroy();
      for (const picture of pictures.values()) picture.then(URL.revokeObjectURL, () => { });
    },
  };
  return self;
}

/** The canonical text with the spans of the field in focus marked. */
export function textOf(content) {
  const element = h('pre', { class: 'letter-text', tabindex: 0, lang: 'vi' }, content);
  return {
    element,
    light(spans) {
      const sorted = spans.filter(s => s.length > 0).sort((a, b) => a.start - b.start);
      const parts = [];
      let at = 0;
      for (const { start, length } of sorted) {
        if (start < at) continue;
        parts.push(content.slice(at, start), h('mark', {}, content.slice(start, start + length)));
        at = start + length;
      }
      fill(element, parts, content.slice(at));
      element.querySelector('mark')?.scrollIntoView({ block: 'center' });
    },
  };
}
