using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>
/// The lines of a letter that may cite something, run together: line ends are single spaces, so a number broken
/// over two lines is whole; <see cref="Break"/> stands where one part of the letter ends and the next begins.
/// </summary>
internal sealed class CitedText
{
    /// <summary>Between two parts of the letter: no citation runs across.</summary>
    public const char Break = '\n';

    private readonly char[] printed;
    private readonly char[] folded;
    private readonly int[] source;

    private CitedText(char[] printed, char[] folded, int[] source, int length)
    {
        (this.printed, this.folded, this.source) = (printed, folded, source);
        Length = length;
    }

    public int Length { get; }

    /// <summary>The letters as printed.</summary>
    public ReadOnlySpan<char> Printed => printed.AsSpan(0, Length);

    /// <summary>The same letters folded (<see cref="Folding"/>); slashes of every kind are <c>/</c>.</summary>
    public ReadOnlySpan<char> Folded => folded.AsSpan(0, Length);

    /// <summary>Folded character, or <see cref="Break"/> outside the text.</summary>
    public char this[int at] => (uint)at < (uint)Length ? folded[at] : Break;

    /// <summary>Printed character, or <see cref="Break"/> outside the text.</summary>
    public char PrintedAt(int at) => (uint)at < (uint)Length ? printed[at] : Break;

    /// <summary>The place in the letter's text of what stands here at [<paramref name="start"/>, <paramref name="end"/>).</summary>
    public TextSpan Span(int start, int end) => TextSpan.FromBounds(source[start], source[end - 1] + 1);

    public string Text(int start, int end) => new(printed, start, end - start);

    public static CitedText Of(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var builder = new Builder(text.Content.Length + lines.Length);
        LabelledLine? previous = null;
        foreach (var line in lines)
        {
            if (IsPageNumber(text[line.Span]) || !(Cites(line.Label) || (line.Label == LineLabel.Noise && builder.Waits)))
                continue;
            builder.End(previous is null || (previous.Label != line.Label && !builder.Waits) ? Break : ' ');
            builder.Add(text[line.Span], line.Span.Start);
            previous = line;
        }
        return builder.ToText();
    }

    /// <summary>Text without lines' labels.</summary>
    public static CitedText Of(string text)
    {
        var builder = new Builder(text.Length);
        builder.Add(text, 0);
        return builder.ToText();
    }

    private static bool Cites(LineLabel label) => label is LineLabel.Body or LineLabel.Subject or LineLabel.Title or LineLabel.Addressee;

    /// <summary>A lone page number stands in the middle of a sentence and sometimes of a number.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> line) =>
        line.Length <= 3 && line.TrimEnd().IndexOfAnyExceptInRange('0', '9') < 0;

    private sealed class Builder(int capacity)
    {
        private readonly char[] printed = new char[capacity], folded = new char[capacity];
        private readonly int[] source = new int[capacity];
        private int length;

        public void Add(ReadOnlySpan<char> text, int offset)
        {
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (c <= ' ' || c == '\u00A0')
                {
                    if (length > 0 && printed[length - 1] is ' ' or Break)
                        continue;
                    c = ' ';
                }
                Put(c, offset + i);
            }
        }

        /// <summary>Whether the line before breaks off where a date or the rest of a number must follow.</summary>
        public bool Waits
        {
            get
            {
                var end = length;
                while (end > 0 && folded[end - 1] is ' ' or Break)
                    end--;
                return end > 4 && (folded[end - 1] is '/' || folded.AsSpan(end - 4, 4) is "ngay" || folded.AsSpan(end - 3, 3) is " so");
            }
        }

        /// <summary>Ends a line. A line that follows no other adds nothing.</summary>
        public void End(char c)
        {
            if (length == 0)
                return;
            if (printed[length - 1] is ' ')
                length--;
            if (length > 0)
                Put(c, source[length - 1]);
        }

        private void Put(char c, int from)
        {
            printed[length] = c;
            folded[length] = c is '⁄' or '∕' ? '/' : Folding.Fold(c);
            source[length++] = from;
        }

        public CitedText ToText() => new(printed, folded, source, length);
    }
}
