using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>Which column of the page a line stands in.</summary>
internal enum LineColumn
{
    /// <summary>The whole width of the text: body lines, centred titles.</summary>
    Full,

    /// <summary>The left of two columns: issuer, number, «V/v»; Nơi nhận.</summary>
    Left,

    /// <summary>The right of two columns: motto, place and date; signature.</summary>
    Right,
}

/// <summary>The part of a page that a line stands in, as far as its columns tell.</summary>
internal enum PagePart
{
    /// <summary>One column: body, titles, tables.</summary>
    Plain,

    /// <summary>The two columns at the head of a letter.</summary>
    Letterhead,

    /// <summary>The two columns at its foot.</summary>
    Foot,
}

/// <summary>One printed line of one column, as it stands in the canonical text.</summary>
/// <param name="Index">Position in reading order, from 0.</param>
/// <param name="Span">Range in the canonical text, without the line end.</param>
/// <param name="Box">Place on the page (for typed text: on the typewriter grid).</param>
/// <param name="Column">Which column it stands in.</param>
/// <param name="Confidence">Weighted mean OCR confidence of its words, 0–1.</param>
internal sealed record TextLine(int Index, TextSpan Span, PageBox Box, LineColumn Column, double Confidence)
{
    /// <summary>Letterhead or foot when its column was found as one.</summary>
    public PagePart Part { get; init; }

    /// <summary>How far its left edge is right of the page's body text, in character widths; negative in the margin.</summary>
    public double Indent { get; init; }

    /// <summary>Free height above it in its column, in line heights; large at the top of a page.</summary>
    public double GapAbove { get; init; }

    /// <summary>Height of its print against the page's median; small print (footnotes, signature pictures) is well below 1.</summary>
    public double RelativeHeight { get; init; } = 1;

    /// <summary>True when it stands in the middle of the body text with room on both sides.</summary>
    public bool Centred { get; init; }

    /// <summary>True when it runs to the right edge of the body text, so the sentence probably goes on below.</summary>
    public bool ReachesRight { get; init; }

    /// <summary>Where its middle stands on its page, from 0 (top) to 1 (bottom).</summary>
    public double Position { get; init; }
}
