using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Says what each line is: cues of the line, weights of the model, the best sequence up to the letter's end.</summary>
internal static class LineLabeller
{
    /// <summary>A second letterhead is nearly proof, but OCR may have made one up.</summary>
    private const double SureOfTheEnd = 0.95;

    public static ImmutableArray<LabelledLine> Label(DocumentText text, LineModel? model = null)
    {
        if (text.Lines.IsEmpty)
            return [];
        var cues = LineCues.Of(text);
        var end = PartStarts.Find(text, cues) is [var next, ..] ? next.Line : cues.Length;
        model ??= LineModelFile.Default;
        var labels = LineDecoder.Decode(model, cues[..end], model.TraitsOf(text, cues));
        return PageNumbers.SetAside(text, ArrivalStamps.Join(text, [.. text.Lines.Select((line, i) => i < end
            ? new LabelledLine(line, labels[i].Label, labels[i].Probability)
            : new LabelledLine(line, LineLabel.Beyond, SureOfTheEnd))]));
    }
}
