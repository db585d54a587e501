using System.Collections.Immutable;

namespace NhanDao.Parsing.Text.Second;

/// <summary>
/// Reads what the engine's layout passed over: ink in rows as high as print that no word covers (a line of the letterhead, the number of
/// a page, a row's number in a table). A row is kept only when it reads clearly and makes sense; seals and pens do not.
/// </summary>
internal static class UnreadInk
{
    /// <summary>Sizes of letters and digits, with the marks over capitals. Unit 1/72 inch.</summary>
    private const double LeastHigh = 4.5, MostHigh = 17, MostWide = 40;

    /// <summary>A piece larger than this in both directions is a seal, a frame or a picture, and what is in it is not the letter's. Unit 1/72 inch.</summary>
    private const double Framed = 34;

    /// <summary>Beside a word's own box its marks reach so far. Unit 1/72 inch.</summary>
    private const double Reach = 1.5;

    /// <summary>A page with more rows unread than this is a picture or dirt.</summary>
    private const int MostRows = 12;

    /// <summary>A row is kept when each of its words is read with this confidence; a lone number, which holds less evidence, with a higher one.</summary>
    private const double Clear = 0.8, ClearNumber = 0.9;

    public static ImmutableArray<PageWord> Read(PageImage grey, ImmutableArray<PageWord> words, IOcrEngine engine, CancellationToken cancellation)
    {
        if (words.IsEmpty)
            return words;
        var rows = Rows(grey, words);
        if (rows.Count is 0 or > MostRows)
            return words;
        var found = words.ToBuilder();
        var line = words.Max(w => w.Line) + 1;
        foreach (var row in rows)
        {
            var read = row.Read(grey, engine, line, cancellation);
            if (!MakesSense(read))
                continue;
            found.AddRange(read);
            line++;
        }
        return found.DrainToImmutable();
    }

    private static List<LineBox> Rows(PageImage grey, ImmutableArray<PageWord> words)
    {
        var unit = 72 / grey.Dpi;
        var ink = grey.Ink().Select(p => new LineBox(p.Left * unit, p.Top * unit, (p.Left + p.Width) * unit, (p.Top + p.Height) * unit)).ToList();
        var frames = ink.FindAll(p => p.Height > Framed && p.Width > Framed);
        var rows = new List<LineBox>();
        foreach (var piece in ink.Where(p => p.Height is >= LeastHigh and <= MostHigh && p.Width <= MostWide).OrderBy(p => p.Left))
        {
            if (frames.Exists(f => f.Holds(piece)) || IsCovered(piece, words))
                continue;
            var row = rows.FindIndex(r => r.IsFollowedBy(piece));
            if (row < 0)
                rows.Add(piece);
            else
                rows[row] = rows[row].With(piece);
        }
        return rows;
    }

    private static bool IsCovered(LineBox piece, ImmutableArray<PageWord> words)
    {
        double x = (piece.Left + piece.Right) / 2, y = (piece.Top + piece.Bottom) / 2;
        foreach (var word in words)
            if (x > word.Left - Reach && x < word.Right + Reach && y > word.Top - Reach && y < word.Bottom + Reach)
                return true;
        return false;
    }

    private static bool MakesSense(ImmutableArray<PageWord> read) => read switch
    {
        [] => false,
        [var only] => IsNumber(only.Text) && only.Confidence >= ClearNumber,
        _ => read.All(w => w.Confidence >= Clear && (VietnameseSyllable.IsValid(VietnameseSyllable.Trim(w.Text)) || IsNumber(w.Text))) && read.Any(w => w.Text.Length > 2),
    };

    /// <summary>«2», «12», «3.».</summary>
    private static bool IsNumber(string text) => text.TrimEnd('.') is { Length: 1 or 2 } digits && digits.All(char.IsAsciiDigit);
}
