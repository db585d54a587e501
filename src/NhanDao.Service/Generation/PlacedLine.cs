using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Generation;

/// <summary>A line of print at its place. Unit 1/72 inch, origin top left of its page.</summary>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top of the line.</param>
/// <param name="Size">Font size.</param>
/// <param name="Text">What is printed.</param>
/// <param name="Label">What the line is.</param>
internal sealed record PlacedLine(int Page, double Left, double Top, double Size, string Text, LineLabel Label)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    /// <summary>Not printed: what OCR reads out of dirt, a pen stroke or a seal.</summary>
    public bool IsDirt { get; init; }

    /// <summary>The words written by hand, as a range of <see cref="Text"/>; empty for none.</summary>
    public Range Ink { get; init; } = 0..0;
}
