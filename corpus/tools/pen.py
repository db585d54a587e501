"""Pen strokes as SVG: digits, slashes, scribbles. Not a font: every drawing is jittered by a seeded generator."""
import math

# Strokes in a box 0..1 wide, 0..1.6 high, y down; several hands for the digits that people write in more than one way.
DIGITS = {
    '0': [[[(.55, .05), (.15, .35), (.1, 1.0), (.4, 1.55), (.8, 1.2), (.85, .5), (.5, .05)]]],
    '1': [[[(.25, .4), (.6, .05), (.55, .8), (.5, 1.55)]], [[(.5, .05), (.45, 1.55)]]],
    '2': [[[(.15, .4), (.45, .05), (.8, .35), (.55, .95), (.1, 1.5), (.45, 1.45), (.9, 1.5)]]],
    '3': [[[(.15, .2), (.55, .05), (.75, .4), (.4, .72), (.8, 1.05), (.55, 1.5), (.1, 1.35)]]],
    '4': [[[(.6, .05), (.1, .95), (.9, .95)], [(.68, .5), (.6, 1.55)]], [[(.2, .1), (.15, .8), (.85, .8)], [(.75, .1), (.7, 1.55)]]],
    '5': [[[(.25, .1), (.2, .7), (.65, .65), (.8, 1.15), (.45, 1.55), (.1, 1.4)], [(.25, .1), (.8, .08)]]],
    '6': [[[(.7, .05), (.25, .6), (.15, 1.2), (.5, 1.55), (.8, 1.2), (.5, .85), (.2, 1.15)]]],
    '7': [[[(.1, .15), (.85, .1), (.55, .8), (.4, 1.55)]], [[(.1, .15), (.85, .1), (.5, .8), (.38, 1.55)], [(.25, .8), (.75, .75)]]],
    '8': [[[(.7, .25), (.4, .05), (.2, .35), (.55, .75), (.8, 1.2), (.45, 1.55), (.15, 1.2), (.45, .75), (.72, .3)]]],
    '9': [[[(.75, .35), (.45, .05), (.2, .4), (.45, .7), (.75, .4), (.72, .9), (.5, 1.55)]]],
    '/': [[[(.75, -.1), (.15, 1.65)]]],
    '-': [[[(.15, .85), (.75, .8)]]],
    'b': [[[(.25, .05), (.2, 1.5), (.6, 1.45), (.75, 1.1), (.5, .85), (.2, 1.1)]]],
}


def smooth(points):
    """Catmull-Rom through the points, as cubic Béziers."""
    p = [points[0], *points, points[-1]]
    d = f'M{p[1][0]:.1f} {p[1][1]:.1f}'
    for a, b, c, e in zip(p, p[1:], p[2:], p[3:]):
        d += f'C{b[0] + (c[0] - a[0]) / 6:.1f} {b[1] + (c[1] - a[1]) / 6:.1f} {c[0] - (e[0] - b[0]) / 6:.1f} {c[1] - (e[1] - b[1]) / 6:.1f} {c[0]:.1f} {c[1]:.1f}'
    return d


def path(points, width, ink): return f'<path d="{smooth(points)}" fill="none" stroke="{ink}" stroke-width="{width:.2f}" stroke-linecap="round" stroke-linejoin="round"/>'


def written(text, rng, size=13, ink='#1c2f7a'):
    """An inline SVG of `text` by hand; `size` is the digit height in px."""
    unit, x, out = size / 1.6, 1.0, ''
    slant = rng.uniform(.05, .22)
    for ch in text:
        if ch == ' ': x += unit * .6; continue
        for stroke in rng.choice(DIGITS[ch]):
            wobble = [(x + (px + slant * (1.6 - py)) * unit * .8 + rng.gauss(0, .35), 2 + py * unit + rng.gauss(0, .35)) for px, py in stroke]
            out += path(wobble, rng.uniform(1.2, 1.7), ink)
        x += unit * rng.uniform(.82, 1.0)
    return f'<svg class="pen" width="{x + unit * .4:.0f}" height="{size + 6}" viewBox="0 0 {x + unit * .4:.0f} {size + 6}">{out}</svg>'


def signature(rng, width=170, height=80, ink='#23358a'):
    """A flourish: loops that run to the right and a stroke back under them."""
    x, y, points = 12.0, height * .6, []
    while x < width * .7:
        r = rng.uniform(6, 20)
        points += [(x, y), (x + r * .6, y - r * rng.uniform(.8, 2)), (x + r * 1.1, y - r * .3), (x + r * .5, y + r * rng.uniform(.2, .8))]
        x += r * rng.uniform(.7, 1.3)
    points.append((width - 8, y - rng.uniform(15, 35)))
    under = [(width - 20, y + 4), (width * .4, y + rng.uniform(10, 18)), (20, y + rng.uniform(4, 14))]
    return f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}">{path(points, 1.7, ink)}{path(under, 1.4, ink)}</svg>'


def seal(words, centre, red='#d22b2b'):
    """A round seal. Ours always says that it is a specimen: «MẪU THỬ»."""
    ring = ''.join(f'<text transform="rotate({-90 + (i + .5) * 360 / len(words):.1f}) translate(0 -46)" text-anchor="middle">{c}</text>' for i, c in enumerate(words))
    star = ' '.join(f'{math.sin(i * math.pi / 5) * (16 if i % 2 == 0 else 6.5):.1f},{-math.cos(i * math.pi / 5) * (16 if i % 2 == 0 else 6.5) - 8:.1f}' for i in range(10))
    return (f'<svg width="136" height="136" viewBox="-68 -68 136 136" style="opacity:.86"><g fill="none" stroke="{red}"><circle r="64" stroke-width="2.6"/><circle r="60" stroke-width="1"/><circle r="38" stroke-width="1.4"/></g>'
            f'<g fill="{red}" font-family="Liberation Serif" font-size="13" font-weight="bold">{ring}<polygon points="{star}"/><text y="24" text-anchor="middle" font-size="12">{centre}</text></g></svg>')
