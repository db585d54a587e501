using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>What follows the first letter in its file, part by part.</summary>
internal static partial class PartList
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Lines between which two starts are one.</summary>
    private const int Near = 4;

    public static ImmutableArray<LetterPart> Read(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var first = 0;
        while (first < lines.Length && lines[first].Label != LineLabel.Beyond)
            first++;
        if (first == lines.Length)
            return [];

        var cues = LineCues.Of(text);
        var starts = PartStarts.Find(text, cues).ToDictionary(s => s.Line, s => s.Kind);
        for (var i = first; i < lines.Length; i++)
            if (PartStarts.IsAnnexHead(text, cues, i))
                starts.TryAdd(i, PartKind.Annex);
        // The labeller may see the issuer of the next letterhead a line or two before the motto tells of it.
        if (!starts.ContainsKey(first) && starts.Keys.Where(k => k > first && k - first <= Near).Order().ToList() is [var near, ..] && starts.Remove(near, out var kind))
            starts[first] = kind;
        if (!starts.ContainsKey(first))
            starts[first] = IsAnnex(cues, first) ? PartKind.Annex
                : PartStarts.IsLetter(text, cues, first) ? PartKind.Letter : PartKind.Attachment;

        var order = starts.Where(s => s.Key >= first).OrderBy(s => s.Key).ToList();
        return [.. order.Select((s, i) => Part(text, cues, s.Key, i + 1 < order.Count ? order[i + 1].Key : lines.Length, s.Value))];
    }

    /// <summary>«PHỤ LỤC» or «(Kèm theo …)» among its first lines.</summary>
    private static bool IsAnnex(IReadOnlyList<List<LineCue>> cues, int start) =>
        cues.Skip(start).Take(6).Any(c => c.Contains(LineCue.AnnexHead) || c.Contains(LineCue.AttachedTo));

    private static LetterPart Part(DocumentText text, List<LineCue>[] cues, int start, int end, PartKind kind)
    {
        var span = TextSpan.FromBounds(text.Lines[start].Span.Start, text.Lines[end - 1].Span.End);
        return new(kind, text.Lines[start].Box.Page, text.Lines[end - 1].Box.Page, span, kind is PartKind.Annex ? null : NumberOf(text, cues, start, end));
    }

    private static string? NumberOf(DocumentText text, List<LineCue>[] cues, int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + 12); i++)
            if (cues[i].Contains(LineCue.NumberHead) || cues[i].Contains(LineCue.NumberSymbol) || text.Lines[i].Span.Length > 80)
                if (Number.Match(text.LineText(text.Lines[i])) is { Success: true } match)
                    return match.Groups["number"].Value;
        return null;
    }

    /// <summary>«Số: 733/SCT-QLNL», «Số 207-CV/TU», «Số: 05/SY-UBND»: the number with its symbol.</summary>
    [GeneratedRegex(@"S[ốôóoỐÔÓO]\s{0,2}[:.]?\s{0,4}(?<number>\d{1,6}\s{0,2}[/-]\s{0,2}\p{Lu}[\p{L}\d&./-]{1,30})", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number { get; }
}
