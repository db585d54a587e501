using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Generation;

/// <summary>Sets an invented letter on A4 pages in one of the ways offices do; every line says what it is.</summary>
internal sealed class PageComposer
{
    private const double Right = 552, Bottom = 780, PageTop = 54;

    private readonly InventedLetter letter;
    private readonly Invention style;
    private readonly List<PlacedLine> lines = [];
    private readonly double left, size, leading, headSize, rightMiddle;
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
    }

    public static List<PlacedLine> Compose(InventedLetter letter, int seed)
    {
        var composer = new PageComposer(letter, seed);
        composer.Margin();
        composer.Letterhead();
        composer.Title();
        composer.KinhGui();
        composer.Body();
        composer.Foot();
        composer.AnnexPage();
        return composer.lines;
    }

    /// <summary>What stands above the letterhead: a signature box, a copy mark.</summary>
    private void Margin()
    {
        if (!style.Chance(0.15))
            return;
        var x = 300 + style.Number(0, 60);
        foreach (var text in (string[])[$"Ký bởi: {letter.Issuer}", $"Cơ quan: {letter.Issuer}", $"Thời gian ký: {letter.Date:dd/MM/yyyy} 15:17:44 +07:00"])
        {
            Add(x, 18 + (lines.Count * 9), 7, text, LineLabel.ElectronicSignature);
        }
    }

    private void Letterhead()
    {
        FitColumns();
        var top = PageTop;
        var yLeft = top;
        foreach (var text in letter.ParentLines)
            yLeft = Centre(leftMiddle, yLeft, headSize, text, LineLabel.Issuer);
        foreach (var text in letter.IssuerLines)
            yLeft = Centre(leftMiddle, yLeft, headSize, text, LineLabel.Issuer, bold: true);
        if (letter.Regime == Regime.Party || letter.Regime == Regime.MassOrganisation && style.Chance(0.3))
            yLeft = Centre(leftMiddle, yLeft, size, letter.Regime == Regime.Party ? "*" : "***", LineLabel.Noise);
        yLeft += style.Number(2, 12);

        var yRight = top;
        if (letter.Regime == Regime.Party)
            yRight = Centre(rightMiddle, yRight, size, "ĐẢNG CỘNG SẢN VIỆT NAM", LineLabel.Motto, bold: true) + style.Number(4, 18);
        else if (letter.Regime == Regime.State || style.Chance(0.6))
        {
            yRight = Centre(rightMiddle, yRight, headSize, style.Chance(0.8) ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", LineLabel.Motto, bold: true);
            yRight = Centre(rightMiddle, yRight, size, "Độc lập - Tự do - Hạnh phúc", LineLabel.Motto, bold: true) + style.Number(6, 18);
        }

        var number = NumberLine();
        var numberTop = style.Chance(0.7) ? Math.Max(yLeft, yRight) : yLeft;
        var dateTop = style.Chance(0.8) ? Math.Max(numberTop, yRight) : yRight;
        Centre(leftMiddle, numberTop, size, number.Text, LineLabel.Number, ink: number.Ink);
        yLeft = numberTop + leading;
        var date = DateLine();
        Centre(rightMiddle, dateTop, size, date.Text, LineLabel.PlaceDate, italic: true, ink: date.Ink);
        yRight = dateTop + leading;

        if (letter.DocumentType == "công văn")
            foreach (var text in Wrap(Cue() + letter.Subject, 168, size - 1))
                yLeft = Centre(leftMiddle, yLeft, size - 1, text, LineLabel.Subject);
        if (letter.Urgency is { } urgency)
            yLeft = Centre(leftMiddle, yLeft + 6, size, urgency, LineLabel.Mark, bold: true);
        y = Math.Max(yLeft, yRight) + style.Number(8, 28);
    }

    /// <summary>Moves the left column so that a long name keeps clear of the motto, as a typist does with the table's border.</summary>
    private void FitColumns()
    {
        var motto = rightMiddle - TypeMetrics.Width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", headSize, bold: true) / 2;
        var half = letter.ParentLines.Concat(letter.IssuerLines).Max(text => TypeMetrics.Width(text, headSize, bold: true)) / 2;
        leftMiddle = Math.Max(half + 20, Math.Min(leftMiddle, motto - half - 5 - style.Number(0, 14)));
    }

    private string Cue() => letter.Regime == Regime.Party && style.Chance(0.35) ? ""
        : style.Chance(0.9) ? "V/v " : style.Chance(0.5) ? "Về việc " : "Về ";

    private (string Text, Range Ink) NumberLine()
    {
        var head = letter.Regime == Regime.Party ? "Số " : style.Chance(0.9) ? "Số: " : "Số : ";
        var separator = letter.Regime == Regime.Party ? "-" : "/";
        var gap = style.Chance(0.3) ? " " : "";
        if (letter.Ordinal is not { } ordinal)
            return ($"{head}        {separator}{letter.Symbol}", 0..0);
        return ($"{head}{ordinal}{gap}{separator}{letter.Symbol}", letter.Handwritten ? head.Length..(head.Length + ordinal.Length) : 0..0);
    }

    private (string Text, Range Ink) DateLine()
    {
        var head = $"{letter.Place}, ngày ";
        var day = letter.BlankDay ? "    " : $"{letter.Date.Day:00}";
        var month = letter.Date.Month <= 2 || style.Chance(0.4) ? $"{letter.Date.Month:00}" : $"{letter.Date.Month}";
        return ($"{head}{day} tháng {month} năm {letter.Date.Year}", letter.Handwritten && !letter.BlankDay ? head.Length..(head.Length + 2) : 0..0);
    }

    private void Title()
    {
        if (letter.DocumentType == "công văn")
            return;
        var middle = (left + Right) / 2;
        y = Centre(middle, y, size + 1, letter.DocumentType.ToUpperInvariant(), LineLabel.Title, bold: true);
        var subject = (style.Chance(0.6) ? "Về việc " : "") + letter.Subject;
        foreach (var text in Wrap(char.ToUpperInvariant(subject[0]) + subject[1..], 330, size))
            y = Centre(middle, y, size, text, LineLabel.Subject, bold: true);
        y += style.Number(6, 20);
    }

    private void KinhGui()
    {
        if (letter.Addressees.IsEmpty)
            return;
        var x = left + style.Number(40, 150);
        var close = letter.Regime == Regime.Party ? "," : ";";
        if (letter.Addressees.Length == 1)
            y = Flow($"Kính gửi: {letter.Addressees[0]}.", x, x + 60, LineLabel.Addressee);
        else
        {
            var beside = style.Chance(0.3);
            if (!beside)
                y = Add(x, y, size, "Kính gửi:", LineLabel.Addressee);
            for (var i = 0; i < letter.Addressees.Length; i++)
            {
                var item = $"- {letter.Addressees[i]}{(i == letter.Addressees.Length - 1 ? "." : close)}";
                y = i == 0 && beside ? Flow("Kính gửi: " + item, x, x + 60, LineLabel.Addressee) : Flow(item, x + 60, x + 68, LineLabel.Addressee);
            }
        }
        y += style.Number(4, 16);
    }

    private void Body()
    {
        var indent = 28 + style.Number(0, 14);
        foreach (var paragraph in letter.Body)
        {
            var first = left + indent + paragraph.Level * 6;
            y = Flow(paragraph.Label is { } label ? $"{label} {paragraph.Text}" : paragraph.Text, first, left, LineLabel.Body) + style.Number(1, 6);
        }
    }

    private void Foot()
    {
        y += 8;
        var close = letter.Regime == Regime.Party ? "," : ";";
        if (y + (letter.Recipients.Length + 3) * leading > Bottom)
            Break();
        var yLeft = Add(left, y, size - 1, "Nơi nhận:", LineLabel.Recipient, italic: true);
        for (var i = 0; i < letter.Recipients.Length; i++)
            yLeft = Add(left, yLeft, size - 2, $"- {letter.Recipients[i]}{(i == letter.Recipients.Length - 1 ? "." : close)}", LineLabel.Recipient);

        var yRight = y;
        foreach (var text in letter.Authority)
            yRight = Centre(rightMiddle, yRight, size, text, LineLabel.Signature, bold: true);
        yRight = Centre(rightMiddle, yRight, size, letter.Position, LineLabel.Signature, bold: true) + style.Number(36, 70);
        if (style.Chance(0.1))
            Centre(rightMiddle, yRight - 26, size, "(Đã ký)", LineLabel.Signature);
        yRight = Centre(rightMiddle, yRight, size, letter.Signer, LineLabel.Signature, bold: true);
        y = Math.Max(yLeft, yRight);
    }

    private void AnnexPage()
    {
        if (letter.Annex.IsEmpty)
            return;
        Break(numbered: false);
        var middle = (left + Right) / 2;
        y = Centre(middle, y, size, "PHỤ LỤC", LineLabel.Beyond, bold: true);
        y = Centre(middle, y, size - 1, $"(Kèm theo văn bản số {letter.Ordinal ?? "   "}/{letter.Symbol} ngày {letter.Date:dd/MM/yyyy})", LineLabel.Beyond, italic: true) + 10;
        foreach (var text in letter.Annex)
            y = Flow(text, left + 30, left, LineLabel.Beyond);
    }

    private void Break(bool numbered = true)
    {
        page++;
        y = PageTop;
        if (numbered && style.Chance(0.85))
            y = Centre((left + Right) / 2, 36, size - 1, Invention.Text(page), LineLabel.Furniture) + 6;
    }

    /// <summary>A paragraph over as many lines and pages as it needs; gives the height below it.</summary>
    private double Flow(string text, double first, double rest, LineLabel label)
    {
        var x = first;
        foreach (var line in Wrap(text, Right - first, size, Right - rest))
        {
            if (y + leading > Bottom)
                Break();
            y = Add(x, y, size, line, label);
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
