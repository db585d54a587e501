namespace NhanDao.Parsing.Lines;

/// <summary>
/// The weights of a linear chain over lines: how much a cue speaks for a label, and a label for the next. Weights are
/// natural logarithms up to a constant, so marginals of the chain are probabilities. <see cref="CueWeights"/> is set by hand;
/// a trained one has the same shape and may weigh <see cref="LineTraits"/>, too.
/// </summary>
internal sealed class LineModel
{
    public const int LabelCount = (int)LineLabel.Beyond + 1;

    /// <summary>Index of the state before the first line in the transitions.</summary>
    public const int Start = LabelCount;

    public LineModel(double[][] cueWeights, double[][] entryWeights, double[][] transitions, float[]? traitWeights = null) =>
        (CueWeights, EntryWeights, Transitions, TraitWeights, StepOdds) =
            (cueWeights, entryWeights, transitions, traitWeights, Array.ConvertAll(transitions, row => Array.ConvertAll(row, Math.Exp)));

    /// <summary>[cue][label].</summary>
    public double[][] CueWeights { get; }

    /// <summary>[cue][label]: added only where the label begins, so that it says where and not how long.</summary>
    public double[][] EntryWeights { get; }

    /// <summary>[label before, or <see cref="Start"/>][label after]; only between labels that are no interlopers.</summary>
    public double[][] Transitions { get; }

    /// <summary>Label by label for each bucket of <see cref="LineTraits"/>; null for a model that weighs cues alone.</summary>
    public float[]? TraitWeights { get; }

    /// <summary>Whether its traits know the cues of neighbouring lines; false only to measure what cues are worth.</summary>
    public bool KnowsCues { get; init; } = true;

    /// <summary>False to take each line by itself; only to measure what the chain is worth.</summary>
    public bool IsChain { get; init; } = true;

    /// <summary><see cref="Transitions"/> as odds: their exponentials.</summary>
    public double[][] StepOdds { get; }

    /// <summary>The traits that the model weighs, line by line; null when it weighs none.</summary>
    public int[][]? TraitsOf(Text.DocumentText text, List<LineCue>[] cues) =>
        TraitWeights is null ? null : LineTraits.Of(text, KnowsCues ? cues : null);

    /// <summary>Labels that may stand between any two lines without ending what they interrupt.</summary>
    public static bool IsInterloper(LineLabel label) =>
        label is LineLabel.Noise or LineLabel.Furniture or LineLabel.ElectronicSignature or LineLabel.Stamp or LineLabel.Mark;
}
