namespace NhanDao.Parsing.Lines;

/// <summary>
/// The weights of a linear chain over lines: how much a cue speaks for a label, and a label for the next. Weights are
/// natural logarithms up to a constant, so marginals of the chain are probabilities. The built-in one is
/// <see cref="CueWeights"/>; a trained one has the same shape.
/// </summary>
internal sealed class LineModel
{
    public const int LabelCount = (int)LineLabel.Beyond + 1;

    /// <summary>Index of the state before the first line in the transitions.</summary>
    public const int Start = LabelCount;

    public LineModel(double[][] cueWeights, double[][] entryWeights, double[][] transitions) =>
        (CueWeights, EntryWeights, Transitions, StepOdds) =
            (cueWeights, entryWeights, transitions, Array.ConvertAll(transitions, row => Array.ConvertAll(row, Math.Exp)));

    /// <summary>[cue][label].</summary>
    public double[][] CueWeights { get; }

    /// <summary>[cue][label]: added only where the label begins, so that it says where and not how long.</summary>
    public double[][] EntryWeights { get; }

    /// <summary>[label before, or <see cref="Start"/>][label after]; only between labels that are no interlopers.</summary>
    public double[][] Transitions { get; }

    /// <summary><see cref="Transitions"/> as odds: their exponentials.</summary>
    public double[][] StepOdds { get; }

    /// <summary>Labels that may stand between any two lines without ending what they interrupt.</summary>
    public static bool IsInterloper(LineLabel label) =>
        label is LineLabel.Noise or LineLabel.Furniture or LineLabel.ElectronicSignature or LineLabel.Stamp or LineLabel.Mark;
}
