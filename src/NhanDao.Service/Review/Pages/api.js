// The API as this page uses it. The key lies in sessionStorage: it is gone with the tab, and no other site can send it.
import { t } from './words.js';

const KEY = 'nhandao.key';

export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: value => sessionStorage.setItem(KEY, value),
  drop: () => sessionStorage.removeItem(KEY),
};

export class Refusal extends Error {
  constructor(status, problem, retryAfter) {
    const known = problem?.type ? t('problem.' + problem.type.split(':').pop()) : null;
    super([known ?? problem?.title ?? `HTTP ${status}`, problem?.detail].filter(Boolean).join(' '));
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Told when the key opens nothing any more. */
export const onSignedOut = { call: () => { } };

async function send(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Authorization: 'Bearer ' + key.get(), ...options.headers }, cache: options.cache ?? 'no-cache' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(0, { title: t('error.network') });
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => null);
  if (response.status === 401) onSignedOut.call();
  throw new Refusal(response.status, problem, Number(response.headers.get('Retry-After')) || null);
}

const json = async (path, options) => (await send(path, options)).json();
const query = values => {
  const text = new URLSearchParams(Object.entries(values).filter(([, v]) => v !== '' && v !== null && v !== undefined)).toString();
  return text ? '?' + text : '';
};

export const api = {
  caller: () => json('/v1/caller'),
  letters: filter => json('/v1/letters' + query(filter)),
  directives: filter => json('/v1/directives' + query(filter)),
  markDirective: (id, done) => send(`/v1/directives/${id}`, { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ done }) }),
  instrument: id => json('/v1/instruments/' + id.split('/').map(encodeURIComponent).join('/')),
  jobs: filter => json('/v1/jobs' + query(filter)),
  job: id => json(`/v1/jobs/${id}`),
  cancel: id => send(`/v1/jobs/${id}`, { method: 'DELETE' }),
  queue: () => json('/v1/queue'),
  requeueDead: () => json('/v1/queue/dead/requeue', { method: 'POST' }),
  discardDead: () => json('/v1/queue/dead/discard', { method: 'POST' }),
  revisions: id => json(`/v1/letters/${id}/revisions`),
  remove: id => send(`/v1/letters/${id}`, { method: 'DELETE' }),

  /** The record, its flat form, and the revision they are of. */
  async letter(id) {
    const [full, flat] = await Promise.all([send(`/v1/letters/${id}`), json(`/v1/letters/${id}?format=flat`)]);
    return { id, revision: full.headers.get('ETag'), record: await full.json(), flat };
  },

  correct: (id, revision, patch) => send(`/v1/letters/${id}`, {
    method: 'PATCH', headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': revision }, body: JSON.stringify(patch),
  }),

  page: async (id, number, signal) => (await send(`/v1/letters/${id}/pages/${number}`, { signal, cache: 'default' })).blob(),

  upload: file => json('/v1/letters?name=' + encodeURIComponent(file.name), {
    method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', Prefer: 'respond-async' },
  }),

  /** Fetches what only the key opens, and saves it under a name. */
  async save(path, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await (await send(path)).blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
};
