using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;

namespace NhanDao.Parsing.Model;

/// <summary>
/// The letter's canonical text: NFC, in reading order, fixed before any offset exists and never changed.
/// Every span of a <see cref="Letter"/> points into <see cref="Content"/>.
/// </summary>
public sealed record LetterText
{
    /// <summary>The text; lines end with <c>\n</c>.</summary>
    public required string Content { get; init; }

    /// <summary>The words in the order of <see cref="Content"/>. Not written to JSON, where each field carries its boxes.</summary>
    [JsonIgnore]
    public ImmutableArray<TextWord> Words { get; init; } = [];

    /// <summary>The characters of <paramref name="span"/>.</summary>
    public ReadOnlySpan<char> this[TextSpan span] => Content.AsSpan(span.Start, span.Length);

    /// <summary>The words that share a character with <paramref name="span"/>.</summary>
    public ReadOnlySpan<TextWord> WordsIn(TextSpan span)
    {
        var first = FirstWordEndingAfter(span.Start);
        var last = first;
        while (last < Words.Length && Words[last].Span.Start < span.End)
            last++;
        return Words.AsSpan()[first..last];
    }

    /// <summary>The characters of <paramref name="span"/> as OCR read them, before any word was mended. A word of which the span holds a part stays mended.</summary>
    public string AsRead(TextSpan span)
    {
        var read = new StringBuilder();
        var at = span.Start;
        foreach (var word in WordsIn(span))
            if (word.AsRead is { } before && word.Span.Start >= at && word.Span.End <= span.End)
            {
                // Before the second half of a word that was parted there was no space either.
                if (before.Length > 0 || word.Span.Start == at)
                    read.Append(Content, at, word.Span.Start - at);
                read.Append(before);
                at = word.Span.End;
            }
        return read.Append(Content, at, span.End - at).ToString();
    }

    /// <summary>Where <paramref name="span"/> stands on the pages: one rectangle for each printed line; empty for typed text.</summary>
    public ImmutableArray<PageBox> Locate(TextSpan span)
    {
        var boxes = ImmutableArray.CreateBuilder<PageBox>();
        var previous = default(TextWord);
        foreach (var word in WordsIn(span))
        {
            if (word.Box is not { } box)
                continue;
            var sameLine = boxes.Count > 0 && boxes[^1].Page == box.Page
                && Content.AsSpan(previous.Span.End, word.Span.Start - previous.Span.End).IndexOf('\n') < 0;
            if (sameLine)
                boxes[^1] = boxes[^1].Union(box);
            else
                boxes.Add(box);
            previous = word;
        }
        return boxes.ToImmutable();
    }

    private int FirstWordEndingAfter(int offset)
    {
        int low = 0, high = Words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

/// <summary>One word of the canonical text.</summary>
/// <param name="Span">Where it stands in <see cref="LetterText.Content"/>.</param>
/// <param name="Box">Where it stands on the page; null for typed text, which has no page.</param>
/// <param name="OcrConfidence">0–1 as the OCR engine gave it; 1 for text that was not read by OCR.</param>
public readonly record struct TextWord(TextSpan Span, PageBox? Box, double OcrConfidence)
{
    /// <summary>
    /// The word as OCR read it, where it was mended; null where it was not. Empty for the second of two words that were read as one.
    /// </summary>
    public string? AsRead { get; init; }
}
