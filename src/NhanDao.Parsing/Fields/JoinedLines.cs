using System.Collections.Immutable;
using System.Text;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>The lines that carry a field, set behind each other with one space between, and where each character stands in the letter.</summary>
internal sealed class JoinedLines
{
    private readonly List<(int Start, TextSpan Source)> pieces = [];
    private string? folded;

    private JoinedLines(DocumentText text, IEnumerable<TextSpan> spans)
    {
        var content = new StringBuilder();
        foreach (var span in spans)
        {
            if (content.Length > 0)
                content.Append(' ');
            pieces.Add((content.Length, span));
            content.Append(text[span]);
        }
        Content = content.ToString();
    }

    /// <summary>The text of the lines.</summary>
    public string Content { get; }

    /// <summary><see cref="Content"/> folded, with slashes of every kind as <c>/</c>; same length.</summary>
    public string Folded => folded ??= Folding.Fold(Content).Replace('⁄', '/');

    public bool IsEmpty => Content.Length == 0;

    public static JoinedLines Of(DocumentText text, IEnumerable<LabelledLine> lines) => new(text, lines.Select(l => l.Span));

    public static JoinedLines Of(DocumentText text, IEnumerable<TextSpan> spans) => new(text, spans);

    /// <summary>All lines with <paramref name="label"/>, in reading order.</summary>
    public static JoinedLines Labelled(DocumentText text, ImmutableArray<LabelledLine> lines, LineLabel label) =>
        Of(text, lines.Where(l => l.Label == label));

    /// <summary>Where <c>[start, end)</c> of <see cref="Content"/> stands in the letter: from its first character to its last, with what lies between.</summary>
    public TextSpan SpanOf(int start, int end) => end <= start
        ? new(Place(start), 0)
        : TextSpan.FromBounds(Place(start), Place(end - 1) + 1);

    /// <summary>Where the whole stands in the letter.</summary>
    public TextSpan Span => SpanOf(0, Content.Length);

    private int Place(int index)
    {
        var (start, source) = pieces.Last(p => p.Start <= index || p == pieces[0]);
        return source.Start + Math.Min(index - start, source.Length);
    }
}
