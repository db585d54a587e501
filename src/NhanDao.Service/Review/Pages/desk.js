// The desk: the scan at the left, what was read of it at the right, what is doubtful first.
import { api } from './api.js';
import { fill, h, icon, iconButton, say } from './dom.js';
import { editorOf } from './editors.js';
import { itemsOf, percent, SHAPES, shown } from './items.js';
import { scanOf, textOf } from './scan.js';
import { day, moment, t } from './words.js';

const EXPORTS = [['json', 'JSON', '.json'], ['flat', 'JSON (flat)', '.flat.json'], ['markdown', 'Markdown', '.md'], ['edxml', 'edXML', '.edxml'], ['akn', 'Akoma Ntoso', '.akn.xml']];

export function showDesk(place, id, caller) {
  const desk = new Desk(place, id, caller);
  desk.open();
  return () => desk.close();
}

class Desk {
  constructor(place, id, caller) {
    Object.assign(this, { place, id, caller, mayCorrect: caller.scopes.includes('review'), focus: null, editing: null, tab: 'fields', isClosed: false });
    this.onKey = event => this.key(event);
    addEventListener('keydown', this.onKey);
  }

  close() {
    this.isClosed = true;
    removeEventListener('keydown', this.onKey);
    this.scan?.dispose();
  }

  async open() {
    try {
      this.letter = await api.letter(this.id);
      if (this.isClosed) return;
      this.items = itemsOf(this.letter);
      this.build();
      this.drawAll();
      await this.scan.start();
      const first = this.items.fields.find(f => f.review);
      if (first && !this.focus) this.choose(first.key, { scroll: false });
    } catch (error) {
      if (!this.isClosed) fill(this.place, h('p', { class: 'lone bad' }, error.message));
    }
  }

  /** The frame, once; what changes is drawn into it. */
  build() {
    this.scan = scanOf(this.letter, key => this.choose(key, { move: false }));
    this.text = textOf(this.letter.record.text.content);
    this.head = h('header', { class: 'desk-head' });
    this.panel = h('div', { class: 'panel' });
    this.leftHead = h('div', { class: 'left-head' });
    this.showText(this.scan.pages === 0);
    this.place.className = 'desk';
    fill(this.place, this.head, h('div', { class: 'left' }, this.leftHead, h('div', { class: 'left-body' }, this.scan.element, this.text.element)), h('div', { class: 'right' }, this.tabs = h('div', { class: 'tabs', role: 'group' }), this.panel));
  }

  showText(isText) {
    this.isText = isText;
    const button = (on, name, glyph) => h('button', { type: 'button', 'aria-pressed': isText === on ? 'true' : 'false', onclick: () => this.showText(on) }, icon(glyph), t(name));
    fill(this.leftHead, this.scan.pages ? h('div', { class: 'tabs small', role: 'group' }, button(false, 'desk.scan', 'page'), button(true, 'desk.text', 'text')) : h('span', { class: 'hint' }, t('desk.noPages')),
      isText ? null : this.scan.tools);
    this.text.element.hidden = !isText; // over the scan, which keeps its size and place
    if (this.focus) this.light(this.focus, true);
  }

  drawAll() {
    this.drawHead();
    this.drawTabs();
    this.drawPanel();
    this.scan.setBoxes(this.every().flatMap(item => item.boxes.map(box => ({ key: item.key, title: t('field.' + item.name), review: item.review, box }))));
  }

  every() {
    return [...this.items.fields, ...this.items.tasks, ...this.items.references];
  }

  drawHead() {
    const { flat, record } = this.letter;
    const menu = h('details', { class: 'menu' }, h('summary', {}, icon('download'), t('desk.export')), h('div', {},
      EXPORTS.map(([format, name, ending]) => h('button', { type: 'button', 'data-format': format, onclick: () => this.save(`/v1/letters/${this.id}?format=${format}`, flat.id + ending) }, name)),
      h('hr', {}), h('button', { type: 'button', onclick: () => this.save(`/v1/letters/${this.id}/file`, record.file ?? flat.id) }, t('desk.original')),
      this.caller.scopes.includes('admin') ? h('button', { type: 'button', class: 'bad', onclick: () => this.remove() }, t('desk.delete')) : null));
    fill(this.head,
      h('a', { class: 'icon-button', href: '#/letters', title: t('desk.back') + ' (L)', 'aria-label': t('desk.back') }, icon('back')),
      h('div', { class: 'title' },
        h('h1', {}, [flat.documentType ? flat.documentType[0].toUpperCase() + flat.documentType.slice(1) : null, shown('number', record.number.value)].filter(Boolean).join(' ') || t('list.noNumber')),
        h('p', {}, flat.subject ?? t('list.noSubject'))),
      h('div', { class: 'tools' },
        flat.review.length ? h('span', { class: 'count-left' }, t('list.marked', flat.review.length)) : h('span', { class: 'count-left clean' }, icon('check'), t('list.clean')),
        flat.review.length && this.mayCorrect ? h('button', { type: 'button', onclick: () => this.correct({ review: [] }, t('desk.confirmed')) }, icon('check'), t('desk.confirm')) : null,
        menu, iconButton('next', t('desk.next'), () => this.nextLetter())));
  }

  drawTabs() {
    const tab = (name, text, count, isMarked) => h('button', { type: 'button', 'aria-pressed': this.tab === name ? 'true' : 'false', onclick: () => { this.tab = name; this.editing = null; this.drawTabs(); this.drawPanel(); } },
      text, count === undefined ? null : h('span', { class: isMarked ? 'count marked' : 'count' }, count));
    const { review } = this.letter.flat;
    const marked = this.items.fields.filter(f => f.review).length;
    fill(this.tabs, tab('fields', t('desk.fields'), marked || undefined, true), tab('tasks', t('desk.duties'), this.items.tasks.length, review.includes('tasks')),
      tab('references', t('desk.references'), this.items.references.length, review.includes('references')), tab('history', t('desk.history')));
  }

  drawPanel() {
    const scrolled = this.panel.scrollTop;
    const panels = { fields: () => this.fields(), tasks: () => this.tasks(), references: () => this.references(), history: () => this.history() };
    fill(this.panel, this.mayCorrect ? null : h('p', { class: 'notice' }, t('desk.readOnly')), panels[this.tab]());
    this.panel.scrollTop = scrolled;
  }

  fields() {
    const marked = this.items.fields.filter(f => f.review);
    const notes = this.letter.record.diagnostics;
    return [
      marked.length ? [h('h2', { class: 'marked' }, icon('flag'), t('desk.review')), marked.map(f => this.card(f))] : null,
      h('h2', {}, t(marked.length ? 'desk.rest' : 'desk.fields')), this.items.fields.filter(f => !f.review).map(f => this.card(f)),
      notes.length ? h('details', { class: 'notes' }, h('summary', {}, t('desk.notes'), h('span', { class: 'count' }, notes.length)), h('ul', {}, notes.map(d => h('li', { class: d.severity }, h('code', {}, d.code), ' ', d.message)))) : null,
    ];
  }

  /** A field; open when it is the one in focus. */
  card(item) {
    const isOpen = this.focus === item.key;
    const isEdited = this.editing === item.key;
    const head = h('button', { type: 'button', class: 'card-head', 'aria-expanded': isOpen ? 'true' : 'false', onclick: () => this.choose(item.key) },
      h('span', { class: 'name' }, t('field.' + item.name)),
      h('span', { class: 'status ' + item.status }, t('status.' + item.status)),
      item.status === 'absent' ? null : meter(item),
      h('span', { class: item.lines.length ? 'value' : 'value none', lang: 'vi' }, item.lines.length ? item.lines.map(text => h('span', {}, text)) : t('value.none')));
    return h('section', { class: ['card', item.review ? 'review' : '', isOpen ? 'open' : ''].join(' '), 'data-item': item.key }, head,
      isOpen ? h('div', { class: 'card-body' },
        item.raw ? h('p', { class: 'raw' }, h('span', { class: 'hint' }, t('value.raw')), h('q', { lang: 'vi' }, item.raw), item.source ? h('code', { title: t('value.source') }, item.source) : null) : null,
        isEdited ? this.form(SHAPES[item.name], t('field.' + item.name), item.value, value => this.correct({ [item.name]: value })) : this.mayCorrect ? [
          item.candidates.length ? h('div', { class: 'candidates' }, h('span', { class: 'hint' }, t('value.others')), item.candidates.slice(0, 9).map((c, i) => h('button', { type: 'button', title: c.source, onclick: () => this.pick(item, i) }, h('kbd', {}, i + 1), shown(item.name, c.value), h('small', {}, percent(c.confidence))))) : null,
          h('div', { class: 'actions' },
            h('button', { type: 'button', class: 'main', onclick: () => this.accept(item) }, icon('check'), t('do.accept'), h('kbd', {}, 'A')),
            h('button', { type: 'button', onclick: () => this.edit(item.key) }, icon('edit'), t('do.edit'), h('kbd', {}, '↵')),
            h('button', { type: 'button', onclick: () => this.blank(item) }, icon('blank'), t('do.blank'), h('kbd', {}, 'B')))] : null) : null);
  }

  form(shape, label, value, save) {
    const editor = editorOf(shape, label, value);
    const form = h('form', { class: 'editor', onsubmit: event => { event.preventDefault(); save(editor.read()); } }, editor.element,
      h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'main' }, t('do.save')), h('button', { type: 'button', onclick: () => this.edit(null) }, t('do.cancel'))));
    form.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.edit(null);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    queueMicrotask(() => form.querySelector('input, textarea')?.focus());
    return form;
  }

  tasks() {
    const tasks = this.letter.flat.tasks;
    const rows = this.items.tasks.map(item => this.duty(item, tasks));
    return [rows.length || this.editing === 'tasks.new' ? null : h('p', { class: 'empty' }, icon('check'), t('duty.none')), rows, this.adder('tasks', 'task', tasks)];
  }

  duty(item, tasks) {
    const d = item.directive;
    const isInherited = d.leads.some(a => a.inherited);
    const replaced = value => tasks.map((task, i) => i === item.index ? value : task);
    return this.rowCard(item, 'task', tasks[item.index], [
      h('p', { class: 'who', lang: 'vi' }, d.leads.map(a => a.name).join(', ') || t('duty.all'), isInherited ? h('span', { class: 'hint' }, t('duty.inherited')) : null,
        d.cooperators.length ? h('span', { class: 'with' }, t('duty.with', d.cooperators.map(a => a.name).join(', '))) : null),
      h('p', { class: 'what', lang: 'vi' }, d.label ? h('b', {}, d.label + '. ') : null, d.text),
      d.children.length ? h('ul', { class: 'children', lang: 'vi' }, d.children.map(c => h('li', {}, c.label ? h('b', {}, c.label + ') ') : null, c.text))) : null,
      h('p', { class: 'foot' }, d.deadline ? h('span', { class: 'deadline', lang: 'vi' }, icon('clock'), d.deadline.raw, d.deadline.date ? h('b', {}, ' ' + day(d.deadline.date)) : null) : null,
        d.report?.to.length ? h('span', { lang: 'vi' }, t('duty.report', d.report.to.map(a => a.name).join(', '))) : null),
    ], value => this.correct({ tasks: replaced(value) }), () => this.correct({ tasks: tasks.filter((_, i) => i !== item.index) }), () => this.correct({ tasks }));
  }

  references() {
    const references = this.letter.flat.references;
    const rows = this.items.references.map(item => {
      const r = item.reference;
      return this.rowCard(item, 'reference', references[item.index], [
        h('p', { class: 'who', lang: 'vi' }, [r.type, r.number, r.title].filter(Boolean).join(' '), h('span', { class: 'relation ' + r.relation }, t('relation.' + r.relation))),
        h('p', { class: 'foot', lang: 'vi' }, [r.date.value ? day(r.date.value) : null, r.issuer].filter(Boolean).join(' · '), r.date.status === 'conflicting' ? h('span', { class: 'status conflicting' }, t('status.conflicting')) : null,
          r.canonicalId || r.number ? h('a', { href: '#/instruments/' + encodeURIComponent(r.canonicalId ?? r.number) }, icon('graph'), t('ref.open')) : null),
      ], value => this.correct({ references: references.map((one, i) => i === item.index ? value : one) }), () => this.correct({ references: references.filter((_, i) => i !== item.index) }), () => this.correct({ references }));
    });
    return [rows.length || this.editing === 'references.new' ? null : h('p', { class: 'empty' }, icon('check'), t('ref.none')), rows, this.adder('references', 'reference', references)];
  }

  rowCard(item, shape, value, content, save, drop, accept) {
    const isOpen = this.focus === item.key;
    return h('section', { class: ['card row-card', item.review && item.confidence < 0.9 ? 'review' : '', isOpen ? 'open' : ''].join(' '), 'data-item': item.key },
      h('div', { class: 'card-head', onclick: event => event.target.closest('a') || this.choose(item.key) }, h('div', { class: 'content' }, content),
        meter(item), isOpen ? null : iconButton('boxes', t('do.show'), () => this.choose(item.key))),
      isOpen && this.mayCorrect ? h('div', { class: 'card-body' }, this.editing === item.key ? this.form(shape, '', value, save) : h('div', { class: 'actions' },
        item.review ? h('button', { type: 'button', class: 'main', onclick: accept }, icon('check'), t('do.accept'), h('kbd', {}, 'A')) : null,
        h('button', { type: 'button', onclick: () => this.edit(item.key) }, icon('edit'), t('do.edit'), h('kbd', {}, '↵')),
        h('button', { type: 'button', onclick: drop }, icon('trash'), t('do.remove')))) : null);
  }

  adder(name, shape, all) {
    if (!this.mayCorrect) return null;
    return this.editing === name + '.new' ? h('section', { class: 'card open' }, h('div', { class: 'card-body' }, this.form(shape, '', null, value => this.correct({ [name]: [...all, value] }))))
      : h('button', { type: 'button', class: 'add', onclick: () => this.edit(name + '.new') }, icon('plus'), t('do.add'));
  }

  history() {
    const list = h('ol', { class: 'history' });
    api.revisions(this.id).then(({ revisions }) => fill(list, revisions.toReversed().map(r => h('li', {},
      h('p', { class: 'when' }, h('strong', {}, r.by === 'parser' ? t('history.read') : t('history.by', r.by)), h('span', {}, `${moment(r.at)} · ${r.number}`)),
      r.changes.map(c => h('div', { class: 'change' }, h('span', { class: 'name' }, t('field.' + c.field)), JSON.stringify(c.before) === JSON.stringify(c.after) ? h('ins', {}, t('history.confirmed'))
        : [h('del', { title: t('history.before'), lang: 'vi' }, plain(c.field, c.before)), h('ins', { title: t('history.after'), lang: 'vi' }, plain(c.field, c.after))]))))), error => say(error.message, 'bad'));
    return list;
  }

  /** Puts a field in focus: its card opens and its boxes light up. */
  choose(key, { move = true, scroll = true } = {}) {
    const tab = key.startsWith('tasks.') ? 'tasks' : key.startsWith('references.') ? 'references' : 'fields';
    if (this.focus === key && this.tab === tab && this.editing) return;
    this.focus = key;
    this.editing = null;
    if (this.tab !== tab) {
      this.tab = tab;
      this.drawTabs();
    }
    this.drawPanel();
    this.light(key, move);
    const card = this.panel.querySelector(`[data-item="${CSS.escape(key)}"]`);
    if (scroll) card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector('.card-head')?.focus({ preventScroll: true });
  }

  light(key, move) {
    const item = this.every().find(i => i.key === key);
    if (!item) return;
    this.text.light(item.spans);
    if (!this.isText) this.scan.light(key, { move });
  }

  edit(key) {
    if (key && !this.mayCorrect) return;
    this.editing = key;
    this.drawPanel();
    if (!key && this.focus) this.panel.querySelector('.open .card-head')?.focus({ preventScroll: true });
  }

  accept(item) {
    this.correct({ [item.name]: item.value });
  }

  blank(item) {
    this.correct({ [item.name]: Array.isArray(item.value) ? [] : item.name === 'marks' ? { urgency: null, secrecy: null } : null });
  }

  pick(item, index) {
    const candidate = item.candidates[index];
    if (candidate) this.correct({ [item.name]: candidate.value });
  }

  async correct(patch, message) {
    if (this.isSaving || !this.mayCorrect) return;
    this.isSaving = true;
    const order = this.items.fields.map(f => f.key);
    try {
      const answer = await api.correct(this.id, this.letter.revision, patch);
      await this.reload();
      say(message ?? t('desk.saved', answer.headers.get('ETag').replaceAll('"', '')), 'good');
      this.forward(order);
    } catch (error) {
      if (error.status === 412) {
        await this.reload();
        say(t('desk.stale'), 'bad');
      } else say(error.message, 'bad');
    } finally {
      this.isSaving = false;
    }
  }

  async reload() {
    this.letter = await api.letter(this.id);
    this.items = itemsOf(this.letter);
    this.editing = null;
    this.drawAll();
  }

  /** On to the next field that is marked, in the order that was on the screen. */
  forward(order) {
    if (this.tab !== 'fields') return this.focus && this.light(this.focus, false);
    const marked = this.items.fields.filter(f => f.review).map(f => f.key);
    const at = order.indexOf(this.focus);
    const next = order.slice(at + 1).find(key => marked.includes(key)) ?? marked[0];
    this.choose(next ?? this.focus ?? order[0]);
  }

  async nextLetter() {
    try {
      const { letters } = await api.letters({ needsReview: true, order: 'doubt', limit: 50 });
      const at = letters.findIndex(l => l.id === this.id);
      const next = letters[at + 1] ?? letters.find(l => l.id !== this.id);
      if (next) location.hash = `#/letters/${next.id}`;
      else say(t('list.clean'), 'good');
    } catch (error) {
      say(error.message, 'bad');
    }
  }

  save(path, name) {
    this.head.querySelector('details').open = false;
    api.save(path, name).catch(error => say(error.message, 'bad'));
  }

  async remove() {
    if (!confirm(t('desk.deleteSure'))) return;
    try {
      await api.remove(this.id);
      location.hash = '#/letters';
    } catch (error) {
      say(error.message, 'bad');
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog, summary') || !this.items) return;
    const shownItems = this.tab === 'tasks' ? this.items.tasks : this.tab === 'references' ? this.items.references : this.items.fields;
    const at = shownItems.findIndex(i => i.key === this.focus);
    const item = shownItems[at];
    const isField = this.tab === 'fields';
    const press = {
      ArrowDown: () => shownItems[Math.min(at + 1, shownItems.length - 1)] && this.choose(shownItems[Math.min(at + 1, shownItems.length - 1)].key),
      ArrowUp: () => shownItems[Math.max(at - 1, 0)] && this.choose(shownItems[Math.max(at - 1, 0)].key),
      Enter: () => item && this.edit(item.key),
      a: () => item && (isField ? this.accept(item) : this.correct({ [item.name]: this.letter.flat[item.name] })),
      b: () => item && isField && this.blank(item),
      n: () => this.nextLetter(),
      x: () => this.scan.toggle(),
      '[': () => this.scan.turn(-1),
      ']': () => this.scan.turn(1),
      '+': () => this.scan.zoom(1.4),
      '=': () => this.scan.zoom(1.4),
      '-': () => this.scan.zoom(0.7),
      0: () => this.scan.fit(),
    }[event.key] ?? (/^[1-9]$/.test(event.key) && isField && item ? () => this.pick(item, Number(event.key) - 1) : null);
    if (!press || (event.key === 'Enter' && event.target.closest('button:not(.card-head), a'))) return;
    event.preventDefault();
    press();
  }
}

function meter(item) {
  return h('meter', { min: 0, max: 1, low: 0.5, high: 0.9, optimum: 1, value: item.confidence, title: percent(item.confidence), 'aria-label': percent(item.confidence) }, percent(item.confidence));
}

/** A value of the flat record in a line. */
function plain(field, value) {
  if (value === null || value === undefined) return t('value.none');
  if (Array.isArray(value)) return value.map(v => plain(field, v)).join(' · ') || t('value.none');
  if (field === 'number' || field === 'date' || (field === 'issuer' && value.name)) return shown(field, value);
  if (typeof value === 'object') return Object.values(value).filter(v => v !== null && typeof v !== 'boolean').flat().join(' · ') || t('value.none');
  return String(value);
}
