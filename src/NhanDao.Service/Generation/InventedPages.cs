using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Service.Generation;

/// <summary>Placed lines as the words that a reader would have found: exact, or worn as OCR of a scan wears them.</summary>
internal static class InventedPages
{
    // Slips that Tesseract's Vietnamese model makes on signed scans, by the kind of mark or letter it loses.
    private static readonly ImmutableArray<(char From, char To)> Slips =
    [
        ('ộ', 'ô'), ('ồ', 'ô'), ('ế', 'é'), ('ề', 'è'), ('ệ', 'ê'), ('Ộ', 'Ô'), ('Ế', 'É'), ('ậ', 'â'), ('ẩ', 'â'), ('ữ', 'ư'), ('ợ', 'ơ'),
        ('ị', 'i'), ('ỉ', 'i'), ('ố', 'ó'), ('Ố', 'Ó'), ('ă', 'à'), ('0', 'O'), ('1', 'l'), ('/', 'I'), ('8', '§'), ('Đ', 'D'), ('đ', 'd'),
    ];

    /// <summary>The words of every page.</summary>
    /// <param name="lines">What is printed, worn by <see cref="PageWear"/> where it is to look like a scan.</param>
    /// <param name="invention">Where the wear falls.</param>
    /// <param name="wear">0 for a text layer; the share of words that a scan spoils otherwise.</param>
    public static ImmutableArray<ReadPage> Read(List<PlacedLine> lines, Invention invention, double wear)
    {
        var skew = wear > 0 ? (invention.Fraction() - 0.5) * 0.02 : 0;
        return [.. lines.GroupBy(l => l.Page).Select(page => new ReadPage(
            page.Key, 595, 842, wear > 0 ? ReadingMethod.Ocr : ReadingMethod.TextLayer, "generated",
            [.. page.SelectMany((line, index) => Words(line, index, invention, wear, skew))]))];
    }

    private static IEnumerable<PageWord> Words(PlacedLine line, int index, Invention invention, double wear, double skew)
    {
        var at = 0;
        var harsh = invention.Chance(0.06); // capitals of a letterhead under a stamp: most words of the line are misread
        var (ink, inkLength) = line.Ink.GetOffsetAndLength(line.Text.Length);
        foreach (var word in line.Text.Split(' '))
        {
            if (word.Length > 0)
            {
                var left = line.Left + TypeMetrics.Width(line.Text.AsSpan(0, at), line.Size, line.Bold);
                var written = inkLength > 0 && at < ink + inkLength && at + word.Length > ink;
                var spoiled = line.IsDirt || (wear > 0 && (written ? invention.Chance(0.8) : invention.Chance(harsh ? wear * 4 : wear)));
                yield return new(
                    spoiled ? Spoil(word, written, invention) : word,
                    left, line.Top + left * skew, TypeMetrics.Width(word, line.Size, line.Bold), line.Size * 0.72,
                    wear == 0 ? 1 : spoiled ? 0.3 + invention.Fraction() * 0.5 : 0.85 + invention.Fraction() * 0.12, index);
            }
            at += word.Length + 1;
        }
    }

    private static string Spoil(string word, bool written, Invention invention)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (written && char.IsAsciiDigit(letters[i]) && invention.Chance(0.5))
                letters[i] = "0123456789$&"[invention.Number(0, 12)];
            else if (invention.Chance(0.03))
                letters[i] = "il1|'`.oaeuc"[invention.Number(0, 12)];
            else if (invention.Chance(0.4))
                foreach (var (from, to) in Slips)
                    if (letters[i] == from)
                        letters[i] = to;
        return new(letters);
    }
}
