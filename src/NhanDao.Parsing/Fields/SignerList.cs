using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>Who signed: quyền hạn, chức vụ, họ tên. Joint letters have blocks side by side, read left to right.</summary>
internal static class SignerList
{
    public static ImmutableArray<Signer> Read(DocumentText text, ImmutableArray<LabelledLine> lines, List<Diagnostic> problems)
    {
        var signers = Columns(lines.Where(l => l.Label == LineLabel.Signature)).SelectMany(c => SignerBlock.Read(text, c)).ToImmutableArray();
        if (signers.IsEmpty)
            problems.Add(new("signers.absent", IsScan(text) ? Severity.Warning : Severity.Note, "No signature was found."));
        foreach (var signer in signers)
            if (signer.Name.Status == FieldStatus.Absent)
                problems.Add(new("signers.unnamed", Severity.Warning, "A signature has no name that can be read.", signer.Position.Span ?? signer.Authority.Span));
        return signers;
    }

    /// <summary>Lines that stand above each other, column by column from the left; most letters have one.</summary>
    private static IEnumerable<List<LabelledLine>> Columns(IEnumerable<LabelledLine> lines)
    {
        var columns = new List<(List<LabelledLine> Lines, PageBox Box)>();
        foreach (var line in lines)
        {
            var at = columns.FindIndex(c => c.Box.Page != line.Line.Box.Page ? columns.Count == 1 : Overlap(c.Box, line.Line.Box));
            if (at < 0)
                columns.Add(([line], line.Line.Box));
            else
            {
                columns[at].Lines.Add(line);
                columns[at] = (columns[at].Lines, columns[at].Box.Page == line.Line.Box.Page ? columns[at].Box.Union(line.Line.Box) : line.Line.Box);
            }
        }
        return columns.OrderBy(c => c.Box.Page).ThenBy(c => c.Box.Left).Select(c => c.Lines);
    }

    /// <summary>What is scanned was signed; a text may be a draft.</summary>
    private static bool IsScan(DocumentText text) => text.Pages.Any(p => p.Method == ReadingMethod.Ocr);

    private static bool Overlap(PageBox a, PageBox b) => a.Left < b.Right && b.Left < a.Right;
}
