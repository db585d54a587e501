"""The letter as a person would have typed or pasted it: letter.txt or letter.md."""
import re
from source import date_line, number_line, plain, subject_cue, unnoted

MOTTO = {'state': ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
         'party': ['ĐẢNG CỘNG SẢN VIỆT NAM'],
         'mass': ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
         'youth': ['ĐOÀN TNCS HỒ CHÍ MINH']}


def motto(letter): return letter['motto'].split('|') if 'motto' in letter else MOTTO[letter['regime']]


def left_lines(letter):
    """Issuer and number, as printed in the left half of the letterhead."""
    lines = []
    if not letter.on('no-header'):
        for key in ('parent', 'issuer'):
            if key in letter: lines += letter.get(key + '-printed', letter[key].upper()).split('|')
        lines += [x.strip().upper() for x in letter.get('co-issuers', '').split(';') if x.strip()]
        if 'ornament' in letter: lines.append(letter['ornament'])
        elif letter['regime'] == 'party': lines.append('*')
    if 'symbol' in letter: lines.append(number_line(letter))
    return lines


def subject_lines(letter):
    return (subject_cue(letter) + letter['subject']).split('|') if 'subject' in letter else []


def header(letter, md):
    left, right = left_lines(letter), motto(letter) + [x for x in [date_line(letter)] if x]
    if letter.on('no-header'): right = right[len(motto(letter)):]
    about = subject_lines(letter) if letter['type'] == 'công văn' or letter.on('subject-left') else []
    order = letter.get('typed', 'stacked')
    esc = (lambda s: s.replace('*', r'\*')) if md else (lambda s: s)
    if order == 'columns':
        rows = []
        both = left + about
        for i in range(max(len(both), len(right))):
            a, b = both[i] if i < len(both) else '', right[i] if i < len(right) else ''
            rows.append((a.ljust(44) + b).rstrip())
        return rows
    head = (lambda ls: ['## ' + esc(ls[0])] + [esc(x) for x in ls[1:]]) if md else (lambda ls: ls)
    spaced = lambda ls: [y for x in ls for y in (x, '')] if md else ls + ['']
    if order == 'right-first': return spaced(head(right)) + spaced(head(left + about))
    if order == 'scrambled':   # number, then the motto, the issuer after it, the subject last
        number = [left[-1]] if 'symbol' in letter else []
        return spaced(number + right[-1:] + left[:-1] + right[:-1] + about)
    return spaced(head(left + about)) + spaced(head(right))


def title(letter):
    if letter['type'] == 'công văn' or letter.on('subject-left'): return []
    name = letter.get('title-printed', letter['type'].upper())
    return name.split('|') + subject_lines(letter)


def paragraphs(pairs, md):
    out = []
    for mark, text in pairs:
        if mark == 'PAGE': continue
        if mark in ('G', 'TG'): out += [' | '.join(plain(text).split('|')), '']; continue
        line = unnoted(text) if md else plain(text)
        if md and mark == 'C': line = f'*{line}*'
        if md and mark in 'HB' and mark: line = f'**{line}**'
        out += [line, ''] if not (mark == 'C' and not md) else [line]
    return out


def addressees(letter, md):
    items = letter['addressees']
    cue = letter.get('addressee-cue', 'Kính gửi:')
    if md: cue = f'*{cue}*'
    if not items: return []
    if len(items) == 1: return [f'{cue} {items[0]}', '']
    lead = [f'{cue} - {items[0]}'] if letter.on('list-on-line') else [cue, f'- {items[0]}']
    return lead + [('- ' if not x.startswith('(') else '') + x for x in items[1:]] + ['']


def tail(letter, md):
    bold = (lambda s: f'**{s}**') if md else (lambda s: s)
    nhan = ['Nơi nhận:'] + ['- ' + x for x in letter['recipients']] + [''] if letter['recipients'] else []
    sign = []
    for row in letter['signers']:
        authority, position, name = [x.strip() for x in row.split('|')]
        lines = [y for y in letter.get('authority-printed', authority).split('^') if y] + ([position] if position else [])
        sign += [bold(x) for x in lines] + (['(Đã ký)'] if letter.on('signed-mark') else ['']) + ([bold(name)] if name else []) + ['']
    return sign + nhan if letter.on('sign-first') else nhan + sign


def text(letter, md):
    out = header(letter, md)
    if 'urgency' in letter: out += [letter['urgency'], '']
    named = title(letter)
    if named: out += ([f'**{x}**' for x in named] if md else named) + ([letter['title-rule']] if 'title-rule' in letter else []) + ['']
    out += addressees(letter, md)
    if 'initials' in letter: body = paragraphs(letter['body'], md) + [f"*{letter['initials']}*" if md else letter['initials'], '']
    else: body = paragraphs(letter['body'], md)
    out += body + tail(letter, md)
    text = '\n'.join(out)
    if letter['after']: text += '\n\f\n' + '\n'.join(paragraphs(letter['after'], md))
    return re.sub(r'\n{3,}', '\n\n', text).strip() + '\n'
