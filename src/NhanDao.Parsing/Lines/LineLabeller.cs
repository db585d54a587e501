using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Says what each line is: cues of the line, weights of the model, the best sequence.</summary>
internal static class LineLabeller
{
    public static ImmutableArray<LabelledLine> Label(DocumentText text, LineModel? model = null)
    {
        if (text.Lines.IsEmpty)
            return [];
        var labels = LineDecoder.Decode(model ?? CueWeights.Model, LineCues.Of(text));
        return [.. text.Lines.Select((line, i) => new LabelledLine(line, labels[i].Label, labels[i].Probability))];
    }
}
