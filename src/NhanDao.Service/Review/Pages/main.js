// The frame of the page: who is signed in, which view the address names, keys that work everywhere.
import { api, key, onSignedOut } from './api.js';
import { fill, h, icon, iconButton, say } from './dom.js';
import { showDesk } from './desk.js';
import { showDirectives } from './directives.js';
import { showInstrument } from './instrument.js';
import { showJobs } from './jobs.js';
import { showLetters } from './letters.js';
import { takeDrops } from './uploads.js';
import { language, t } from './words.js';

const bar = document.getElementById('bar');
const view = document.getElementById('view');
let caller = null;
let leave = null;

const VIEWS = [
  [/^letters\/(\d+)$/, (place, id) => showDesk(place, Number(id), caller)],
  [/^letters$/, (place, _, query) => showLetters(place, query, caller)],
  [/^directives$/, (place, _, query) => showDirectives(place, query, caller)],
  [/^instruments\/(.+)$/, (place, id) => showInstrument(place, decodeURIComponent(id))],
  [/^jobs$/, (place, _, query) => showJobs(place, query, caller)],
];

async function route() {
  leave?.();
  leave = null;
  if (!key.get()) return signIn();
  if (!caller) {
    try {
      caller = await api.caller();
    } catch (error) {
      if (error.status !== 401) fill(view, h('p', { class: 'lone bad' }, error.message));
      return;
    }
  }
  const [path, query] = (location.hash.slice(2) || 'letters').split('?');
  const [pattern, show] = VIEWS.find(([p]) => p.test(path)) ?? VIEWS[1];
  frame(path.split('/')[0]);
  view.className = '';
  leave = show(view, pattern.exec(path)?.[1], new URLSearchParams(query ?? '')) ?? null;
}

function frame(section) {
  document.documentElement.lang = language.get();
  document.title = t('app.name');
  const link = (name, text) => h('a', { href: '#/' + name, 'aria-current': section === name ? 'page' : null }, text);
  fill(bar,
    h('a', { class: 'brand', href: '#/letters' }, h('img', { src: '/assets/icon.svg', alt: '', width: 28, height: 28 }), h('span', {}, t('app.name'))),
    h('nav', { 'aria-label': t('app.name') }, link('letters', t('nav.letters')), link('directives', t('nav.directives')), link('jobs', t('nav.jobs')), h('a', { href: '/api' }, t('nav.api'))),
    h('div', { class: 'tools' },
      h('span', { class: 'who' }, caller?.name ?? ''),
      iconButton('help', t('nav.help'), showKeys),
      h('button', { type: 'button', class: 'plain', id: 'language', onclick: switchLanguage, lang: language.get() === 'vi' ? 'en' : 'vi' }, t('nav.other')),
      iconButton('sun', t('nav.theme'), switchTheme),
      iconButton('out', t('nav.out'), signOut)));
}

function switchLanguage() {
  language.toggle();
  route();
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  localStorage.setItem('nhandao.theme', dark ? 'light' : 'dark');
  paint();
}

function paint() {
  const theme = localStorage.getItem('nhandao.theme');
  if (theme) document.documentElement.dataset.theme = theme;
}

function signOut() {
  key.drop();
  caller = null;
  route();
}

function signIn(message) {
  document.documentElement.lang = language.get();
  bar.replaceChildren();
  view.className = 'door';
  const field = h('input', { id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true, placeholder: 'nhandao_…' });
  const wrong = h('p', { class: 'bad', role: 'alert' }, message ?? '');
  fill(view, h('form', { onsubmit: enter },
    h('img', { src: '/assets/icon.svg', alt: '', width: 72, height: 72 }),
    h('h1', {}, t('app.name')), h('p', { class: 'tagline' }, t('app.tagline')),
    h('label', { for: 'key' }, t('sign.key')), field,
    h('button', { class: 'main', type: 'submit' }, t('sign.in')), wrong,
    h('p', { class: 'hint' }, t('sign.hint')),
    h('button', { type: 'button', class: 'plain', onclick: () => { language.toggle(); signIn(); } }, t('nav.other'))));
  field.focus();

  async function enter(event) {
    event.preventDefault();
    key.set(field.value.trim());
    try {
      caller = await api.caller();
      route();
    } catch (error) {
      key.drop();
      caller = null;
      wrong.textContent = error.status === 401 ? t('sign.wrong') : error.message;
    }
  }
}

function showKeys() {
  const rows = [['↑ ↓', 'move'], ['Enter', 'edit'], ['A', 'accept'], ['1 – 9', 'pick'], ['B', 'blank'], ['N', 'next'], ['[ ]', 'page'], ['+ - 0', 'zoom'], ['X', 'boxes'], ['Ctrl Enter', 'save'], ['/', 'search'], ['L', 'list']];
  const dialog = h('dialog', { class: 'keys', onclose: () => dialog.remove() },
    h('h2', {}, t('keys.title')),
    h('dl', {}, rows.map(([k, name]) => [h('dt', {}, k.split(' ').map(one => one === '–' ? ' – ' : h('kbd', {}, one))), h('dd', {}, t('keys.' + name))])),
    h('form', { method: 'dialog' }, h('button', { class: 'main' }, t('do.cancel'))));
  document.body.append(dialog);
  dialog.showModal();
}

addEventListener('hashchange', route);
addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog')) return;
  if (event.key === '?') showKeys();
  else if (event.key === '/') {
    event.preventDefault();
    const search = document.getElementById('search');
    if (search) search.focus();
    else location.hash = '#/letters';
  } else if (event.key === 'l') location.hash = '#/letters';
});
onSignedOut.call = () => {
  key.drop();
  caller = null;
  if (view.className !== 'door') signIn(t('sign.again'));
};
paint();
takeDrops(() => caller?.scopes.includes('parse'), done => {
  if (location.hash.slice(2).split('?')[0] === 'letters' || !location.hash) route();
  if (done.state !== 'done') say(`${done.fileName ?? ''}: ${done.reason ?? t('job.' + done.state)}`, 'bad');
});
route();
