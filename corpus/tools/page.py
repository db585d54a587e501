"""The letter as HTML for an A4 page: the typography of Nghị định 30/2020 and of Hướng dẫn 36-HD/VPTW.

With `rng` the page is one that was signed on paper: number and day by hand where the source says so, seal, signature, stamps.
"""
import html
import re
import pen
from source import cells, date_line, number_line, one_line, subject_cue, unnoted
from typed import motto

CSS = '''
@page { size: A4; margin: 20mm 17mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Liberation Serif"; } }
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; } body { margin: 0; font: %(size)spt/%(lead)s "Liberation Serif", serif; color: #000; }
table.two { width: 100%%; border-collapse: collapse; } td { vertical-align: top; padding: 0; }
.head td { text-align: center; line-height: 1.22; } .head .l { width: 40%%; font-size: 12.5pt; } .head .r { width: 60%%; font-size: 12.5pt; } .motto { white-space: nowrap; }
.party .l { font-size: 14pt; width: 44%%; } .party .motto { font-size: 14.5pt; }
.rule { display: inline-block; border-bottom: 1px solid #000; height: 2px; } u.full { text-decoration-thickness: 1px; text-underline-offset: 4px; }
.date { font-style: italic; font-size: 13.5pt; } .about { font-size: 12pt; } .party .about { font-style: italic; }
.title { text-align: center; font-weight: bold; margin: 14pt 0 0; } .to { margin: 14pt 0 12pt; }
.to table { margin-left: 22%%; border-collapse: collapse; } .to td { text-align: left; }
p { margin: 0 0 5pt; text-align: justify; text-indent: 1.1cm; } p.h { text-align: center; text-indent: 0; font-weight: bold; } p.b { font-weight: bold; }
p.c { font-style: italic; } p.r { text-align: right; text-indent: 0; } p.n { text-indent: 0; }
.grid { border-collapse: collapse; width: 100%%; margin: 4pt 0; } .grid td { border: 1px solid #000; padding: 2pt 4pt; font-size: 12.5pt; line-height: 1.15; text-align: left; }
.tail { margin-top: 10pt; break-inside: avoid; } .tail .l { width: 46%%; font-size: 11pt; line-height: 1.18; } .tail .r { text-align: center; line-height: 1.2; position: relative; }
.tail b.nhan { font-size: 12pt; font-style: italic; } .party.tail .l { font-size: 12pt; } .party.tail .nhan { font-size: 14pt; font-style: normal; font-weight: normal; text-decoration: underline; }
.room { height: 108px; position: relative; } .ink { position: absolute; } .pen { vertical-align: -3px; margin: -4px 0; }
.over { position: absolute; z-index: 3; } .urgent { display: inline-block; border: 2px solid #c62626; color: #c62626; font-weight: bold; padding: 1px 12px; font-size: 13.5pt; margin-top: 8px; }
.stamp { border: 1.6px solid #4a2a86; color: #4a2a86; font: 8.5pt "Liberation Sans"; width: 150px; background: transparent; }
.stamp td { border: 1px solid #4a2a86; padding: 1px 3px; height: 17px; white-space: nowrap; }
.esign { position: absolute; top: 0; right: 0; font: 7pt/1.2 "Liberation Sans"; color: #1a33cc; text-align: left; }
'''


def esc(text): return html.escape(text, quote=False)


def rich(text):
    text = esc(unnoted(text))
    text = re.sub(r'\*\*(\S.*?)\*\*', r'<b>\1</b>', text)
    return re.sub(r'\*(\S.*?)\*', r'<i>\1</i>', text)


def number(letter, rng):
    if rng is None or not letter.on('number-hand'):
        return esc(number_line(letter)).replace('        ', '&nbsp;' * 10)
    return esc(number_line(letter, '\0')).replace('\0', pen.written(letter['number'], rng, 15))


def date(letter, rng):
    if rng is not None and letter.on('date-hand'):
        y, m, d = (letter['date'].split('-') + [None, None])[:3]
        line = esc(date_line(letter, day='\0'))
        return line.replace('\0', pen.written(letter.get('date-hand-as', f'{int(d):02}'), rng, 15))
    return esc(date_line(letter)).replace('     ', '&nbsp;' * 6)


def head(letter, rng):
    party = letter['regime'] == 'party'
    left, right = [], []
    if not letter.on('no-header'):
        if 'parent' in letter: left += [esc(x) for x in letter.get('parent-printed', letter['parent'].upper()).split('|')]
        left += [f'<b>{esc(x)}</b>' for x in letter.get('issuer-printed', letter['issuer'].upper()).split('|')]
        left += [f'<b>{esc(x.strip().upper())}</b>' for x in letter.get('co-issuers', '').split(';') if x.strip()]
        if party or 'ornament' in letter: left.append(letter.get('ornament', '*'))
        else: left.append('<span class="rule" style="width:70px"></span>')
        ms = [esc(x) for x in motto(letter)]
        right += [f'<b class="motto">{x}</b>' for x in ms[:-1]] + [f'<b class="motto"><u class="full">{ms[-1]}</u></b>']
    if 'symbol' in letter: left.append(number(letter, rng))
    if 'subject' in letter and (letter['type'] == 'công văn' or letter.on('subject-left')):
        left += [f'<span class="about">{esc(x)}</span>' for x in (subject_cue(letter) + letter['subject']).split('|')]
    if date_line(letter): right.append(f'<span class="date" style="display:inline-block;margin-top:4pt">{date(letter, rng)}</span>')
    if 'urgency' in letter and letter.get('urgency-form', 'box') == 'box': left.append(f'<span class="urgent">{letter["urgency"]}</span>')
    return f'<table class="two head {"party" if party else ""}"><tr><td class="l">{"<br>".join(left)}</td><td class="r">{"<br>".join(right)}</td></tr></table>'


def title(letter):
    if letter['type'] == 'công văn' or letter.on('subject-left'): return ''
    lines = [esc(x) for x in letter.get('title-printed', letter['type'].upper()).split('|')]
    lines += [esc(x) for x in (subject_cue(letter) + letter['subject']).split('|')] if 'subject' in letter else []
    rule = esc(letter['title-rule']) if 'title-rule' in letter else '<span class="rule" style="width:110px"></span>'
    return f'<div class="title">{"<br>".join(lines)}<br>{rule}</div>'


def to(letter):
    items = letter['addressees']
    if not items: return '<div style="height:10pt"></div>'
    cue = esc(letter.get('addressee-cue', 'Kính gửi:'))
    if letter['regime'] == 'party': cue = f'<i>{cue}</i>'
    if len(items) == 1: return f'<div class="to" style="text-align:center">{cue} {rich(items[0])}</div>'
    long = max(map(len, items)) > 58 or len(cue) > 30   # too long to stand beside the cue
    rows = ''.join(f'<div>{"" if x.startswith("(") else "- "}{rich(x)}</div>' for x in items)
    if long: return f'<div class="to"><div style="margin-left:2.2cm">{cue}</div><div style="margin-left:3.2cm">{rows}</div></div>'
    return f'<div class="to"><table><tr><td style="white-space:nowrap;padding-right:6px">{cue}</td><td>{rows if letter.on("list-on-line") else "<br>" + rows}</td></tr></table></div>'


def grid_row(row, widths):
    widths = widths if len(widths) == len(row) else [100 / len(row)] * len(row)
    return '<table class="grid"><tr>' + ''.join(f'<td style="width:{w:.0f}%">{rich(x)}</td>' for w, x in zip(widths, row)) + '</tr></table>'


def paragraphs(pairs, widths=()):
    out = ''
    for mark, text in pairs:
        if mark == 'PAGE': out += '<div style="break-after:page"></div>'
        elif mark in ('G', 'TG'): out += grid_row(cells(text), widths)
        else: out += f'<p class="{ {"H": "h", "B": "b", "C": "c", "R": "r"}.get(mark, "")}">{rich(text)}</p>'
    return out


def signers(letter, rng):
    cells = []
    for n, row in enumerate(letter['signers']):
        authority, position, name = [x.strip() for x in row.split('|')]
        lines = [f'<b>{esc(x)}</b>' for x in letter.get('authority-printed', authority).split('^') if x]
        if position: lines.append(esc(position) if letter['regime'] == 'party' else f'<b>{esc(position)}</b>')
        room = '<div class="room">'
        if rng is not None:
            if letter.get('seal', 'yes') == 'yes' and n == 0: room += f'<div class="ink" style="left:{rng.randint(-42, -12)}px;top:{rng.randint(-18, -6)}px;transform:rotate({rng.uniform(-14, 14):.0f}deg)">{pen.seal(letter.get("seal-words", "★ MẪU THỬ NGHIỆM ★ KHÔNG CÓ GIÁ TRỊ "), "MẪU THỬ")}</div>'
            room += f'<div class="ink" style="left:{rng.randint(60, 100)}px;top:14px">{pen.signature(rng)}</div>'
        elif letter.on('signed-mark'): room += '<i>(Đã ký)</i>'
        cells.append(f'<td class="r">{"<br>".join(lines)}{room}</div><b>{esc(name)}</b></td>')
    return ''.join(cells)


def tail(letter, rng):
    if not letter['recipients'] and not letter['signers']: return ''
    party = 'party' if letter['regime'] == 'party' else ''
    items = ''.join(f'<div>- {esc(x)}</div>' for x in letter['recipients'])
    nhan = f'<b class="nhan">Nơi nhận:</b>{items}' if items else ''
    width = '' if len(letter['signers']) < 2 else ' style="width:34%"'
    return f'<table class="two tail {party}"><tr><td class="l"{width}>{nhan}</td>{signers(letter, rng) or "<td class=r></td>"}</tr></table>'


def overlays(letter, rng):
    out = ''
    if rng is None:
        return f'<div class="esign">{"<br>".join(esc(x) for x in letter["esign"])}</div>' if letter['esign'] else ''
    if letter.get('urgency-form') == 'arrow':
        out += f'<div class="over" style="left:0;top:170px;transform:rotate(-32deg)"><svg width="130" height="60" viewBox="0 0 130 60"><path d="M2 16H96V4L127 30L96 56V44H2Z" fill="none" stroke="#c62626" stroke-width="2.4"/><text x="12" y="36" font-size="18" font-weight="bold" fill="#c62626" font-family="Liberation Serif">{letter["urgency"]}</text></svg></div>'
    if letter['stamp']:
        body, number_, day, *rest = [x.strip() for x in letter['stamp'][0].split('|')]
        x, y = (rest[0].split() if rest else ('0', '150'))
        hand = lambda s: pen.written(s, rng, 12, '#222')
        out += (f'<div class="over" style="left:{x}px;top:{y}px;transform:rotate({rng.uniform(-4, 3):.1f}deg)"><table class="stamp" style="border-collapse:collapse"><tr><td colspan="2" style="text-align:center;font-size:7.5pt">{esc(body)}</td></tr>'
                f'<tr><td rowspan="3" style="font-weight:bold;font-size:11pt;text-align:center">ĐẾN</td><td>Số: {hand(number_)}</td></tr><tr><td>Ngày: {hand(day)}</td></tr><tr><td>Chuyển:</td></tr></table></div>')
    if 'margin-note' in letter:
        out += f'<div class="over" style="right:0;top:{letter["margin-note"]}px;transform:rotate(-8deg)">{pen.signature(rng, 95, 50)}</div>'
    return out


def page(letter, rng=None):
    css = CSS % dict(size=letter.get('size', '14'), lead=letter.get('lead', '1.22'))
    if 'columns' in letter: css += '.grid { table-layout: fixed; } .grid + .grid { margin-top: -5pt; }'
    after = '<div style="break-before:page"></div>' + paragraphs(letter['after']) if letter['after'] else ''
    initials = f'<p class="r"><i>{esc(letter["initials"])}</i></p>' if 'initials' in letter else ''
    return (f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{esc(letter["id"])}</title><style>{css}</style><body><div style="position:relative">{overlays(letter, rng)}'
            f'{head(letter, rng)}{title(letter)}{to(letter)}{paragraphs(letter["body"], [float(w) for w in letter.get("columns", "").split()])}{initials}{tail(letter, rng)}{after}</div></body></html>')
