// The API to try, drawn from its own description. Answers are shown as text.
import { key } from './api.js';
import { fill, h, icon, say } from './dom.js';

const view = document.getElementById('view');
const MOST_SHOWN = 200_000;

function operation(path, method, op) {
  const inputs = (op.parameters ?? []).map(p => ({ ...p, input: h('input', { name: p.name, placeholder: p.schema?.format ?? p.schema?.type ?? '', required: p.required, autocomplete: 'off' }) }));
  const types = Object.keys(op.requestBody?.content ?? {});
  const isFile = types.includes('application/octet-stream');
  const body = types.length === 0 ? null : isFile ? h('input', { type: 'file', class: 'shown', required: true }) : h('textarea', { rows: 4, placeholder: types[0], spellcheck: 'false' });
  const answer = h('div', {});
  const call = `${method.toUpperCase()} ${path}`;

  async function send(event) {
    event.preventDefault();
    const given = inputs.filter(p => p.input.value !== '');
    const place = path.replace(/\{(\w+)\}/g, (_, name) => given.find(p => p.name === name).input.value.split('/').map(encodeURIComponent).join('/'));
    const query = new URLSearchParams(given.filter(p => p.in === 'query').map(p => [p.name, p.input.value])).toString();
    const headers = Object.fromEntries(given.filter(p => p.in === 'header').map(p => [p.name, p.input.value]));
    if (key.get()) headers.Authorization = 'Bearer ' + key.get();
    if (body) headers['Content-Type'] = isFile ? 'application/octet-stream' : types[0];
    const begun = performance.now();
    try {
      const response = await fetch(place + (query && '?' + query), { method: method.toUpperCase(), headers, body: body ? isFile ? body.files[0] : body.value : undefined, cache: 'no-store' });
      await show(response, performance.now() - begun);
    } catch (error) {
      say(error.message, 'bad');
    }
  }

  async function show(response, time) {
    const type = response.headers.get('Content-Type') ?? '';
    const line = h('p', { class: response.ok ? 'answer-line good' : 'answer-line bad' }, `${response.status} ${response.statusText} · ${Math.round(time)} ms · ${type}`);
    const headers = h('pre', {}, [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'));
    if (/^image\//.test(type)) {
      const image = h('img', { class: 'answer', alt: call });
      image.src = URL.createObjectURL(await response.blob());
      return fill(answer, line, headers, image);
    }
    const text = /json|text|xml/.test(type) ? await response.text() : `(${(await response.blob()).size} bytes)`;
    fill(answer, line, headers, h('pre', { class: 'answer', tabindex: 0 }, pretty(text, type).slice(0, MOST_SHOWN)));
  }

  return h('details', { class: 'card operation', id: op.operationId }, h('summary', { class: 'card-head' }, h('span', {}, h('b', { class: 'method ' + method }, method.toUpperCase()), ' ', h('code', {}, path)), h('span', { class: 'hint' }, op.summary ?? '')),
    h('form', { class: 'card-body', onsubmit: send },
      inputs.map(p => h('label', {}, h('code', {}, p.name), ' ', h('span', { class: 'hint' }, p.description ?? p.in), p.input)),
      body ? h('label', {}, h('code', {}, 'body'), ' ', h('span', { class: 'hint' }, types.join(', ')), body) : null,
      h('p', { class: 'hint' }, Object.entries(op.responses ?? {}).map(([status, r]) => [h('b', {}, status), ` ${(r.description ?? '').replaceAll('`', '')} `])),
      h('div', { class: 'actions' }, h('button', { class: 'main' }, icon('next'), 'Send')), answer));
}

function pretty(text, type) {
  if (!type.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function start() {
  const description = await (await fetch('/openapi/v1.json')).json();
  const groups = new Map();
  for (const [path, methods] of Object.entries(description.paths))
    for (const [method, op] of Object.entries(methods)) {
      const tag = op.tags?.[0] ?? '';
      groups.set(tag, [...groups.get(tag) ?? [], operation(path, method, op)]);
    }
  const field = h('input', { id: 'key', type: 'password', autocomplete: 'off', value: key.get() ?? '', placeholder: 'nhandao_…', onchange: () => field.value.trim() ? key.set(field.value.trim()) : key.drop() });
  fill(view, h('div', { class: 'page' }, h('div', { class: 'head' }, h('h1', {}, `${description.info.title} API ${description.info.version}`)), h('p', { class: 'tagline' }, description.info.description),
    h('label', { class: 'key-field' }, 'Key', field), [...groups].map(([tag, operations]) => [h('h2', {}, tag), operations])));
}

if (localStorage.getItem('nhandao.theme')) document.documentElement.dataset.theme = localStorage.getItem('nhandao.theme');
start().catch(error => fill(view, h('p', { class: 'lone bad' }, error.message)));
