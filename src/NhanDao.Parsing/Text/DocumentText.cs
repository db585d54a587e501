using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>The canonical text with its lines: the output of this stage.</summary>
internal sealed class DocumentText(LetterText text, ImmutableArray<TextLine> lines, ImmutableArray<ReadPage> pages, ImmutableArray<PageBox> places = default)
{
    public LetterText Text { get; } = text;

    /// <summary>Lines in reading order.</summary>
    public ImmutableArray<TextLine> Lines { get; } = lines;

    /// <summary>The pages that the lines came from; page n is at index n-1.</summary>
    public ImmutableArray<ReadPage> Pages { get; } = pages;

    /// <summary>How the letter spells its syllables.</summary>
    public OwnPairs OwnPairs => field ??= OwnPairs.Of(Text);

    public string Content => Text.Content;

    /// <summary>The words of a line with their places, of typed text on the typewriter grid.</summary>
    public IEnumerable<(TextWord Word, PageBox Place)> WordsOf(TextLine line)
    {
        for (var i = FirstWordAt(line.Span.Start); !places.IsDefault && i < Text.Words.Length && Text.Words[i].Span.Start < line.Span.End; i++)
            yield return (Text.Words[i], places[i]);
    }

    private int FirstWordAt(int offset)
    {
        int low = 0, high = Text.Words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Text.Words[middle].Span.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    public ReadOnlySpan<char> this[TextSpan span] => Text[span];

    public string LineText(TextLine line) => Content.Substring(line.Span.Start, line.Span.Length);

    /// <summary>A field whose value is printed at <paramref name="span"/>.</summary>
    public Field<T> Printed<T>(T value, TextSpan span, double confidence, string source)
        where T : class => At(FieldStatus.Present, value, span, confidence, source);

    /// <summary>A field with a place: its raw text, boxes and OCR confidence are those of the words at <paramref name="span"/>.</summary>
    public Field<T> At<T>(FieldStatus status, T? value, TextSpan span, double confidence, string source)
        where T : class => new()
        {
            Status = status,
            Value = value,
            Raw = Text.AsRead(span),
            Span = span,
            Boxes = Text.Locate(span),
            Confidence = confidence,
            OcrConfidence = OcrConfidence(span),
            Source = source,
        };

    /// <summary>The mean OCR confidence of the words at <paramref name="span"/>, each weighted by its length.</summary>
    public double OcrConfidence(TextSpan span)
    {
        double sum = 0, weight = 0;
        foreach (var word in Text.WordsIn(span))
        {
            sum += word.OcrConfidence * word.Span.Length;
            weight += word.Span.Length;
        }
        return weight == 0 ? 1 : sum / weight;
    }
}
