#!/usr/bin/env python3
"""Makes the corpus from its sources: make.py [--check] [--force] [folder …]

Each corpus/NN_name/source.txt gives letter.txt or letter.md, letter.pdf, scan.*, gold.json and note.md beside it.
Needs chromium, poppler-utils, imagemagick and fonts-liberation. --check writes nothing and fails when a record and its
letter disagree. Pages are made again only when the source or the tools changed (--force: always).
"""
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import gold
import page
import scan
import source
import typed

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ['chromium', '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', '--no-pdf-header-footer']


def print_pdf(html, out, temporary):
    source_ = Path(temporary, 'page.html')
    source_.write_text(html, encoding='utf-8')
    subprocess.run([*CHROMIUM, f'--user-data-dir={temporary}/profile', f'--print-to-pdf={out}', source_.as_uri()], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def spec_of(letter):
    words = letter.get('scan', 'grey 150').split()
    return dict(kind=words[0], dpi=words[1], **dict(w.split('=') for w in words[2:]))


def make(folder, check, force):
    letter = source.read(folder)
    md = letter.get('form', 'txt') == 'md'
    text = typed.text(letter, md)
    wrong = gold.check(letter, text)
    if check: return wrong
    name = 'letter.md' if md else 'letter.txt'
    Path(folder, name).write_text(text, encoding='utf-8')
    for other in {'letter.md', 'letter.txt'} - {name}: Path(folder, other).unlink(missing_ok=True)
    Path(folder, 'note.md').write_text(letter.get('note', '') + '\n', encoding='utf-8')
    seed = int(hashlib.sha256(letter['id'].encode()).hexdigest()[:8], 16)
    clean, signed = page.page(letter), page.page(letter, random.Random(seed))
    stamp = hashlib.sha256((clean + signed + str(spec_of(letter)) + Path(__file__).with_name('scan.py').read_text(encoding='utf-8')).encode()).hexdigest()
    record, scans = Path(folder, 'gold.json'), list(folder.glob('scan.*'))
    scans = [x for x in scans if x.suffix != '.json']
    made = Path(folder, '.made')
    if force or not scans or not made.exists() or made.read_text() != stamp:
        for old in scans: old.unlink()
        with tempfile.TemporaryDirectory() as temporary:
            print_pdf(clean, Path(folder, 'letter.pdf'), temporary)
            print_pdf(signed, Path(temporary, 'signed.pdf'), temporary)
            scan_name = scan.make(Path(temporary, 'signed.pdf'), folder, spec_of(letter), seed, temporary)
        made.write_text(stamp)
        print(letter['id'], scan_name, file=sys.stderr)
    else: scan_name = scans[0].name
    record.write_text(gold.dumps(gold.record(letter, scan_name)), encoding='utf-8')
    return wrong


def main(arguments):
    check, force = '--check' in arguments, '--force' in arguments
    chosen = [Path(a).resolve() for a in arguments if not a.startswith('--')] or sorted(p.parent for p in ROOT.glob('*/source.txt'))
    if not check and not shutil.which('chromium'): sys.exit('chromium is missing: apt-get install --no-install-recommends chromium fonts-liberation poppler-utils imagemagick')
    return sum(len(make(f, check, force)) for f in chosen) and 1


if __name__ == '__main__': sys.exit(main(sys.argv[1:]))
