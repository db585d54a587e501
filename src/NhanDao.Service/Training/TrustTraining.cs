using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NhanDao.Parsing.Fields.Trust;
using NhanDao.Parsing.Model;
using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Training;

/// <summary>Makes the table of <see cref="TrustModel"/> from labelled letters, and says how far it holds on letters that it was not made from.</summary>
/// <param name="real">Letters of offices.</param>
/// <param name="invented">Letters of nobody: they add to the evidence, and nothing is measured on them.</param>
/// <param name="threshold">For the review lists.</param>
internal sealed class TrustTraining(IReadOnlyList<TrustTraining.Labelled> real, IReadOnlyList<TrustTraining.Labelled> invented, double threshold)
{
    /// <summary>Invented letters are all of one hand; three of their values count as one.</summary>
    private const double InventedWeight = 0.3;

    private const int Folds = 10;

    /// <summary>A letter and its label.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Label">Its label.</param>
    /// <param name="Letter">What the parser made of it.</param>
    internal sealed record Labelled(string Id, JsonElement Label, Letter Letter)
    {
        /// <summary>Letters of one issuer look alike, so they are kept aside together.</summary>
        public string Issuer => PythonText.Str(GoldValues.Get(Label, "issuer.name")) ?? Id;
    }

    /// <summary>The table as it is embedded.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"# source: nhandao train confidence, {real.Count} letters of offices and {invented.Count} invented ones, {Samples(real, invented).Count} values");
        table.AppendLine(CultureInfo.InvariantCulture, $"family\tbase\t{string.Join('\t', Evidence.Names)}");
        foreach (var (family, weights) in TrustTrainer.Train(Samples(real, invented)))
            table.AppendLine(CultureInfo.InvariantCulture, $"{family}\t{string.Join('\t', weights.Select(w => w.ToString(CultureInfo.InvariantCulture)))}");
        return table.ToString();
    }

    /// <summary>Every value of the real letters, weighed by a table that was made without the letters of its issuer.</summary>
    public IReadOnlyList<JudgedValue> HeldOut()
    {
        var issuers = real.Select(l => l.Issuer).Distinct().Order(StringComparer.Ordinal).ToList();
        var folds = real.ToLookup(l => issuers.IndexOf(l.Issuer) % Folds);
        return
        [
            .. Enumerable.Range(0, Folds).Where(folds.Contains).AsParallel().AsOrdered().SelectMany(fold =>
            {
                var model = TrustModel.Of(TrustTrainer.Train(Samples(real.Except(folds[fold]), invented)));
                return folds[fold].SelectMany(l => new ValueJudge(l.Id, l.Label, Weighing.Weigh(l.Letter, model), threshold).Judge());
            }),
        ];
    }

    private List<TrustSample> Samples(IEnumerable<Labelled> some, IEnumerable<Labelled> others) =>
        [.. Samples(some, 1), .. Samples(others, InventedWeight)];

    private IEnumerable<TrustSample> Samples(IEnumerable<Labelled> letters, double weight) =>
        from letter in letters
        from value in new ValueJudge(letter.Id, letter.Label, letter.Letter, threshold).Judge()
        where value is { IsGiven: true, Evidence: not null }
        select new TrustSample(value.Evidence!, value.IsRight, weight);

    /// <summary>The letters of a folder of labels, in the order of their ids; those that cannot be read are left out.</summary>
    public static async Task<IReadOnlyList<Labelled>> ReadAsync(DirectoryInfo gold, Predicate<string> isWanted, GoldReading reading, CancellationToken cancellation)
    {
        var labels = Measurement.Labels(gold, isWanted);
        var letters = new Labelled?[labels.Count];
        await Parallel.ForAsync(0, labels.Count, cancellation, async (i, token) =>
        {
            var (id, label) = labels[i];
            if (await reading.ReadAsync(id, label.GetProperty("file").GetString()!, token).ConfigureAwait(false) is { } letter)
                letters[i] = new(id, label, letter);
        }).ConfigureAwait(false);
        return [.. letters.OfType<Labelled>()];
    }
}
