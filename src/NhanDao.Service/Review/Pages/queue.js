// The broker's queues, for admins: how deep they are, who works on them, and what becomes of messages that came back too often.
import { api } from './api.js';
import { fill, h, icon, say } from './dom.js';
import { t } from './words.js';

const EVERY = 5000;

/** A section of its own at the head of the queue's page. Returns it, and a function that ends it. */
export function queuePanel() {
  const figures = h('dl', { class: 'figures' });
  const dead = h('div', { class: 'dead' });
  const panel = h('section', { class: 'broker', 'aria-labelledby': 'broker' }, h('h2', { id: 'broker' }, t('queue.title')), figures, dead);
  let timer = 0;
  let isGone = false;
  let shownDead = -1;

  async function load() {
    clearTimeout(timer);
    try {
      const queue = await api.queue();
      if (isGone) return;
      fill(figures, [
        ['ready', queue.urgent ? t('queue.both', queue.bulk, queue.urgent) : queue.bulk], ['workers', queue.consumers], ['running', t('queue.of', queue.running, queue.hosts)],
        ['rate', t('queue.second', queue.perSecond.toFixed(1))], ['oldest', queue.oldestSeconds === null ? '–' : age(queue.oldestSeconds)], ['quarantined', queue.quarantined],
      ].map(([name, value]) => h('div', {}, h('dt', {}, t('queue.' + name)), h('dd', { 'data-figure': name }, value))));
      if (queue.dead !== shownDead) drawDead(queue.dead); // not again each time: a button in focus would lose it
    } catch (error) {
      if (isGone) return;
      fill(figures, h('p', { class: 'bad' }, error.message));
      drawDead(0);
    }
    timer = setTimeout(load, EVERY);
  }

  function drawDead(count) {
    shownDead = count;
    fill(dead, h('p', { class: count ? 'marked' : 'clean', 'data-figure': 'dead' }, icon(count ? 'flag' : 'check'), count ? t('queue.dead', count) : t('queue.noDead')),
      count ? [h('button', { type: 'button', onclick: () => clear(api.requeueDead, 'queue.requeued') }, t('queue.requeue')),
        h('button', { type: 'button', onclick: () => confirm(t('queue.discardSure', count)) && clear(api.discardDead, 'queue.discarded') }, icon('trash'), t('queue.discard'))] : null);
  }

  async function clear(act, word) {
    for (const button of dead.querySelectorAll('button')) button.disabled = true;
    try {
      say(t(word, (await act()).count), 'good');
    } catch (error) {
      say(error.message, 'bad');
    }
    shownDead = -1;
    load();
  }

  load();
  return [panel, () => { isGone = true; clearTimeout(timer); }];
}

function age(seconds) {
  return seconds < 90 ? t('queue.seconds', Math.round(seconds)) : seconds < 5400 ? t('queue.minutes', Math.round(seconds / 60)) : t('queue.hours', Math.round(seconds / 3600));
}
