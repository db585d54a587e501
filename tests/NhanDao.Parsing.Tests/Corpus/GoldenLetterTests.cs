using System.Text.RegularExpressions;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>
/// Every letter of corpus/ in every form. <c>UPDATE_EXPECTED=1</c> rewrites the expected flat records; read the diff before committing it.
/// <c>UPDATE_WORDS=1</c> reads the scans anew (minutes).
/// </summary>
public sealed partial class GoldenLetterTests
{
    internal static bool Rewrites { get; } = Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1";

    [GoldenTheory, MemberData(nameof(CorpusRows.WithoutTools), MemberType = typeof(CorpusRows))]
    public void Reads_the_letter_as_expected(string name, string form) => CompareWithExpected(new(name, form));

    [GoldenTheory("poppler-utils"), MemberData(nameof(CorpusRows.Pdf), MemberType = typeof(CorpusRows))]
    public void Reads_the_PDF_as_expected(string name, string form) => CompareWithExpected(new(name, form));

    [Theory, MemberData(nameof(CorpusRows.WithoutTools), MemberType = typeof(CorpusRows))]
    public void Keeps_every_span_in_the_text_and_every_box_on_its_page(string name, string form) => LetterInvariants.Check(new CorpusCase(name, form).Parse());

    [TheoryWithPoppler, MemberData(nameof(CorpusRows.Pdf), MemberType = typeof(CorpusRows))]
    public void Keeps_every_span_and_box_of_a_PDF(string name, string form) => LetterInvariants.Check(new CorpusCase(name, form).Parse());

    [Theory, MemberData(nameof(CorpusRows.WithoutTools), MemberType = typeof(CorpusRows))]
    public void Never_gives_a_cited_or_stamped_number_as_its_own(string name, string form) => CheckOwnNumber(new(name, form));

    [TheoryWithPoppler, MemberData(nameof(CorpusRows.Pdf), MemberType = typeof(CorpusRows))]
    public void Never_gives_a_number_cited_in_a_PDF_as_its_own(string name, string form) => CheckOwnNumber(new(name, form));

    private static void CompareWithExpected(CorpusCase letter)
    {
        // What is for review follows the learned confidences, which change with every letter that is labelled: CorpusAccuracyTests hold them.
        var read = FlatJson.Write(FlatRecord.Of(letter.Parse(), Path.GetFileName(letter.File)) with { Review = [] }) + "\n";
        if (Rewrites)
            File.WriteAllText(letter.Expected, read);
        Assert.Equal(File.ReadAllText(letter.Expected), read);
    }

    private static void CheckOwnNumber(CorpusCase letter)
    {
        var own = letter.Parse().Number.Value;
        if (own?.Ordinal is not { } ordinal)
            return;
        var gold = letter.Gold;
        if (gold.GetProperty("number") is { ValueKind: System.Text.Json.JsonValueKind.Object } number && number.GetProperty("ordinal").GetString() == ordinal)
            return;
        var cited = gold.GetProperty("references").EnumerateArray().Select(r => r.GetProperty("number").GetString()).OfType<string>()
            .Select(n => LeadingDigits.Match(n).Value);
        Assert.DoesNotContain(ordinal, cited.Append(StampedNumber(letter)));
    }

    private static string? StampedNumber(CorpusCase letter) =>
        Stamp.Match(File.ReadAllText(Path.Combine(letter.Folder, "source.txt"))) is { Success: true } stamp ? stamp.Groups["number"].Value : null;

    [GeneratedRegex(@"^\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LeadingDigits { get; }

    /// <summary>«stamp: SỞ Y TẾ | 517 | 17/7/25» in the source of a letter.</summary>
    [GeneratedRegex(@"^stamp: [^|\n]*\| (?<number>\d+) \|", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Stamp { get; }
}
