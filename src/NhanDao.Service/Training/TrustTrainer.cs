using System.Collections.Immutable;
using NhanDao.Parsing.Fields.Trust;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Training;

/// <summary>A value with its evidence, and whether it is right.</summary>
/// <param name="Evidence">What speaks for it.</param>
/// <param name="IsRight">What the label says.</param>
/// <param name="Weight">How much it counts; invented letters count less than real ones.</param>
internal sealed record TrustSample(Evidence Evidence, bool IsRight, double Weight);

/// <summary>
/// Learns how much each kind of evidence says: logistic regression, first over all families together, then for each family, which
/// stays near the whole unless its own values say otherwise. Few letters are labelled, so weights are held small and never negative.
/// The same samples in the same order give the same table.
/// </summary>
internal static class TrustTrainer
{
    /// <summary>How strongly weights are held to what was known before: as strongly as so many values would.</summary>
    private const double HoldShared = 1, HoldOwn = 4, HoldBase = 1;

    private const int Sweeps = 60;

    /// <summary>The rows of the table, by <see cref="Evidence.Key"/>.</summary>
    public static SortedDictionary<string, ImmutableArray<double>> Train(IEnumerable<TrustSample> samples)
    {
        var rows = new SortedDictionary<string, ImmutableArray<double>>(StringComparer.Ordinal);
        foreach (var kind in samples.GroupBy(s => s.Evidence.IsOcr))
        {
            var families = kind.GroupBy(s => s.Evidence.Key).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, Samples: f.ToList())).ToList();
            var shared = Shared(families.ConvertAll(f => f.Samples));
            rows[new Evidence(TrustModel.Any, kind.Key, []).Key] = Rounded([families.Average(f => shared.Bases[families.IndexOf(f)]), .. shared.Weights]);
            for (var i = 0; i < families.Count; i++)
            {
                double[] prior = [shared.Bases[i], .. shared.Weights];
                rows[families[i].Key] = Rounded(Fit(families[i].Samples, prior, HoldOwn));
            }
        }
        return rows;
    }

    private static ImmutableArray<double> Rounded(IEnumerable<double> weights) => [.. weights.Select(w => Math.Round(w, 3))];

    /// <summary>Weights that all families share, and a base of each: what holds of it without evidence.</summary>
    private static (double[] Bases, double[] Weights) Shared(List<List<TrustSample>> families)
    {
        var bases = new double[families.Count];
        var weights = new double[Evidence.Names.Length];
        for (var round = 0; round < Sweeps; round++)
        {
            for (var i = 0; i < families.Count; i++)
                bases[i] += Step(families[i], s => bases[i] + Dot(weights, s), _ => 1, bases[i], 0, HoldBase);
            for (var j = 0; j < weights.Length; j++)
            {
                double gradient = HoldShared * weights[j], curve = HoldShared;
                for (var i = 0; i < families.Count; i++)
                    Add(families[i], s => bases[i] + Dot(weights, s), s => s.Evidence.Signals[j], ref gradient, ref curve);
                weights[j] = Math.Max(0, weights[j] - (gradient / curve));
            }
        }
        return (bases, weights);
    }

    private static double[] Fit(List<TrustSample> samples, double[] prior, double hold)
    {
        double[] row = [.. prior];
        for (var round = 0; round < Sweeps; round++)
            for (var j = 0; j < row.Length; j++)
            {
                row[j] += Step(samples, s => row[0] + Dot(row.AsSpan(1), s), s => j == 0 ? 1 : s.Evidence.Signals[j - 1], row[j], prior[j], j == 0 ? HoldBase : hold);
                if (j > 0)
                    row[j] = Math.Max(0, row[j]);
            }
        return row;
    }

    /// <summary>Newton's step for one weight.</summary>
    private static double Step(List<TrustSample> samples, Func<TrustSample, double> odds, Func<TrustSample, double> signal, double weight, double prior, double hold)
    {
        double gradient = hold * (weight - prior), curve = hold;
        Add(samples, odds, signal, ref gradient, ref curve);
        return -gradient / curve;
    }

    private static void Add(List<TrustSample> samples, Func<TrustSample, double> odds, Func<TrustSample, double> signal, ref double gradient, ref double curve)
    {
        foreach (var sample in samples)
        {
            double p = 1 / (1 + Math.Exp(-odds(sample))), x = signal(sample);
            gradient += sample.Weight * (p - (sample.IsRight ? 1 : 0)) * x;
            curve += sample.Weight * p * (1 - p) * x * x;
        }
    }

    private static double Dot(ReadOnlySpan<double> weights, TrustSample sample)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * sample.Evidence.Signals[i];
        return sum;
    }
}
