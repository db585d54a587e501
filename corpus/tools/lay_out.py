#!/usr/bin/env python3
"""Lays the corpus out for `nhandao evaluate`: lay_out.py typed|pdf|scan DIR

Writes DIR/gold/<id>.json and links DIR/files/<id>.<ending>; for scans also DIR/pages/<id>.json, the recorded words. Then:
    ./nhandao evaluate DIR/gold DIR/files [--pages DIR/pages] [--by-letter]
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(form, out):
    out = Path(out)
    for part in ('gold', 'files', 'pages'): Path(out, part).mkdir(parents=True, exist_ok=True)
    for source in sorted(ROOT.glob('*/gold.json')):
        folder, record = source.parent, json.loads(source.read_text(encoding='utf-8'))
        file = next(f for f in sorted(folder.glob({'typed': 'letter.*', 'pdf': 'letter.pdf', 'scan': 'scan.*'}[form]))
                    if f.suffix != '.json' and (form != 'typed' or f.suffix != '.pdf'))
        record['file'] = folder.name + file.suffix
        if form != 'scan':   # number and day are by hand on the scan only
            record['dateHandwritten'] = False
            if record['number']: record['number']['handwritten'] = False
        Path(out, 'gold', folder.name + '.json').write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding='utf-8')
        links = [(Path(out, 'files', record['file']), file)]
        if form == 'scan': links.append((Path(out, 'pages', folder.name + '.json'), Path(folder, 'scan.words.json')))
        for link, target in links:
            link.unlink(missing_ok=True)
            link.symlink_to(target)


if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[1] not in ('typed', 'pdf', 'scan'): sys.exit(__doc__)
    main(*sys.argv[1:])
