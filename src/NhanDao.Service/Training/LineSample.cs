using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;

namespace NhanDao.Service.Training;

/// <summary>A letter to learn from: its lines as the model sees them, and what each may be.</summary>
/// <param name="Cues">The cues of each line.</param>
/// <param name="Traits">Its traits.</param>
/// <param name="Allowed">The labels that are not ruled out, a bit each; one bit where the label is known, all where nothing is.</param>
internal sealed record LineSample(List<LineCue>[] Cues, int[][] Traits, int[] Allowed)
{
    /// <summary>Every label.</summary>
    public const int Anything = (1 << LineModel.LabelCount) - 1;

    /// <summary>How much the letter counts.</summary>
    public double Weight { get; init; } = 1;

    public static int Bit(LineLabel label) => 1 << (int)label;

    /// <summary>The sample up to the letter's end, as the labeller sees it.</summary>
    public static LineSample Of(DocumentText text, Func<List<LineCue>[], int[]> allowed, bool knowsCues = true)
    {
        var cues = LineCues.Of(text);
        var end = PartStarts.Find(text, cues) is [var next, ..] ? next.Line : cues.Length;
        return new(cues[..end], LineTraits.Of(text, knowsCues ? cues : null)[..end], allowed(cues)[..end]);
    }
}
