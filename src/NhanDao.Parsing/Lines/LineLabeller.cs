using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Says what each line is.</summary>
internal static class LineLabeller
{
    public static ImmutableArray<LabelledLine> Label(DocumentText text) =>
        [.. text.Lines.Select(line => new LabelledLine(line, LineLabel.Body, 0.5))];
}
