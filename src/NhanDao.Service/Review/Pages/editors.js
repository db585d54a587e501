// Inputs for a value, by its shape. Each gives { element, read }: read() is what the merge patch holds.
import { h } from './dom.js';
import { t } from './words.js';

let serial = 0;

function labelled(name, input) {
  input.id = 'input' + ++serial;
  return h('div', { class: 'input' }, h('label', { for: input.id }, name), input);
}

const line = (name, value, attributes) => { const input = h('input', { value: value ?? '', lang: 'vi', autocomplete: 'off', spellcheck: 'false', ...attributes }); return { element: labelled(name, input), read: () => input.value.trim() || null }; };
const area = (name, value, rows) => { const input = h('textarea', { rows, lang: 'vi', spellcheck: 'false', value: value ?? '' }); return { element: labelled(name, input), read: () => input.value.replace(/\s+/g, ' ').trim() || null }; };
const list = (name, values) => {
  const input = h('textarea', { rows: Math.max(2, (values?.length ?? 0) + 1), lang: 'vi', spellcheck: 'false', value: (values ?? []).join('\n') });
  return { element: labelled(name, input), read: () => input.value.split('\n').map(text => text.trim()).filter(Boolean) };
};

/** One object of several parts. */
function group(parts) {
  return { element: h('div', { class: 'group' }, Object.values(parts).map(p => p.element)), read: () => Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.read()])) };
}

const date = (name, value) => line(name, value, { placeholder: '2025-01-15', pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?', inputmode: 'numeric' });

const signer = s => group({ authority: line(t('part.authority'), s?.authority), position: line(t('part.position'), s?.position), name: line(t('part.signer'), s?.name) });

/** Makes the editor of a field from its value in the flat record. */
export function editorOf(shape, label, value) {
  switch (shape) {
    case 'text': return area(label, value, 3);
    case 'date': return date(t('part.date'), value);
    case 'list': return list(`${label} · ${t('part.lines')}`, value);
    case 'number': return group({ ordinal: line(t('part.ordinal'), value?.ordinal), symbol: line(t('part.symbol'), value?.symbol) });
    case 'issuer': {
      const parts = group({ name: line(t('part.name'), value?.name), parent: line(t('part.parent'), value?.parent) });
      return { ...parts, read: () => { const given = parts.read(); return given.name ? given : null; } };
    }
    case 'marks': return group({ urgency: line(t('part.urgency'), value?.urgency), secrecy: line(t('part.secrecy'), value?.secrecy) });
    case 'signers': {
      const rows = [...value, null].map(signer);
      return { element: h('div', { class: 'rows' }, rows.map(r => r.element)), read: () => rows.map(r => r.read()).filter(s => s.authority || s.position || s.name) };
    }
    case 'task': return group({
      label: line(t('part.label'), value?.label), text: area(t('part.text'), value?.text, 4), assignees: list(t('part.assignees'), value?.assignees), cooperators: list(t('part.cooperators'), value?.cooperators),
      deadline: line(t('part.deadline'), value?.deadline), deadlineDate: line(t('part.deadlineDate'), value?.deadlineDate, { type: 'date' }),
    });
    case 'reference': return group({
      type: line(t('part.type'), value?.type, { required: true }), number: line(t('part.number'), value?.number), date: date(t('part.refDate'), value?.date), issuer: line(t('part.refIssuer'), value?.issuer), title: line(t('part.title'), value?.title),
    });
    default: return line(label, value);
  }
}
