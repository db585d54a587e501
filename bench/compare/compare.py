#!/usr/bin/env python3
"""The same scans through nhandao, bare Tesseract, OCRmyPDF with pdftotext, and the patterns that people write first on Tesseract's text.

bench/compare/compare.py NHANDAO [FOLDER...]    folders of corpus/ (default: all that have a scan and a gold record)

Time is processor time and memory the largest process, each with all children. A field is right when it is equal after folding (case, spaces,
punctuation, placement of the tone); a subject or a task when it is nine tenths alike. Tesseract and OCRmyPDF give text and no fields: their
column says how many of the gold values stand in that text at all, which is the most that any reading of it could find.
"""
import difflib, glob, json, os, re, resource, statistics, subprocess, sys, tempfile, unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ["OMP_THREAD_LIMIT"] = "1"


def run(command):
    """Output, processor seconds, megabytes."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # a process between, so that the account of children is of this command alone
        os.close(read)
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(json.dumps([done.stdout.decode(errors="replace"), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        result = json.loads(pipe.read())
    os.waitpid(child, 0)
    return result


def fold(text):
    text = unicodedata.normalize("NFD", str(text or "").lower())
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    words = [("".join(c for c in w if c not in tones), "".join(sorted(c for c in w if c in tones))) for w in re.findall(r"[\w\u0300-\u036f]+", text)]
    return " ".join(unicodedata.normalize("NFC", w) + t for w, t in words)


def alike(a, b):
    a, b = fold(a), fold(b)
    return a == b or (a and b and difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.9)


def facts(record):
    """Name of the field, value."""
    yield "ordinal", (record.get("number") or {}).get("ordinal")
    yield "symbol", (record.get("number") or {}).get("symbol")
    yield "date", record.get("date")
    yield "type", record.get("documentType")
    yield "issuer", (record.get("issuer") or {}).get("name")
    yield "subject", record.get("subject")


class Regexes:
    """The hundred lines that people write first, in thirty: one pattern a field, the first match wins. Honest: it knows what letters look like."""

    KINDS = "Nghị quyết|Quyết định|Chỉ thị|Thông báo|Kết luận|Kế hoạch|Báo cáo|Tờ trình|Hướng dẫn|Giấy mời|Công điện"

    @staticmethod
    def read(text):
        head = text[:1500]
        n = re.search(r"Số\s*:?\s*(\d*)\s*[/-]\s*([A-ZĐ][A-ZĐÀ-Ỹ0-9-]*(?:[/-][A-ZĐÀ-Ỹ0-9]+)*)", head)
        d = re.search(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", text)
        kind = re.search(rf"^\s*({Regexes.KINDS})\s*$", head, re.M | re.I)
        subject = re.search(r"(?:V/v|Về việc)\s+(.+?)(?:\n\s*\n|CỘNG HÒA|Kính gửi)", head, re.S)
        issuer = re.search(r"^\s*((?:ỦY BAN NHÂN DÂN|UBND|SỞ|BỘ|TỈNH ỦY|HUYỆN ỦY|BAN|VĂN PHÒNG)[^\n]*?)(?:\s{3,}|$)", head, re.M)
        return {
            "number": {"ordinal": n[1] or None, "symbol": n[2]} if n else None,
            "date": f"{d[3]}-{int(d[2]):02}-{int(d[1]):02}" if d else None,
            "documentType": kind[1].lower() if kind else "công văn",
            "issuer": {"name": issuer[1].strip()} if issuer else None,
            "subject": " ".join(subject[1].split()) if subject else None,
            "references": [{"number": m} for m in dict.fromkeys(re.findall(r"\d+/(?:\d{4}/)?[A-ZĐ][\wĐÀ-Ỹ/-]+|\d+-[A-ZĐ]+/[A-ZĐ]+", text[600:]))],
            "tasks": [{"starts": " ".join(t.split())} for t in re.findall(r"^\s*\d+[.)]\s+(.+?)(?=^\s*\d+[.)]\s|^\s*Nơi nhận|\Z)", text, re.S | re.M)],
        }


def score(gold, record, sums):
    for (field, want), (_, got) in zip(facts(gold), facts(record)):
        right = bool(alike(want, got) if field == "subject" else fold(want) == fold(got))
        wrong = sums.setdefault("given and wrong", [0, 0])
        wrong[0] += got is not None and not right
        wrong[1] = 1  # a count
        if want is None:
            continue
        total = sums.setdefault(field, [0, 0])
        total[1] += 1
        total[0] += right
    for field, value in (("references", "number"), ("tasks", "starts")):
        want = [g[value] for g in gold.get(field) or [] if g.get(value)]
        got = [r.get(value) or r.get("text") for r in record.get(field) or [] if r.get(value) or r.get("text")]
        left = list(got)
        hits = 0
        for w in want:
            match = next((g for g in left if (alike(w, g[: len(w)]) if field == "tasks" else fold(w) == fold(g))), None)
            if match is not None:
                left.remove(match)
                hits += 1
        total = sums.setdefault(field, [0, 0])  # F1 = 2 hits / (wanted + given)
        total[0] += 2 * hits
        total[1] += len(want) + len(got)


def shown(sums, field):
    right, all_of_it = sums.get(field, [0, 0])
    return "" if not all_of_it else str(right) if field == "given and wrong" else f"{right / all_of_it:.2f}"


def in_text(gold, text, sums):
    """As above, when every value that stands in the text counts as found."""
    folded = fold(text)
    for field, want in facts(gold):
        if want is None:
            continue
        if field == "date":
            y, *rest = want.split("-")
            want = None if len(rest) < 2 else f"ngày {rest[1]} tháng {rest[0]} năm {y}"
            found = want is not None and (fold(want) in folded or fold(want.replace(" 0", " ")) in folded)
        else:
            found = fold(want) in folded
        total = sums.setdefault(field, [0, 0])
        total[1] += 1
        total[0] += found
    for field, value in (("references", "number"), ("tasks", "starts")):
        for g in gold.get(field) or []:
            if g.get(value):
                total = sums.setdefault(field, [0, 0])
                total[1] += 1
                total[0] += fold(g[value]) in folded


def main():
    nhandao = sys.argv[1]
    folders = sys.argv[2:] or sorted(os.path.dirname(g) for g in glob.glob(f"{ROOT}/corpus/*/gold.json"))
    ways = ["nhandao", "tesseract", "tesseract + patterns", "OCRmyPDF + pdftotext"]
    spent = {w: ([], []) for w in ways}
    fields = {w: {} for w in ways}
    with tempfile.TemporaryDirectory() as work:
        for folder in folders:
            scans = [f for f in glob.glob(f"{folder}/scan.*") if not f.endswith(".json")]
            if not scans:
                continue
            gold = json.load(open(f"{folder}/gold.json"))
            scan = picture = scans[0]
            if scan.endswith(".pdf"):  # Tesseract opens no PDF
                for old in glob.glob(f"{work}/page*"):
                    os.remove(old)
                subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", scan, f"{work}/page"], check=True)
                picture = f"{work}/pages.txt"
                open(picture, "w").write("\n".join(sorted(glob.glob(f"{work}/page-*.png"))))

            def spend(way, *results):
                spent[way][0].append(sum(r[1] for r in results))
                spent[way][1].append(max(r[2] for r in results))
                return results[-1][0]

            record = spend("nhandao", run([nhandao, "parse", "--format", "flat", scan]))
            text = spend("tesseract", run(["tesseract", picture, "-", "-l", "vie"]))
            pdf = f"{work}/out.pdf"
            made = run(["ocrmypdf", "-q", "-l", "vie", "--jobs", "1", "--force-ocr", "--output-type", "pdf", "--image-dpi", "200", scan, pdf])
            layer = spend("OCRmyPDF + pdftotext", made, run(["pdftotext", "-layout", pdf, "-"]))
            spent["tesseract + patterns"][0].append(spent["tesseract"][0][-1])
            spent["tesseract + patterns"][1].append(spent["tesseract"][1][-1])
            score(gold, json.loads(record) if record.strip() else {}, fields["nhandao"])
            score(gold, Regexes.read(text), fields["tesseract + patterns"])
            in_text(gold, text, fields["tesseract"])
            in_text(gold, layer, fields["OCRmyPDF + pdftotext"])

    names = ["ordinal", "symbol", "date", "type", "issuer", "subject", "references", "tasks", "given and wrong"]
    print(f"| {len(spent['nhandao'][0])} scans | seconds a scan (median) | MB (largest) | " + " | ".join(names) + " |")
    print("|---" * (3 + len(names)) + "|")  # of the last column: of the seven header values, how many are given and wrong
    for way in ways:
        seconds, megabytes = spent[way]
        cells = [shown(fields[way], f) for f in names]
        bound = way in ("tesseract", "OCRmyPDF + pdftotext")
        print(f"| {way} | {statistics.median(seconds):.2f} | {max(megabytes):.0f} | " + " | ".join(f"({c})" if bound and c else c for c in cells) + " |")
    ratio = statistics.median(a / b for a, b in zip(spent["nhandao"][0], spent["tesseract"][0]))
    print(f"\nnhandao / tesseract, median of the scans: {ratio:.2f}")


if __name__ == "__main__":
    main()
