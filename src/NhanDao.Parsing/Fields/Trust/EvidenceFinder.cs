using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields.Trust;

/// <summary>Gathers what speaks for a value: the rule that gave it, the words it was read from, the lines they stand in, the page.</summary>
internal sealed class EvidenceFinder(DocumentText text, ImmutableArray<LabelledLine> lines)
{
    /// <summary>The mean confidence of the words of a scan that can be read well.</summary>
    private const double UsualPage = 0.9;

    private readonly ImmutableArray<double> pages = [.. text.Pages.Select(p => p.Words.IsEmpty ? 1 : p.Words.Sum(w => w.Confidence * w.Text.Length) / p.Words.Sum(w => w.Text.Length))];

    /// <summary>A page whose words the engine trusts less than this on average could hardly be read (page.doubtful).</summary>
    private const double HardlyRead = 0.6;

    private readonly ImmutableArray<bool> isBad = [.. text.Pages.Select(p => p.Reason.EndsWith("damaged", StringComparison.Ordinal))];

    /// <param name="family">Values that err alike.</param>
    /// <param name="span">Where the value is printed; null for one that is not.</param>
    /// <param name="rule">How sure the rule is by itself, 0–1.</param>
    /// <param name="agreement">How many other places of the letter agree with it, less those that do not.</param>
    /// <param name="nearness">How near it stands to the words that make it what it is; 0 where that says nothing.</param>
    public Evidence Of(string family, TextSpan? span, double rule, double agreement = 0, double nearness = 0)
    {
        if (span is not { } at)
            return new(family, false, [Odds(rule), 0, 0, Odds(1), 0, agreement, nearness]);
        double weakest = 1, misread = 0, page = 1;
        bool ocr = false, bad = false;
        foreach (var word in text.Text.WordsIn(at))
        {
            if (Ornaments.Only(text[word.Span]))
                continue;
            weakest = Math.Min(weakest, word.OcrConfidence);
            misread += 1 - word.OcrConfidence;
            ocr |= word.OcrConfidence < 1;
            if (word.Box is { } box)
            {
                page = Math.Min(page, pages[box.Page - 1]);
                bad |= isBad[box.Page - 1] || pages[box.Page - 1] < HardlyRead;
            }
        }
        return ocr
            ? new(family, true, [Odds(rule), Odds(weakest), -Math.Log(1 + misread), Odds(LineOf(at)), (page - UsualPage) * 10, agreement, nearness]) { IsDoubted = bad }
            : new(family, false, [Odds(rule), 0, 0, Odds(LineOf(at)), 0, agreement, nearness]);
    }

    /// <summary>The least sure label of the lines at <paramref name="span"/>.</summary>
    private double LineOf(TextSpan span)
    {
        int first = 0, end = lines.Length; // lines stand in the order of the text
        while (first < end)
            if ((first + end) / 2 is var middle && lines[middle].Span.End <= span.Start)
                first = middle + 1;
            else
                end = middle;
        var least = 1.0;
        for (var i = first; i < lines.Length && lines[i].Span.Start < span.End; i++)
            if (lines[i].Label is not LineLabel.Noise)
                least = Math.Min(least, lines[i].Confidence);
        return least;
    }

    /// <summary>Logarithm of the odds, so that evidence adds up; bounded, for nothing is proof.</summary>
    private static double Odds(double probability)
    {
        var p = Math.Clamp(probability, 0.02, 0.99);
        return Math.Log(p / (1 - p));
    }
}
