// Files dropped anywhere on the page, or chosen: sent one after the other, followed until they are read.
import { api } from './api.js';
import { fill, h, icon, iconButton, say } from './dom.js';
import { t } from './words.js';

const tray = document.getElementById('tray');
const rows = [];
const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
let allowed = () => false;
let ended = () => { };

export function takeDrops(isAllowed, onEnded) {
  allowed = isAllowed;
  ended = onEnded;
  let depth = 0;
  const over = on => document.body.classList.toggle('dropping', on);
  const holdsFiles = event => event.dataTransfer?.types.includes('Files') && allowed();
  addEventListener('dragenter', event => holdsFiles(event) && ++depth && over(true));
  addEventListener('dragleave', event => holdsFiles(event) && --depth <= 0 && over(false));
  addEventListener('dragover', event => holdsFiles(event) && event.preventDefault());
  addEventListener('drop', event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    sendAll([...event.dataTransfer.files]);
  });
}

export function uploadButton() {
  const input = h('input', { type: 'file', multiple: true, hidden: true, id: 'files', onchange: () => { sendAll([...input.files]); input.value = ''; } });
  return [input, h('button', { type: 'button', class: 'main', onclick: () => input.click() }, icon('upload'), t('drop.choose'))];
}

async function sendAll(files) {
  const added = files.map(file => ({ file, name: file.name, state: 'sending' }));
  rows.push(...added);
  draw();
  const following = [];
  for (const row of added) {
    await send(row);
    if (row.job) following.push(follow(row));
  }
  await Promise.all(following);
}

async function send(row) {
  for (; ;) {
    try {
      const answer = await api.upload(row.file);
      row.file = null;
      if (answer.schema) return end(row, { state: 'done', letters: [], known: true });
      row.job = answer.id;
      row.state = answer.state;
      return draw();
    } catch (error) {
      if (error.status === 429) {
        await wait((error.retryAfter ?? 2) * 1000);
        continue;
      }
      return end(row, { state: 'failed', reason: error.message });
    }
  }
}

async function follow(row) {
  for (; ;) {
    await wait(700);
    try {
      const job = await api.job(row.job);
      Object.assign(row, { state: job.state, pages: job.pagesTotal ? t('job.pages', job.pagesDone, job.pagesTotal) : null, share: job.pagesTotal ? job.pagesDone / job.pagesTotal : 0 });
      if (job.endedAt) return end(row, job);
      draw();
    } catch (error) {
      if (error.status !== 0 && error.status !== 429) return end(row, { state: 'failed', reason: error.message });
    }
  }
}

function end(row, job) {
  Object.assign(row, { state: job.state, reason: job.reason, letters: job.letters ?? [], share: 1, pages: null });
  draw();
  ended({ ...job, fileName: row.name });
}

function draw() {
  if (rows.length === 0) return tray.replaceChildren();
  const isBusy = rows.some(row => ['sending', 'queued', 'running'].includes(row.state));
  fill(tray, h('section', { class: 'tray', 'aria-label': t('tray.title') },
    h('header', {}, h('h2', {}, t('tray.title'), ` · ${rows.filter(row => !['sending', 'queued', 'running'].includes(row.state)).length}/${rows.length}`),
      isBusy ? null : iconButton('close', t('tray.close'), () => { rows.length = 0; draw(); })),
    h('ul', {}, rows.toReversed().map(row => h('li', { class: row.state },
      h('span', { class: 'name' }, row.name),
      row.letters?.length ? h('a', { href: '#' + row.letters[0].replace('/v1', '') }, t('tray.open')) : h('span', { class: 'state' }, row.pages ?? (row.state === 'sending' ? t('tray.sending') : t('job.' + row.state))),
      h('progress', { max: 1, value: row.state === 'running' && !row.share ? null : row.share ?? 0, 'aria-label': row.name }),
      row.reason ? h('p', { class: 'bad' }, row.reason) : null)))));
}
