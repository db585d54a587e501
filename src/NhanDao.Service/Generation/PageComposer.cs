using System.Collections.Immutable;
using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Generation;

/// <summary>Sets an invented letter on A4 pages in one of the ways offices do; every line says what it is.</summary>
internal sealed partial class PageComposer
{
    private const double Right = 552, Bottom = 780, PageTop = 54;

    private readonly InventedLetter letter;
    private readonly Invention style;
    private readonly List<PlacedLine> lines = [];
    private readonly double left, size, leading, headSize, rightMiddle;
    private readonly string? runningFoot;
    private double leftMiddle;
    private int page = 1;
    private double y = PageTop;

    private PageComposer(InventedLetter letter, int seed)
    {
        this.letter = letter;
        style = new Invention(seed ^ 0x5EED);
        left = 76 + style.Number(0, 20);
        size = 13 + style.Number(0, 3) * 0.5;
        leading = size * (1.15 + style.Fraction() * 0.35);
        leftMiddle = left + 78 + style.Number(0, 24);
        rightMiddle = 404 + style.Number(-6, 12);
        headSize = size - 0.5 - style.Number(0, 3) * 0.5;
        runningFoot = style.Chance(0.06) ? style.OneOf((string[])[
            "Tài liệu này thuộc sở hữu của các cơ quan Đảng. Việc phát tán, sử dụng trái phép bị nghiêm cấm", "Địa chỉ: Số 12 đường Trần Phú; Điện thoại: 02553.822.866",
            "D:\\Nam 2019\\Van ban di\\cv.doc", "Website: www.sotp.gov.vn"]) : null;
    }

    public static List<PlacedLine> Compose(InventedLetter letter, int seed)
    {
        var composer = new PageComposer(letter, seed);
        composer.Margin();
        composer.Letterhead();
        composer.Stamp();
        composer.Title();
        composer.KinhGui();
        composer.Body();
        composer.Foot();
        composer.PageFeet();
        composer.AnnexPage();
        return composer.lines;
    }

    private void Title()
    {
        if (letter.DocumentType == "công văn")
            return;
        var middle = (left + Right) / 2;
        y = Centre(middle, y, size + 1, letter.DocumentType.ToUpperInvariant(), LineLabel.Title, bold: true);
        var about = style.Number(0, 10) switch { < 4 => "Về việc ", 4 => "V/v ", 5 => "Về ", _ => "" };
        var subject = about + letter.Subject;
        foreach (var text in Wrap(char.ToUpperInvariant(subject[0]) + subject[1..], 200 + style.Number(0, 180), size))
            y = Centre(middle, y, size, text, LineLabel.Subject, bold: true);
        if (style.Chance(0.4))
            y = Centre(middle, y, size, style.OneOf((string[])["_______________", "----------", "-----"]), LineLabel.Noise);
        y += style.Number(6, 20);
        if (letter.DocumentType is "quyết định" or "nghị quyết" && style.Chance(0.5))
            y = Centre(middle, y, size, $"{letter.Position} {letter.Issuer}".ToUpperInvariant(), LineLabel.Body, bold: true) + style.Number(4, 10);
    }

    private void KinhGui()
    {
        if (letter.Addressees.IsEmpty)
            return;
        var x = left + style.Number(20, 150);
        var close = letter.Regime == Parsing.Model.Regime.Party ? "," : ";";
        var isTelegram = letter.DocumentType == "công điện";
        var head = isTelegram ? $"{letter.Issuer.ToUpperInvariant()} điện:" : style.Chance(0.85) ? "Kính gửi:" : "Kính gửi :";
        if (letter.Addressees.Length == 1 && !isTelegram)
            y = Flow($"{head} {letter.Addressees[0]}{(style.Chance(0.7) ? "." : "")}", x, x + 60, LineLabel.Addressee);
        else
        {
            var beside = style.Chance(0.3) && !isTelegram;
            if (!beside)
                y = isTelegram ? Centre((left + Right) / 2, y, size, head, LineLabel.Addressee) : Add(x, y, size, head, LineLabel.Addressee);
            var item = x + style.Number(0, 66);
            var bullet = style.Chance(0.85) ? "- " : "";
            for (var i = 0; i < letter.Addressees.Length; i++)
            {
                var text = $"{bullet}{letter.Addressees[i]}{(i == letter.Addressees.Length - 1 ? "." : close)}";
                y = i == 0 && beside ? Flow($"{head} {text}", x, x + 60, LineLabel.Addressee) : Flow(text, item, item + 8, LineLabel.Addressee);
            }
        }
        y += style.Number(4, 16);
    }

    private void Body()
    {
        var indent = 28 + style.Number(0, 14);
        foreach (var paragraph in letter.Body)
        {
            if (!paragraph.Cells.IsEmpty)
            {
                y = Cells(paragraph.Cells, paragraph.Bold, LineLabel.Body);
                continue;
            }
            if (paragraph.Centred)
            {
                if (y + 3 * leading > Bottom)
                    Break();
                y = Centre((left + Right) / 2, y + 4, size, paragraph.Text, LineLabel.Body, bold: true) + 4;
                continue;
            }
            var first = left + indent + paragraph.Level * 6;
            y = Flow(paragraph.Label is { } label ? $"{label} {paragraph.Text}" : paragraph.Text, first, left, LineLabel.Body, bold: paragraph.Bold) + style.Number(1, 6);
        }
    }

    private double Cells(ImmutableArray<string> cells, bool bold, LineLabel label)
    {
        var width = (Right - left) / (cells.Length + 0.5);
        if (y + 3 * leading > Bottom)
            Break();
        var bottom = y;
        for (var i = 0; i < cells.Length; i++)
        {
            var x = i == 0 ? left + 4 : left + (i - 0.5) * width;
            var at = y;
            foreach (var text in Wrap(cells[i], width * 0.9, size - 1.5))
                if (text.Length > 0)
                    at = Add(x, at, size - 1.5, text, label, bold);
            bottom = Math.Max(bottom, at);
        }
        return bottom + 3;
    }

    private void AnnexPage()
    {
        if (letter.Annex.IsEmpty)
            return;
        Break(numbered: false);
        var middle = (left + Right) / 2;
        y = Centre(middle, y, size, Phrases.Draw(style, "annexhead"), LineLabel.Beyond, bold: true);
        if (style.Chance(0.8))
            y = Centre(middle, y, size - 1, $"(Kèm theo văn bản số {letter.Ordinal ?? "   "}/{letter.Symbol} ngày {letter.Date:dd/MM/yyyy})", LineLabel.Beyond, italic: true) + 10;
        if (style.Chance(0.4))
        {
            y = Cells(["TT", "Tên đơn vị", "Số lượng", "Ghi chú"], bold: true, LineLabel.Beyond);
            for (var i = 1; i <= style.Number(4, 24); i++)
                y = Cells([Invention.Text(i), Phrases.Draw(style, "copyfor"), Invention.Text(style.Number(1, 900)), style.Chance(0.3) ? "đã báo cáo" : ""], bold: false, LineLabel.Beyond);
        }
        for (var i = 0; i < letter.Annex.Length; i++)
            y = Flow(i % 2 == 0 ? $"{Invention.Text(i / 2 + 1)}. {letter.Annex[i]}" : letter.Annex[i], left + 30, left, LineLabel.Beyond);
    }

    private void Break(bool numbered = true)
    {
        PageFeet();
        page++;
        y = PageTop;
        if (numbered && style.Chance(0.85))
            y = Centre((left + Right) / 2, 36, size - 1, Invention.Text(page), LineLabel.Furniture) + 6;
    }

    /// <summary>What is printed at the foot of each page.</summary>
    private void PageFeet()
    {
        if (runningFoot is not null)
            Add(left, 806, 9, runningFoot, LineLabel.Furniture, italic: true);
        if (!style.Chance(0.06))
            return;
        Add(left, 784, 10, "_______________", LineLabel.Noise);
        Add(left, 795, 10, $"{Invention.Text(style.Number(1, 4))} {Phrases.Draw(style, "footnote")}", LineLabel.Furniture);
    }

    /// <summary>A paragraph over as many lines and pages as it needs; gives the height below it.</summary>
    private double Flow(string text, double first, double rest, LineLabel label, bool bold = false)
    {
        var x = first;
        foreach (var line in Wrap(text, (Right - first) / (bold ? 1.06 : 1), size, (Right - rest) / (bold ? 1.06 : 1)))
        {
            if (y + leading > Bottom)
                Break();
            y = Add(x, y, size, line, label, bold);
            x = rest;
        }
        return y;
    }

    private static IEnumerable<string> Wrap(string text, double firstWidth, double size, double? restWidth = null)
    {
        var line = "";
        var room = firstWidth;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && TypeMetrics.Width($"{line} {word}", size) > room)
            {
                yield return line;
                (line, room) = ("", restWidth ?? firstWidth);
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }

    private double Centre(double middle, double top, double fontSize, string text, LineLabel label, bool bold = false, bool italic = false, Range ink = default) =>
        Add(middle - TypeMetrics.Width(text, fontSize, bold) / 2, top, fontSize, text, label, bold, italic, ink);

    private double Add(double x, double top, double fontSize, string text, LineLabel label, bool bold = false, bool italic = false, Range ink = default)
    {
        lines.Add(new(page, x, top, fontSize, text, label) { Bold = bold, Italic = italic, Ink = ink });
        return top + fontSize * (leading / size);
    }
}
