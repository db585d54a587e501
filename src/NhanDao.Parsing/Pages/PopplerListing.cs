using System.Collections.Immutable;
using System.Globalization;

namespace NhanDao.Parsing.Pages;

/// <summary>Reads what pdfinfo and <c>pdfimages -list</c> print.</summary>
internal static class PopplerListing
{
    /// <summary>Lines such as «Pages:           2», «Page    1 size:  595.32 x 842.04 pts (A4)», «Page    1 rot:   90».</summary>
    public static (int Count, ImmutableArray<PdfPage> Pages) Pages(string output)
    {
        var count = 0;
        var pages = ImmutableArray.CreateBuilder<PdfPage>();
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("Pages:"))
                _ = int.TryParse(line["Pages:".Length..].Trim(), CultureInfo.InvariantCulture, out count);
            else if (line.StartsWith("Page ") && line.IndexOf(" size:") is > 0 and var size)
                pages.Add(Sized(pages.Count + 1, line[(size + " size:".Length)..]));
            else if (line.StartsWith("Page ") && line.IndexOf(" rot:") is > 0 and var rotation && pages.Count > 0
                && int.TryParse(line[(rotation + " rot:".Length)..].Trim(), CultureInfo.InvariantCulture, out var turn))
                pages[^1] = Turned(pages[^1], turn);
        }
        return (count, pages.ToImmutable());
    }

    /// <summary>
    /// Columns: page, number, type, width, height, colour, components, bits, encoding, interpolated, object, id, x-ppi, y-ppi, size, ratio.
    /// An inline picture has «[inline]» for object and id.
    /// </summary>
    public static ImmutableArray<PdfPicture> Pictures(string output)
    {
        var pictures = ImmutableArray.CreateBuilder<PdfPicture>();
        foreach (var line in output.Split('\n').Skip(2))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length < 14 || !int.TryParse(columns[0], CultureInfo.InvariantCulture, out var page))
                continue;
            var index = pictures.Count > 0 && pictures[^1].Page == page ? pictures[^1].Index + 1 : 0;
            var plain = columns[5] is "gray" or "rgb" or "icc" or "index" && columns[6] is "1" or "3" && columns[7] is "1" or "8";
            pictures.Add(new(page, index, columns[2] != "image", Whole(columns[3]), Whole(columns[4]), plain, Number(columns[^4]), Number(columns[^3])));
        }
        return pictures.ToImmutable();
    }

    private static PdfPage Sized(int number, ReadOnlySpan<char> size)
    {
        Span<Range> parts = stackalloc Range[4];
        var count = size.Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries);
        return count < 3 ? new(number, 0, 0, 0) : new(number, Number(size[parts[0]]), Number(size[parts[2]]), 0);
    }

    private static PdfPage Turned(PdfPage page, int turn) =>
        turn is 90 or 270 ? new(page.Number, page.Height, page.Width, turn) : page with { Turn = turn };

    private static int Whole(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static double Number(ReadOnlySpan<char> text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
