// Who must do what by when, over all letters.
import { api } from './api.js';
import { fill, h, icon, say } from './dom.js';
import { day, t } from './words.js';

export function showDirectives(place, query, caller) {
  const filter = { open: 'true', ...Object.fromEntries(query) };
  const list = h('div', { class: 'duties' });
  const more = h('p', { class: 'more' });
  const owner = h('input', { id: 'search', type: 'search', name: 'owner', value: filter.owner ?? '', placeholder: t('duty.owner'), 'aria-label': t('duty.owner') });
  const form = h('form', { class: 'filters inline', role: 'search', onsubmit: event => { event.preventDefault(); go({ ...filter, owner: owner.value.trim() }); } },
    h('div', { class: 'search' }, icon('search'), owner), h('button', { hidden: true }), // for Enter
    h('label', {}, t('list.from'), h('input', { type: 'date', value: filter.dueFrom ?? '', onchange: event => go({ ...filter, dueFrom: event.target.value }) })));
  const tab = (value, text) => h('button', { type: 'button', 'aria-pressed': filter.open === value ? 'true' : 'false', onclick: () => go({ ...filter, open: value }) }, text);

  fill(place, h('div', { class: 'page' },
    h('div', { class: 'head' }, h('h1', {}, t('nav.directives')),
      h('button', { type: 'button', onclick: () => api.save('/v1/calendar.ics?open=true', 'nhandao.ics').catch(e => say(e.message, 'bad')) }, icon('download'), t('duty.calendar'))),
    form, h('div', { class: 'tabs', role: 'group' }, tab('true', t('duty.open')), tab('false', t('duty.closed'))), list, more));

  let isGone = false;
  let heading = null;
  async function load(offset) {
    try {
      const page = await api.directives({ ...filter, offset });
      if (isGone) return;
      for (const directive of page.directives) {
        const due = directive.due ?? '';
        if (due !== heading) {
          heading = due;
          const until = due ? left(due) : null;
          list.append(h('h2', { class: until?.late ? 'late' : null }, due ? day(due) : t('duty.noDay'), until ? h('span', {}, until.text) : null));
        }
        list.append(duty(directive, caller));
      }
      fill(more, page.nextOffset ? h('button', { type: 'button', onclick: () => load(page.nextOffset) }, t('list.more'))
        : list.childElementCount === 0 ? h('span', { class: 'empty' }, icon('clock'), t('duty.empty')) : null);
    } catch (error) {
      if (!isGone) say(error.message, 'bad');
    }
  }
  load();
  return () => { isGone = true; };
}

function go(filter) {
  location.hash = '#/directives?' + new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
}

function duty(directive, caller) {
  const names = role => directive.parties.filter(p => p.role === role).map(p => p.name).join(', ');
  const leads = names('lead');
  const others = names('cooperator');
  const box = h('input', {
    type: 'checkbox', checked: directive.doneAt !== null, disabled: !caller.scopes.includes('review'), 'aria-label': t('duty.done'),
    onchange: async event => {
      try {
        await api.markDirective(directive.id, event.target.checked);
        card.classList.toggle('done', event.target.checked);
      } catch (error) {
        event.target.checked = !event.target.checked;
        say(error.message, 'bad');
      }
    },
  });
  const card = h('article', { class: directive.doneAt ? 'duty done' : 'duty' }, box,
    h('div', {},
      h('p', { class: 'who' }, leads || t('duty.all'), others ? h('span', {}, ' · ' + t('duty.with', others)) : null),
      h('p', { class: 'what' }, directive.label ? h('b', {}, directive.label + '. ') : null, directive.text),
      h('p', { class: 'foot' }, h('a', { href: '#' + directive.letter.replace('/v1', '') }, [directive.number?.replace(/^[/-]/, '…$&') ?? t('list.noNumber'), directive.issuer].filter(Boolean).join(' · ')),
        directive.deadline ? h('span', { class: 'deadline' }, icon('clock'), directive.deadline) : null)));
  return card;
}

/** How long until a day; whether it is past. */
function left(iso) {
  const now = new Date();
  const days = Math.round((Date.parse(iso) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 86_400_000);
  return days < 0 ? { late: true, text: t('duty.late') } : { late: false, text: days === 0 ? t('duty.today') : t('duty.days', days) };
}
