using System.Collections.Immutable;
using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>
/// One paragraph of the body: its lines joined by single spaces, its words, and the way back from them to the canonical text.
/// </summary>
internal sealed class Passage
{
    private readonly ImmutableArray<(int Start, int Canonical)> pieces;

    public Passage(DocumentText document, IReadOnlyList<TextLine> lines, ItemLabel? label, int labelLength)
    {
        var joined = new StringBuilder();
        var starts = ImmutableArray.CreateBuilder<(int, int)>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Length > 0)
                joined.Append(' ');
            var skipped = starts.Count == 0 ? labelLength : 0;
            starts.Add((joined.Length, line.Span.Start + skipped));
            joined.Append(document.Content.AsSpan(line.Span.Start + skipped, line.Span.Length - skipped));
        }
        pieces = starts.ToImmutable();
        Text = joined.ToString();
        Bare = AbbreviationStops.Blank(BareText.Of(Text));
        Words = PassageWords.Split(Text, Bare);
        Lines = [.. lines];
        Label = label;
        Span = TextSpan.FromBounds(lines[0].Span.Start, lines[^1].Span.End);
        OcrConfidence = lines.Average(l => l.Confidence);
    }

    /// <summary>A cell of a table: pieces of the text, a line each.</summary>
    public Passage(DocumentText document, ImmutableArray<TextSpan> parts, double confidence)
    {
        var joined = new StringBuilder();
        var starts = ImmutableArray.CreateBuilder<(int, int)>(parts.Length);
        foreach (var part in parts)
        {
            if (joined.Length > 0)
                joined.Append(' ');
            starts.Add((joined.Length, part.Start));
            joined.Append(document.Content.AsSpan(part.Start, part.Length));
        }
        pieces = starts.ToImmutable();
        Text = joined.ToString();
        Bare = AbbreviationStops.Blank(BareText.Of(Text));
        Words = PassageWords.Split(Text, Bare);
        Lines = [];
        Span = TextSpan.FromBounds(parts.Min(p => p.Start), parts.Max(p => p.End));
        OcrConfidence = confidence;
    }

    /// <summary>The text after the label.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> without marks and capitals, of the same length.</summary>
    public string Bare { get; }

    public ImmutableArray<PassageWord> Words { get; }

    public ImmutableArray<TextLine> Lines { get; }

    /// <summary>The printed label («1.», «a)», «-»); null for a plain paragraph.</summary>
    public ItemLabel? Label { get; set; }

    /// <summary>The bodies that the letter names elsewhere.</summary>
    public LetterNames Names { get; init; } = LetterNames.None;

    /// <summary>Whether it is quoted from another document: it orders nothing here.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Range in the canonical text, label included.</summary>
    public TextSpan Span { get; }

    public double OcrConfidence { get; }

    /// <summary>The canonical range of the characters from <paramref name="start"/> to <paramref name="end"/> of <see cref="Text"/>.</summary>
    public TextSpan Canonical(int start, int end) => TextSpan.FromBounds(Back(start), Back(Math.Max(start, end - 1)) + (end > start ? 1 : 0));

    /// <summary>Words of the phrase at <paramref name="at"/> as one key; empty when punctuation or the end comes between.</summary>
    public ReadOnlySpan<char> Key(int at, int count)
    {
        var words = Words;
        if (at < 0 || at + count > words.Length)
            return [];
        var speckled = false;
        for (var i = at; i < at + count - 1; i++)
        {
            if (words[i].After != ' ')
                return [];
            speckled |= words[i + 1].Start != words[i].End + 1;
        }
        // OCR's specks between words («yêu ‹ cầu») are passed over.
        return speckled
            ? string.Join(' ', Enumerable.Range(at, count).Select(i => Bare[words[i].Start..words[i].End]))
            : Bare.AsSpan(words[at].Start, words[at + count - 1].End - words[at].Start);
    }

    /// <summary>A word as printed, for the few that marks tell apart: «giao» and «giáo», «quận» and «quan».</summary>
    public ReadOnlySpan<char> Printed(int at) =>
        at < Words.Length ? Text.AsSpan(Words[at].Start, Words[at].End - Words[at].Start) : [];

    /// <summary>The punctuation between a word and the one before it, brackets aside; a space when there is none.</summary>
    public char MarkBefore(int at)
    {
        for (var i = Words[at].Start - 1; i >= Words[at - 1].End; i--)
            if (Bare[i] is ',' or ';' or ':' or '.' or '!' or '?')
                return Bare[i];
        return ' ';
    }

    public override string ToString() => Text;

    private int Back(int offset)
    {
        var i = pieces.Length - 1;
        while (i > 0 && pieces[i].Start > offset)
            i--;
        return pieces[i].Canonical + offset - pieces[i].Start;
    }
}

/// <summary>A word of a <see cref="Passage"/>, without the punctuation around it.</summary>
/// <param name="Start">Index of its first character in the passage's text.</param>
/// <param name="End">Index behind its last character.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
/// <param name="After">The first mark of punctuation behind it: <c>, ; : . ( )</c>; a space when there is none.</param>
/// <param name="Depth">How many brackets stand open around it.</param>
internal readonly record struct PassageWord(int Start, int End, bool Capital, char After, int Depth);

/// <summary>Splits a paragraph into words.</summary>
internal static class PassageWords
{
    public static ImmutableArray<PassageWord> Split(string text, string bare)
    {
        var words = ImmutableArray.CreateBuilder<PassageWord>(text.Length / 4);
        int i = 0, depth = 0;
        while (i < text.Length)
        {
            var c = bare[i];
            if (c == '(')
                depth++;
            else if (c == ')')
                depth = Math.Max(0, depth - 1);
            var dash = c is '-' or '&' && (i == 0 || text[i - 1] == ' ') && (i + 1 == text.Length || text[i + 1] == ' ');
            if (!dash && !char.IsLetterOrDigit(c))
            {
                i++;
                continue;
            }
            var start = i++;
            while (i < text.Length && (char.IsLetterOrDigit(bare[i]) || Joins(bare, i)))
                i++;
            words.Add(new(start, i, char.IsUpper(text[start]), dash ? ' ' : PunctuationAt(bare, i), depth));
        }
        return words.ToImmutable();
    }

    /// <summary>«huyện/thị», «Phát thanh-Truyền», «NN&amp;PTNT», «15.7.2025» are one word; «Thuế;Chủ» is two.</summary>
    private static bool Joins(string bare, int i) =>
        i + 1 < bare.Length && char.IsLetterOrDigit(bare[i + 1])
        && (bare[i] is '/' or '-' or '&' or '\'' || (bare[i] is '.' or ',' && char.IsDigit(bare[i - 1]) && char.IsDigit(bare[i + 1])));

    private static char PunctuationAt(string bare, int i)
    {
        for (; i < bare.Length && !char.IsLetterOrDigit(bare[i]); i++)
            if (bare[i] is ',' or ';' or ':' or '.' or '(' or ')' or '!' or '?')
                return bare[i];
        return i >= bare.Length ? '.' : ' ';
    }
}
