"""A page image made to look scanned: skew, blur, dirt, grain, and the format that offices store (ImageMagick, poppler)."""
import random
import re
import struct
import subprocess
from pathlib import Path


def run(*args): subprocess.run([str(a) for a in args], check=True, stdout=subprocess.DEVNULL)


def specks(rng, width, height, count):
    """Dust and fax streaks as ImageMagick drawing commands."""
    out = []
    for _ in range(count):
        x, y, r = rng.randint(0, width), rng.randint(0, height), rng.choice([1, 1, 1, 2, 2, 3])
        out.append(f'circle {x},{y} {x + r},{y}')
    for _ in range(rng.randint(0, 2)):
        x, y = rng.randint(0, width // 12), rng.randint(0, height)
        out.append(f'line {x},{y} {x + rng.randint(0, 6)},{min(height, y + rng.randint(60, 400))}')
    return ' '.join(out)


def degrade(page, out, spec, rng):
    """`spec`: kind (bilevel, grey, colour), dpi, skew in degrees, grain 0–3, blur in pixels, dust."""
    identify = subprocess.run(['identify', '-format', '%w %h', page], capture_output=True, text=True, check=True).stdout
    width, height = map(int, identify.split())
    kind, skew = spec['kind'], float(spec.get('skew', .6)) * rng.choice([-1, 1])
    steps = ['convert', '-seed', rng.randint(1, 99999), page]
    if kind != 'colour': steps += ['-colorspace', 'Gray']
    steps += ['-background', 'white', '-virtual-pixel', 'white', '-distort', 'SRT', f'{skew:.2f}']
    if float(spec.get('blur', .5)) > 0: steps += ['-blur', f"0x{spec.get('blur', .5)}"]
    steps += ['-fill', 'gray20', '-draw', specks(rng, width, height, int(spec.get('dust', 40)))]
    if kind == 'bilevel':
        if float(spec.get('grain', 1)): steps += ['-attenuate', f"{.12 * float(spec.get('grain', 1)):.2f}", '+noise', 'Gaussian']
        steps += ['-threshold', spec.get('threshold', '62%')]
    else:
        steps += ['-fill', '#f4f1e8' if kind == 'colour' else 'gray95', '-tint', '12'] if 'tint' in spec else []
        steps += ['-level', '-4%,104%', '-attenuate', f"{.08 * float(spec.get('grain', 1)):.2f}", '+noise', 'Gaussian']
        if kind == 'grey': steps += ['-colorspace', 'Gray']
        steps += ['-quality', spec.get('quality', '38'), '-sampling-factor', '4:2:0']
    steps += ['-density', spec['dpi'], '-units', 'PixelsPerInch', '-strip', out]
    run(*steps)


def jpeg_pdf(images, dpi, out):
    """A PDF whose pages are the JPEG files, nothing else: what an office scanner writes."""
    objects, kids = [b''] * 2, []
    for path in images:
        data = Path(path).read_bytes()
        m = re.search(rb'\xff[\xc0\xc2]..\x08(....)(.)', data, re.S)
        h, w = struct.unpack('>HH', m[1])
        colour = b'/DeviceRGB' if m[2] == b'\x03' else b'/DeviceGray'
        n = len(objects)
        pw, ph = w * 72 / dpi, h * 72 / dpi
        content = f'q {pw:.2f} 0 0 {ph:.2f} 0 0 cm /I Do Q'.encode()
        objects += [f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {pw:.2f} {ph:.2f}]/Resources<</XObject<</I {n + 2} 0 R>>>>/Contents {n + 3} 0 R>>'.encode(),
                    b'<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace %s/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n' % (w, h, colour, len(data)) + data + b'\nendstream',
                    b'<</Length %d>>stream\n' % len(content) + content + b'\nendstream']
        kids.append(f'{n + 1} 0 R')
    objects[0] = b'<</Type/Catalog/Pages 2 0 R>>'
    objects[1] = f'<</Type/Pages/Count {len(kids)}/Kids[{" ".join(kids)}]>>'.encode()
    body, offsets = b'%PDF-1.4\n', []
    for i, o in enumerate(objects, 1):
        offsets.append(len(body))
        body += b'%d 0 obj' % i + b'\n' + o + b'\nendobj\n'
    xref = len(body)
    body += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1) + b''.join(b'%010d 00000 n \n' % o for o in offsets)
    Path(out).write_bytes(body + b'trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, xref))


def make(pdf, folder, spec, seed, temporary):
    """Writes folder/scan.* from the signed page; returns its name."""
    rng = random.Random(seed)
    dpi = spec['dpi']
    run('pdftoppm', '-r', dpi, '-png', pdf, Path(temporary, 'p'))
    pages = sorted(Path(temporary).glob('p-*.png'), key=lambda p: int(p.stem.split('-')[1]))
    kind = spec['kind']
    form = spec.get('format', ('tif' if kind == 'bilevel' else 'pdf') if len(pages) > 1 else ('png' if kind == 'bilevel' else 'jpg'))
    inner = 'jpg' if form == 'pdf' else 'png' if form == 'tif' else form
    done = []
    for i, page in enumerate(pages):
        out = Path(temporary, f'd{i}.{inner}')
        degrade(page, out, spec, rng)
        done.append(out)
    target = Path(folder, f'scan.{form}')
    if form == 'pdf': jpeg_pdf(done, int(dpi), target)
    elif form == 'tif': run('convert', *done, '-type', 'bilevel', '-compress', 'Group4', '-density', dpi, '-units', 'PixelsPerInch', target)
    elif form == 'png': run('convert', done[0], '-type', 'bilevel', '-define', 'png:bit-depth=1', '-strip', '-density', dpi, '-units', 'PixelsPerInch', target)
    else: target.write_bytes(done[0].read_bytes())
    return target.name
