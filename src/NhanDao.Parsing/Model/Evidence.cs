using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>What speaks for a value, before it is weighed: kept with the value so that the weights can be learned from labelled letters.</summary>
/// <param name="Family">Values that err alike are weighed alike: «subject», «number.ink».</param>
/// <param name="IsOcr">Whether OCR took part in reading it.</param>
/// <param name="Signals">One for each of <see cref="Names"/>; the higher, the surer.</param>
internal sealed record Evidence(string Family, bool IsOcr, ImmutableArray<double> Signals)
{
    /// <summary>What each signal is.</summary>
    public static ImmutableArray<string> Names { get; } = ["rule", "weakest", "read", "line", "page", "agreement", "nearness"];

    /// <summary>
    /// Whether nothing makes it sure: it stands on a page that is damaged or could hardly be read, or its rule is in two minds about it.
    /// </summary>
    public bool IsDoubted { get; init; }

    /// <summary>The row of the table that weighs it.</summary>
    public string Key => IsOcr ? Family + ".ocr" : Family + ".text";
}
