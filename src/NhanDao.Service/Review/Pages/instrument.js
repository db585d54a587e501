// One instrument, and a picture of the letters that carry it out, rest on it, answer it.
import { api } from './api.js';
import { fill, h, svg } from './dom.js';
import { row } from './letters.js';
import { day, t } from './words.js';

const MOST_IN_PICTURE = 24;

export function showInstrument(place, id) {
  fill(place);
  api.instrument(id).then(instrument => {
    const name = [instrument.type, instrument.number ?? instrument.title].filter(Boolean).join(' ');
    fill(place, h('div', { class: 'page' },
      h('div', { class: 'head' }, h('div', {}, h('h1', {}, name), h('p', { class: 'tagline' }, [instrument.number ? instrument.title : null, instrument.issuers.join(' · '), instrument.dates.length === 1 ? day(instrument.dates[0]) : null].filter(Boolean).join(' · ')))),
      instrument.dates.length > 1 ? h('p', { class: 'notice' }, t('instrument.dispute', instrument.dates.map(day).join(', '))) : null,
      picture(instrument, name),
      instrument.itself.length ? [h('h2', {}, t('instrument.itself')), h('ol', { class: 'letters' }, instrument.itself.map(row))] : null,
      h('h2', {}, t('instrument.cited', instrument.citedBy.length)),
      h('ol', { class: 'letters' }, instrument.citedBy.map(c => row(c.letter)))));
  }, error => fill(place, h('p', { class: 'lone bad' }, error.message)));
}

/** The instrument at the left, its letters at the right, each line with its relation. */
function picture(instrument, name) {
  const letters = instrument.citedBy.slice(0, MOST_IN_PICTURE);
  const step = 44;
  const height = Math.max(120, letters.length * step + 20);
  const middle = height / 2;
  const at = i => middle + (i - (letters.length - 1) / 2) * step;
  return h('figure', { class: 'graph' }, svg('svg', { viewBox: `0 0 760 ${height}`, role: 'img', 'aria-label': t('instrument.picture') },
    letters.map((c, i) => svg('path', { class: 'edge ' + c.relation, d: `M220 ${middle} C330 ${middle} 330 ${at(i)} 450 ${at(i)}` })),
    svg('rect', { class: 'node self', x: 10, y: middle - 26, width: 210, height: 52, rx: 10 }),
    svg('text', { x: 115, y: middle + 5, 'text-anchor': 'middle', class: 'self' }, cut(name, 25)),
    letters.map((c, i) => svg('a', { href: `#/letters/${c.letter.id}` },
      svg('text', { x: 440, y: at(i) - 8, 'text-anchor': 'end', class: 'relation' }, t('relation.' + c.relation)),
      svg('rect', { class: 'node', x: 450, y: at(i) - 18, width: 300, height: 36, rx: 8 }),
      svg('text', { x: 462, y: at(i) - 3 }, cut(c.letter.number ?? t('list.noNumber'), 40)),
      svg('text', { x: 462, y: at(i) + 12, class: 'small' }, cut(c.letter.subject ?? '', 52)), svg('title', {}, c.letter.subject ?? '')))));
}

const cut = (text, length) => text.length > length ? text.slice(0, length - 1) + '…' : text;
