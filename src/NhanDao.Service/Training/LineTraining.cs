using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Training;

/// <summary>What line models are trained on and from: invented letters of many styles, clean and worn, and labelled real ones.</summary>
/// <param name="Invented">How many invented letters.</param>
/// <param name="FirstSeed">Seed of the first.</param>
/// <param name="Steps">Steps of the optimiser at most.</param>
internal sealed record LineTraining(int Invented, int FirstSeed, int Steps)
{
    /// <summary>A real letter counts as much as so many invented ones: it is what the model is for.</summary>
    public const double RealWeight = 3;

    // Typed text, a text layer, and scans from good to bad.
    private const double Typed = -1;
    private static readonly double[] Wear = [Typed, 0, 0.05, 0.1, 0.1, 0.2];

    /// <summary>How far weights may stray from those set by hand, and from none for traits.</summary>
    private static readonly LineSpread Spread = new(Cues: 1.5, Steps: 1.5, Traits: 0.35);

    /// <summary>The hand-set weights, moved by what the letters show.</summary>
    public static LineModel WithCues => CueWeights.Model;

    /// <summary>No weights but the steps that cannot be: everything is learned from words, shapes and places.</summary>
    public static LineModel WithoutCues => new(None(CueWeights.Model.CueWeights), None(CueWeights.Model.EntryWeights),
        Array.ConvertAll(CueWeights.Model.Transitions, row => Array.ConvertAll(row, weight => weight <= -30 ? weight : 0)))
    { KnowsCues = false };

    /// <summary>Cues without the chain: each line is what its cues say most.</summary>
    public static LineModel CuesAlone => new(CueWeights.Model.CueWeights, None(CueWeights.Model.EntryWeights), None(CueWeights.Model.Transitions)) { IsChain = false };

    public List<LineSample> InventedSamples(bool knowsCues = true)
    {
        var samples = new LineSample[Invented];
        Parallel.For(0, Invented, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var (text, allowed) = Wear[i % Wear.Length] is var wear and >= 0 ? InventedLines.Read(FirstSeed + i, wear) : InventedLines.ReadTyped(FirstSeed + i);
            samples[i] = LineSample.Of(text, _ => allowed, knowsCues);
        });
        return [.. samples];
    }

    public static List<LineSample> RealSamples(IEnumerable<LabelledLetter> letters, bool knowsCues = true) =>
        [.. letters.Select(letter => letter.ToSample(RealWeight, knowsCues))];

    /// <summary>A model that learned from <paramref name="samples"/>.</summary>
    public LineModel Train(LineModel prior, List<LineSample> samples, LineModel? start = null, TextWriter? progress = null)
    {
        var spread = prior.KnowsCues ? Spread : Spread with { Cues = 0 };
        return new LineTrainer(prior, spread).Train(samples, start is null ? Steps : Steps / 3, start, progress);
    }

    private static double[][] None(double[][] weights) => Array.ConvertAll(weights, row => new double[row.Length]);
}
