// The list: what is least sure first, found by any word of it.
import { api } from './api.js';
import { fill, h, icon, say } from './dom.js';
import { uploadButton } from './uploads.js';
import { day, moment, t } from './words.js';

const FILTERS = [['issuer', 'text'], ['number', 'text'], ['type', 'text'], ['assignee', 'text'], ['instrument', 'text'], ['from', 'date'], ['to', 'date'], ['dueTo', 'date']];
const TYPES = ['công văn', 'quyết định', 'thông báo', 'kế hoạch', 'chỉ thị', 'báo cáo', 'tờ trình', 'kết luận', 'nghị quyết', 'hướng dẫn', 'giấy mời', 'công điện'];

export function showLetters(place, query, caller) {
  const filter = Object.fromEntries(query);
  const list = h('ol', { class: 'letters' });
  const more = h('p', { class: 'more' });
  const count = Object.keys(filter).filter(name => FILTERS.some(([f]) => f === name)).length;
  const search = h('input', { id: 'search', type: 'search', name: 'q', value: filter.q ?? '', placeholder: t('list.search'), 'aria-label': t('list.search'), autocomplete: 'off' });
  const form = h('form', { class: 'filters', role: 'search', onsubmit: event => { event.preventDefault(); apply(); } },
    h('div', { class: 'search' }, icon('search'), search), h('button', { hidden: true }), // Enter in a form of many inputs does nothing without one
    h('details', { open: count > 0 },
      h('summary', {}, t('list.filters'), count ? h('span', { class: 'count' }, count) : null),
      h('div', { class: 'grid' },
        FILTERS.map(([name, type]) => h('label', {}, t('list.' + name), h('input', { name, type, value: filter[name] ?? '', list: name === 'type' ? 'types' : null, onchange: apply }))),
        h('datalist', { id: 'types' }, TYPES.map(value => h('option', { value }))),
        count ? h('a', { class: 'plain', href: '#/letters' }, t('list.clear')) : null)));
  const tab = (value, text) => h('button', { type: 'button', 'aria-pressed': (filter.needsReview ?? '') === value ? 'true' : 'false', onclick: () => go({ ...filter, needsReview: value }) }, text);

  fill(place, h('div', { class: 'page' },
    h('div', { class: 'head' }, h('h1', {}, t('nav.letters')), caller.scopes.includes('parse') ? uploadButton() : null),
    form,
    h('div', { class: 'row' },
      h('div', { class: 'tabs', role: 'group', 'aria-label': t('list.todo') }, tab('', t('list.all')), tab('true', t('list.todo')), tab('false', t('list.sure'))),
      h('label', { class: 'order' }, t('list.order'), h('select', { onchange: event => go({ ...filter, order: event.target.value }) },
        ['doubt', 'newest'].map(order => h('option', { value: order, selected: (filter.order ?? 'doubt') === order }, t('list.order.' + order)))))),
    list, more));

  function apply() {
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]));
    go({ ...values, needsReview: filter.needsReview, order: filter.order });
  }

  let isGone = false;
  async function load(cursor) {
    try {
      const page = await api.letters({ order: 'doubt', limit: 50, ...filter, cursor });
      if (isGone) return;
      list.append(...page.letters.map(row));
      const isAsked = Object.values(filter).some(Boolean);
      fill(more, page.next ? h('button', { type: 'button', onclick: () => load(page.next) }, t('list.more'))
        : list.childElementCount === 0 ? h('span', { class: 'empty' }, icon(isAsked ? 'search' : 'upload'), t(isAsked ? 'list.none' : 'list.empty')) : null);
    } catch (error) {
      if (!isGone) say(error.message, 'bad');
    }
  }
  load();
  return () => { isGone = true; };
}

function go(filter) {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
  const hash = '#/letters' + (query ? '?' + query : '');
  if (location.hash === hash) dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = hash;
}

/** A letter in a list, here and under an instrument. */
export function row(letter) {
  return h('li', {}, h('a', { href: `#/letters/${letter.id}`, class: letter.review.length ? 'letter todo' : 'letter' },
    h('span', { class: 'top' },
      h('strong', {}, letter.number?.replace(/^[/-]/, '…$&') ?? t('list.noNumber')),
      h('span', { class: 'type' }, letter.type ?? ''),
      h('time', {}, day(letter.date))),
    h('span', { class: 'subject' }, letter.subject ?? t('list.noSubject')),
    h('span', { class: 'foot' },
      h('span', { class: 'issuer' }, letter.issuer ?? letter.fileName ?? ''),
      letter.review.length ? h('span', { class: 'marks', title: t('list.marked', letter.review.length) }, letter.review.map(name => h('span', { class: 'mark' }, t('field.' + name))))
        : h('span', { class: 'clean', title: t('list.clean') }, icon('check'))),
    h('span', { class: 'received' }, [letter.fileName, t('list.received', moment(letter.receivedAt))].filter(Boolean).join(' · '))));
}
