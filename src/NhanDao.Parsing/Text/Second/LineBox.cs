using System.Collections.Immutable;
using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text.Second;

/// <summary>Where a line stands that is read again. Unit 1/72 inch.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
internal readonly record struct LineBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>White around a line, so that marks above and below are not cut.</summary>
    private const double Margin = 3;

    public double Height => Bottom - Top;

    public double Width => Right - Left;

    public static LineBox Of(IEnumerable<PageWord> words)
    {
        var box = new LineBox(double.MaxValue, double.MaxValue, 0, 0);
        foreach (var word in words)
            box = new(Math.Min(box.Left, word.Left), Math.Min(box.Top, word.Top), Math.Max(box.Right, word.Right), Math.Max(box.Bottom, word.Bottom));
        return box;
    }

    public bool Holds(LineBox other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>Whether a piece of ink stands beside the end of the line, no farther than words do.</summary>
    public bool IsFollowedBy(LineBox piece) =>
        piece.Left - Right < 1.2 * Math.Max(Height, piece.Height) && Math.Min(Bottom, piece.Bottom) - Math.Max(Top, piece.Top) > 0.5 * Math.Min(Height, piece.Height);

    public LineBox With(LineBox piece) => new(Math.Min(Left, piece.Left), Math.Min(Top, piece.Top), Math.Max(Right, piece.Right), Math.Max(Bottom, piece.Bottom));

    /// <summary>The words of the line alone, enlarged where the page's resolution is low. Their places are the page's.</summary>
    public ImmutableArray<PageWord> Read(PageImage page, IOcrEngine engine, int line, CancellationToken cancellation)
    {
        var unit = page.Dpi / 72;
        int left = Math.Max(0, (int)((Left - Margin) * unit)), top = Math.Max(0, (int)((Top - Margin) * unit));
        using var part = page.Part(left, top, (int)((Right + Margin) * unit) - left, (int)((Bottom + Margin) * unit) - top);
        using var larger = Resolution.Enlargement(page.Dpi) is { } factor ? part.Scaled(factor) : null;
        var (x, y) = (left / unit, top / unit);
        return [.. engine.Read(larger ?? part, PageSegmentation.SingleLine, cancellation)
            .Select(w => w with { Left = Math.Round(w.Left + x, 2), Top = Math.Round(w.Top + y, 2), Line = line })];
    }
}
