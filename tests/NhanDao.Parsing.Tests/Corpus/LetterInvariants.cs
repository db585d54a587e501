using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>What must hold of every letter, whatever was on the page.</summary>
internal static class LetterInvariants
{
    /// <summary>Boxes may stick out by this much, in 1/72 inch: skewed words are boxed upright.</summary>
    private const double Margin = 4;

    public static void Check(Letter letter)
    {
        SpansLieInTheText(letter);
        RawIsTheTextAtTheSpan(letter);
        BoxesLieOnTheirPage(letter);
        SurenessIsAShare(letter);
        RoundTripsAsJson(letter);
    }

    private static void SpansLieInTheText(Letter letter)
    {
        var length = letter.Text.Content.Length;
        foreach (var (path, span) in LetterParts.All<TextSpan>(letter))
            Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= length, $"{path} {span} is outside the text of {length}");
    }

    private static void RawIsTheTextAtTheSpan(Letter letter)
    {
        foreach (var (path, raw, span) in LetterParts.Fields(letter))
            if (span is { } at)
                Assert.True(letter.Text[at].SequenceEqual(raw) || letter.Text.AsRead(at) == raw, $"{path}: Raw is «{raw}», the text at its span is «{letter.Text[at]}»");
            else
                Assert.True(raw is null, $"{path}: Raw «{raw}» without a span");
    }

    private static void BoxesLieOnTheirPage(Letter letter)
    {
        foreach (var (path, box) in LetterParts.All<PageBox>(letter))
        {
            Assert.True(box.Page >= 1 && box.Page <= letter.Pages.Length, $"{path}: page {box.Page} of {letter.Pages.Length}");
            var page = letter.Pages[box.Page - 1];
            Assert.True(
                page.Method != ReadingMethod.Typed && box.Width >= 0 && box.Height >= 0
                && box.Left >= -Margin && box.Top >= -Margin && box.Right <= page.Width + Margin && box.Bottom <= page.Height + Margin,
                $"{path}: {box} is not on the page of {page.Width} x {page.Height}");
        }
    }

    private static void SurenessIsAShare(Letter letter)
    {
        foreach (var (path, part) in LetterParts.All<double>(letter).Where(p => p.Path.EndsWith("Confidence", StringComparison.Ordinal)))
            Assert.True(part is >= 0 and <= 1, $"{path} is {part}");
    }

    private static void RoundTripsAsJson(Letter letter)
    {
        var json = LetterJson.Write(letter);
        Assert.Equal(json, LetterJson.Write(LetterJson.Read(json)));
    }
}
