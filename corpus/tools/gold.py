"""The gold record of a letter, and the checks that keep it true to the printed text."""
import json
import re
import sys
import unicodedata
from source import LABEL, NOTE, cells, one_line, plain


def tasks(letter):
    out = []
    for mark, text in letter['body']:
        if mark == 'T':
            bare = plain(text)
            m = LABEL.match(bare)
            rest = bare[m.end():] if m else re.sub(r'^[-+•] ', '', bare)
            out.append(dict(label=m[1].strip('()') if m else None, starts=' '.join(rest.split()[:9]),
                            assignees=[], cooperators=[], deadline=None, deadlineDate=None))
        elif mark == 'TG':
            row = cells(text)
            label, what = (row[0], row[1]) if row[0].isdigit() else (None, row[0] or row[1])
            out.append(dict(label=label, starts=' '.join(plain(what).split()[:9]), assignees=[], cooperators=[], deadline=None, deadlineDate=None))
        elif mark != '+':
            continue
        else:
            out[-1]['starts'] = ' '.join((out[-1]['starts'] + ' ' + plain(text)).split()[:9])   # a short head runs on into its first paragraph
        for kind, value in NOTE.findall(text):
            if kind == 'D':
                date, phrase = value.split('|', 1)
                if out[-1]['deadline'] is None: out[-1].update(deadline=phrase, deadlineDate=date or None)
            else:
                names = out[-1]['assignees' if kind == 'A' else 'cooperators']
                if value not in names: names.append(value)
    return out


def references(letter):
    out = []
    for row in letter['refs']:
        kind, number, date, issuer, *title = [x.strip() or None for x in row.split('|')]
        ref = dict(type=kind, number=number, date=date, issuer=issuer)
        if title and title[0]: ref['title'] = title[0]
        out.append(ref)
    return out


def signers(letter):
    out = []
    for row in letter['signers']:
        authority, position, name = [x.strip() or None for x in row.split('|')]
        out.append(dict(authority=authority, position=position, name=name))
    return out


def item(text): return re.sub(r'\s*[;,.]+$', '', plain(text))


def record(letter, file):
    has_number = 'symbol' in letter or 'number' in letter
    issuer = dict(name=one_line(letter['issuer']), parent=one_line(letter.get('parent')))
    if letter.on('no-header'): issuer['inferred'] = True
    if 'co-issuers' in letter: issuer['coIssuers'] = [one_line(x.strip()) for x in letter['co-issuers'].split(';')]
    return dict(
        id=letter['id'], file=file, documentType=letter['type'], issuer=issuer,
        number=dict(ordinal=letter.get('number'), symbol=letter.get('symbol'), handwritten=letter.on('number-hand')) if has_number else None,
        place=letter.get('place'), date=letter.get('date'), dateHandwritten=letter.on('date-hand'),
        subject=item(one_line(letter['subject'])) if 'subject' in letter else None,
        addressees=[item(x) for x in letter['addressees'] if not x.startswith('(')], recipients=[item(x) for x in letter['recipients']],
        tasks=tasks(letter), references=references(letter), signers=signers(letter),
        marks=dict(urgency=letter.get('urgency'), secrecy=letter.get('secrecy')), notes=letter.get('note', ''))


def check(letter, typed):
    """Every value of the record must be printed in the typed letter. Returns what is not."""
    first = typed.split('\f')[0]
    squeezed = re.sub(r'[\s*]+', '', first).casefold()
    wrong = []
    for r in references(letter):
        for k in ('number', 'title', 'issuer', 'type'):
            if r.get(k) and re.sub(r'\s+', '', r[k]).casefold() not in squeezed: wrong.append(f"{k} {r[k]!r} is not printed")
        if r['date'] and len(r['date']) == 10:
            y, m, d = (int(x) for x in r['date'].split('-'))
            if not re.search(rf'(?<!\d)0?{d}(?:[/.-]|tháng)0?{m}(?:[/.-]|năm){y}', squeezed): wrong.append(f"date {r['date']} is not printed")
    numbers = {r['number'] for r in references(letter)}
    for number in re.findall(r'(?<![\w/])\d+[a-z]?(?:/\d{4})?[/-][A-ZĐ][\wĐđ&]*(?:[-/][\wĐđ&]+)+', plain(' '.join(t for _, t in letter['body']))):
        if number not in numbers: wrong.append(f'{number} is cited and not in refs')
    for t in tasks(letter):
        if len(t['starts'].split()) < 4: wrong.append(f"short task {t['starts']!r}")
    if typed != unicodedata.normalize('NFC', typed): wrong.append('not NFC')
    for w in wrong: print(letter['id'], w, file=sys.stderr)
    return wrong


def dumps(record): return json.dumps(record, ensure_ascii=False, indent=2) + '\n'
