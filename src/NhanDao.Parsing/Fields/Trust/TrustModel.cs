using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields.Trust;

/// <summary>
/// How much each kind of evidence says about each family of values, learned from labelled letters by <c>nhandao train confidence</c>.
/// Weights are never negative: more evidence never makes a value less sure.
/// </summary>
/// <param name="weights">For each family: what holds without evidence, then a weight for each of <see cref="Evidence.Names"/>.</param>
internal sealed class TrustModel(FrozenDictionary<string, ImmutableArray<double>> weights)
{
    /// <summary>Nothing that was read is surer than this, and nothing that was given less sure.</summary>
    public const double Highest = 0.995, Lowest = 0.02;

    /// <summary>Nothing on a page that is damaged or could hardly be read is surer than this, so that a person looks at it.</summary>
    public const double HighestInDoubt = 0.6;

    private static readonly Lazy<TrustModel> Embedded = new(static () =>
        Of(VocabularyTable.Open("confidence").Rows.ToDictionary(
            row => row[0], row => row.Skip(1).Select(w => double.Parse(w, CultureInfo.InvariantCulture)).ToImmutableArray())));

    /// <summary>The one that is shipped.</summary>
    public static TrustModel Default => Embedded.Value;

    public static TrustModel Of(IReadOnlyDictionary<string, ImmutableArray<double>> weights) => new(weights.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The family that stands for those that were never seen.</summary>
    public const string Any = "any";

    /// <summary>How probable it is that a value with this evidence is right.</summary>
    public double Weigh(Evidence evidence)
    {
        var row = weights.TryGetValue(evidence.Key, out var own) ? own : weights[(evidence with { Family = Any }).Key];
        var odds = row[0];
        for (var i = 0; i < evidence.Signals.Length; i++)
            odds += row[i + 1] * evidence.Signals[i];
        return Math.Round(Math.Clamp(1 / (1 + Math.Exp(-odds)), Lowest, evidence.IsDoubted ? HighestInDoubt : Highest), 3);
    }
}
