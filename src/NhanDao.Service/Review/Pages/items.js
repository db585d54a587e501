// A record as what a person goes through: fields with value, doubt and place.
import { day, t } from './words.js';

const FIELDS = ['documentType', 'issuer', 'number', 'place', 'date', 'subject', 'addressees', 'recipients', 'signers', 'marks'];

export const SHAPES = {
  documentType: 'line', place: 'line', subject: 'text', date: 'date', issuer: 'issuer', number: 'number', addressees: 'list', recipients: 'list', signers: 'signers', marks: 'marks',
};

/** The fields to look at first, then the others in the order of a letter; duties and references follow as rows. */
export function itemsOf({ record, flat }) {
  const review = new Set(flat.review);
  const fields = FIELDS.map(name => ({ name, review: review.has(name), ...described(name, record, flat) }));
  return {
    fields: [...fields.filter(f => f.review), ...fields.filter(f => !f.review)],
    tasks: record.directives.map((d, i) => ({ name: 'tasks', key: `tasks.${i}`, index: i, directive: d, review: review.has('tasks'), boxes: d.boxes, spans: [d.span], confidence: d.confidence })),
    references: record.references.map((r, i) => ({
      name: 'references', key: `references.${i}`, index: i, reference: r, review: review.has('references'), confidence: r.confidence,
      boxes: [...r.mentions.flatMap(m => m.boxes), ...r.date.boxes], spans: [...r.mentions.map(m => m.span), r.date.span].filter(Boolean),
    })),
  };
}

function described(name, record, flat) {
  const parts = partsOf(name, record);
  const printed = parts.filter(p => p.status !== 'absent');
  const weakest = printed.reduce((least, p) => p.confidence < least.confidence ? p : least, printed[0] ?? parts[0] ?? { confidence: 1, status: 'absent' });
  const isByPerson = printed.length > 0 && printed.every(p => p.source === 'review');
  return {
    key: name,
    status: isByPerson ? 'person' : weakest.status,
    confidence: weakest.confidence,
    lines: linesOf(name, record),
    value: flat[name],
    raw: printed.map(p => p.raw).filter(Boolean).join('\n'),
    source: [...new Set(printed.map(p => p.source).filter(Boolean))].join(', '),
    candidates: parts.length === 1 ? parts[0].candidates : [],
    boxes: printed.flatMap(p => p.boxes),
    spans: printed.map(p => p.span).filter(Boolean),
  };
}

function partsOf(name, record) {
  if (name === 'signers') return record.signers.flatMap(s => [s.authority, s.position, s.name]);
  if (name === 'marks') return [record.marks.urgency, record.marks.secrecy];
  return Array.isArray(record[name]) ? record[name] : [record[name]];
}

function linesOf(name, record) {
  if (name === 'signers') return record.signers.map(s => [s.authority.value, s.position.value, s.name.value].filter(Boolean).join(' · '));
  if (name === 'marks') return [record.marks.urgency.value, record.marks.secrecy.value].filter(Boolean);
  if (Array.isArray(record[name])) return record[name].map(f => f.value).filter(Boolean);
  return [shown(name, record[name].value)].filter(Boolean);
}

/** A value as people write it. */
export function shown(name, value) {
  if (value === null || value === undefined) return '';
  if (name === 'number') return numberOf(value);
  if (name === 'issuer') return [value.name, ...value.coIssuers ?? []].join(' · ') + (value.parent ? ` (${value.parent})` : '');
  if (name === 'date') return day(value);
  return String(value);
}

/** 12/UBND-VX: the separator of state bodies; party bodies write 12-CV/TU. */
function numberOf({ ordinal, symbol }) {
  const dash = symbol && /^[^/]*\/[^/]*$/.test(symbol) && !/^\d{4}\//.test(symbol);
  return [ordinal ?? '…', symbol].filter(Boolean).join(dash ? '-' : '/');
}

export function percent(confidence) {
  return t('value.sure', Math.floor(confidence * 100));
}
