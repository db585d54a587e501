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

/// <summary>One printed line of one column, as it stands in the canonical text.</summary>
/// <param name="Index">Position in reading order, from 0.</param>
/// <param name="Span">Range in the canonical text, without the line end.</param>
/// <param name="Box">Place on the page (for typed text: on the typewriter grid).</param>
/// <param name="Column">Which column it stands in.</param>
/// <param name="Confidence">Weighted mean OCR confidence of its words, 0–1.</param>
internal sealed record TextLine(int Index, TextSpan Span, PageBox Box, LineColumn Column, double Confidence);
