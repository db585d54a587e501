"""The source of a corpus letter: one annotated text from which the typed letter, the pages and the gold record are made.

    key: value          a header field; lines that follow with «- » or two spaces belong to it
    body:               the rest is the body, a paragraph a line; `after:` begins what follows the first letter

A paragraph may begin with a mark: [T] a task begins, [+] it goes on, [H] centred heading, [B] bold line, [C] italic căn cứ,
[R] right-aligned, [G] a table row (cells split by «|»), [TG] a table row that is a task (number, what, and its other cells), [PAGE] a new page. Inside a paragraph: {A:who leads} {C:who cooperates} {D:2025-12-31|deadline as
printed} (no date: {D:|hằng quý}), **bold**, *italic*. A slot value of the form `ab|cd` is broken into two printed lines.
"""
import re
from pathlib import Path

MARK = re.compile(r'^\[(T|\+|H|B|C|R|G|TG|PAGE)\] ?')
NOTE = re.compile(r'\{([ACD]):([^{}]*)\}')
LABEL = re.compile(r'^(Điều \d+[a-z]?|Thứ (?:nhất|hai|ba|tư|năm)|Một là|Hai là|Ba là|\(\d+\)|\d+|[IVX]+|[a-zđ])(?:[.):,/](?=\s)|(?<=\))(?=\s)|\s*-(?=\s))\s*')
LISTS = {'addressees', 'recipients', 'signers', 'refs', 'esign', 'stamp'}


class Letter(dict):
    """Header fields as strings or lists; `body` and `after` as (mark, text) pairs."""

    def on(self, key): return self.get(key, 'no') == 'yes'


def read(folder):
    letter, key, part = Letter(id=folder.name, folder=folder), None, None
    for line in Path(folder, 'source.txt').read_text(encoding='utf-8').splitlines():
        if part is None and line in ('body:', 'after:') or part is not None and line == 'after:':
            part = letter.setdefault(line[:-1], [])
        elif part is not None:
            if line.strip():
                m = MARK.match(line)
                part.append((m[1] if m else '', line[m.end():] if m else line.strip()))
        elif line.startswith(('- ', '  ')):
            letter.setdefault(key, []).append(line[2:].strip())
        elif line.strip() and not line.startswith('#'):
            key, value = (x.strip() for x in line.split(':', 1))
            if value: letter[key] = [value] if key in LISTS else value
            elif key in LISTS: letter[key] = []
    for k in LISTS: letter.setdefault(k, [])
    letter.setdefault('body', []); letter.setdefault('after', [])
    return letter


def plain(text, notes=False):
    """Without annotations and without ** and *."""
    if not notes: text = NOTE.sub(lambda m: m[2].split('|', 1)[-1] if m[1] == 'D' else m[2], text)
    return re.sub(r'\*{1,2}(?=\S)(.+?)(?<=\S)\*{1,2}', r'\1', text)


def unnoted(text):
    """Without annotations, typographic marks kept."""
    return NOTE.sub(lambda m: m[2].split('|', 1)[-1] if m[1] == 'D' else m[2], text)


def cells(text):
    """The cells of a table row, annotations out of the way."""
    return [x.strip() for x in unnoted(text).split('|')]


def one_line(value): return value.replace('|', ' ') if value else value


def number_line(letter, slot=None):
    """«Số: 12/UBND-VX»; `slot` takes the place of the digits."""
    party = letter['regime'] == 'party'
    prefix = letter.get('number-prefix', 'Số' if party else 'Số:')
    gap = ' ' if letter.on('number-gap') else ''
    digits = slot if slot is not None else letter.get('number') or '        '
    return f"{prefix} {digits}{gap}{letter.get('separator', '-' if party else '/').replace('_', ' ')}{letter['symbol-printed'] if 'symbol-printed' in letter else letter['symbol']}"


def date_line(letter, day=None, month=None):
    """«Hà Nội, ngày 05 tháng 3 năm 2025»; None where the letter has no date line."""
    if 'date-printed' in letter: return letter['date-printed']
    if 'date' not in letter: return None
    parts = letter['date'].split('-')
    d = day or (f'{int(parts[2]):02}' if len(parts) > 2 else '     ')
    m = month or ((f'{int(parts[1]):02}' if int(parts[1]) < 3 else str(int(parts[1]))) if len(parts) > 1 else '     ')
    place = f"{letter['place']}, " if 'place' in letter else ''
    return f'{place}ngày {d} tháng {m} năm {parts[0]}'


def subject_cue(letter):
    default = 'V/v' if letter['type'] == 'công văn' else 'Về việc'
    cue = letter.get('cue', default)
    return '' if cue == 'none' else cue + ' '
