// The queue: what waits, what is being read, what failed and why.
import { api } from './api.js';
import { fill, h, say } from './dom.js';
import { queuePanel } from './queue.js';
import { moment, t } from './words.js';

const STATES = ['', 'queued', 'running', 'failed', 'quarantined', 'done', 'cancelled'];

export function showJobs(place, query, caller) {
  const [broker, leaveBroker] = caller.queue ? queuePanel() : [null, () => { }];
  const state = query.get('state') ?? '';
  const body = h('tbody', {});
  const foot = h('p', { class: 'more' });
  fill(place, h('div', { class: 'page' },
    h('div', { class: 'head' }, h('h1', {}, t('nav.jobs'))), broker,
    h('div', { class: 'tabs' }, STATES.map(s => h('a', { href: '#/jobs' + (s && '?state=' + s), 'aria-current': s === state ? 'page' : null }, s ? t('job.' + s) : t('job.all')))),
    h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, ['file', 'state', 'time', 'result'].map(c => h('th', { scope: 'col' }, t('job.' + c))))), body)), foot));

  let timer = 0;
  let isGone = false;
  async function load() {
    try {
      const { jobs } = await api.jobs({ state, limit: 100 });
      if (isGone) return;
      fill(body, jobs.map(job => h('tr', {},
        h('td', { class: 'name' }, job.fileName ?? `#${job.id}`),
        h('td', {}, h('span', { class: 'state ' + job.state }, t('job.' + job.state)), job.state === 'running' && job.pagesTotal ? ' ' + t('job.pages', job.pagesDone, job.pagesTotal) : null,
          job.reason ? h('p', { class: 'bad' }, job.reason) : null),
        h('td', {}, moment(job.createdAt)),
        h('td', {}, job.letters.map((letter, i) => h('a', { href: '#' + letter.replace('/v1', '') }, t('tray.open') + (i ? ` ${i + 1}` : ''), ' ')),
          job.endedAt ? null : h('button', { type: 'button', onclick: () => cancel(job.id) }, t('job.cancel'))))));
      fill(foot, jobs.length ? null : h('span', { class: 'empty' }, t('job.none')));
      timer = setTimeout(load, jobs.some(job => !job.endedAt) ? 1000 : 5000);
    } catch (error) {
      if (!isGone) say(error.message, 'bad');
    }
  }
  async function cancel(id) {
    try {
      await api.cancel(id);
    } catch (error) {
      say(error.message, 'bad');
    }
    clearTimeout(timer);
    load();
  }
  load();
  return () => { isGone = true; clearTimeout(timer); leaveBroker(); };
}
