using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Keeps an arrival stamp together: «Số» and «Ngày» right below «ĐẾN» are the receiver's, whatever they look like alone.</summary>
internal static partial class ArrivalStamps
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>How far down a stamp reaches. Line heights.</summary>
    private const double Reach = 6;

    /// <summary>The name of the receiver stands this close above. Line heights.</summary>
    private const double Touching = 1.2;

    public static ImmutableArray<LabelledLine> Join(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        foreach (var head in lines.Where(l => l.Label == LineLabel.Stamp && Head.IsMatch(Folding.Fold(text[l.Span]))).ToList())
        {
            var box = head.Line.Box;
            if (lines.Any(l => l.Label == LineLabel.Issuer && l.Line.Box.Page == box.Page && l.Line.Box.Top > box.Bottom))
                lines = [.. lines.Select(l => l.Label is LineLabel.Issuer or LineLabel.Title or LineLabel.Body && IsAbove(box, l.Line.Box) ? l with { Label = LineLabel.Stamp } : l)];
            lines = [.. lines.Select(l => l.Label != LineLabel.Stamp && IsBelow(box, l.Line.Box) && l.Span.Length < 40 && Field.IsMatch(Folding.Fold(text[l.Span]))
                ? l with { Label = LineLabel.Stamp } : l)];
        }
        return lines;
    }

    /// <summary>The receiver's own name heads its stamp; it is the issuer only where no other stands below the stamp.</summary>
    private static bool IsAbove(PageBox head, PageBox box) =>
        box.Page == head.Page && box.Bottom <= head.Top + head.Height / 2 && head.Top - box.Bottom < Touching * head.Height && box.Left < head.Right + head.Height && head.Left < box.Right + head.Height;

    private static bool IsBelow(PageBox head, PageBox box) =>
        box.Page == head.Page && box.Top >= head.Top && box.Top - head.Bottom < Reach * head.Height && box.Left < head.Right + head.Height && head.Left < box.Right + head.Height;

    /// <summary>Folded: «ĐẾN», «CÔNG VĂN ĐẾN».</summary>
    [GeneratedRegex(@"^[^a-z]{0,4}((cong van|van ban|cv|vb) )?den[^a-z]{0,4}$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Head { get; }

    /// <summary>Folded: «Số: 2352», «Số đến: 12», «Ngày: 28/4/2026», «Chuyển: …», «Lưu hồ sơ số: …». A number with a symbol is the letter's own.</summary>
    [GeneratedRegex(@"^[^a-z]{0,4}(so( den)?[ .:]{1,4}\d{1,6}[ .]{0,4}$|ngay( den)?[ .:]{1,4}[\d ./-]{0,14}$|gio[ .:]|(kinh )?chuyen ?[:.]|luu ho so)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Field { get; }
}
