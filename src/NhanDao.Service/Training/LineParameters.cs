using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Training;

/// <summary>All weights of a <see cref="LineModel"/> as one vector, where each belongs, and what is believed of it before any letter is seen.</summary>
internal static class LineParameters
{
    public const int Labels = LineModel.LabelCount;

    public static readonly int CueCount = Enum.GetValues<LineCue>().Length;

    public static readonly int Entries = CueCount * Labels, Steps = 2 * CueCount * Labels, Traits = Steps + ((Labels + 1) * Labels), Count = Traits + (LineTraits.Buckets * Labels);

    /// <summary>A step with a lower weight cannot be: it is kept as it is.</summary>
    private const double Never = -30;

    public static double[] Of(LineModel model)
    {
        var all = new double[Count];
        for (var cue = 0; cue < CueCount; cue++)
        {
            model.CueWeights[cue].CopyTo(all, cue * Labels);
            model.EntryWeights[cue].CopyTo(all, Entries + (cue * Labels));
        }
        for (var from = 0; from <= Labels; from++)
            model.Transitions[from].CopyTo(all, Steps + (from * Labels));
        if (model.TraitWeights is { } weights)
            for (var i = 0; i < weights.Length; i++)
                all[Traits + i] = weights[i];
        return all;
    }

    public static LineModel ToModel(IReadOnlyList<double> all, bool knowsCues = true)
    {
        var traits = new float[LineTraits.Buckets * Labels];
        for (var i = 0; i < traits.Length; i++)
            traits[i] = (float)all[Traits + i];
        return new(Rows(0, CueCount), Rows(Entries, CueCount), Rows(Steps, Labels + 1), traits) { KnowsCues = knowsCues };

        double[][] Rows(int from, int count) =>
            [.. Enumerable.Range(0, count).Select(row => Enumerable.Range(from + (row * Labels), Labels).Select(i => all[i]).ToArray())];
    }

    /// <summary>How far each weight may stray from what was believed: the inverse of the variance; infinite for what is fixed.</summary>
    public static double[] Tightness(double[] prior, LineSpread spread)
    {
        var tight = new double[Count];
        Array.Fill(tight, 1 / (spread.Cues * spread.Cues), 0, Entries);
        Array.Fill(tight, 1 / (spread.Cues * spread.Cues), Entries, Steps - Entries);
        Array.Fill(tight, 1 / (spread.Steps * spread.Steps), Steps, Traits - Steps);
        Array.Fill(tight, 1 / (spread.Traits * spread.Traits), Traits, Count - Traits);
        for (var i = Steps; i < Traits; i++)
            if (prior[i] <= Never)
                tight[i] = double.PositiveInfinity;
        if (spread.Cues == 0)
            Array.Fill(tight, double.PositiveInfinity, 0, Steps);
        return tight;
    }
}

/// <summary>Standard deviations of the Gaussian that weights are believed to come from, by kind; 0 keeps a kind as it is.</summary>
internal readonly record struct LineSpread(double Cues, double Steps, double Traits);
