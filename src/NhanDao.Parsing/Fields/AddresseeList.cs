using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>Kính gửi (Kính trình, Đồng kính gửi; «… điện:» of a công điện): the bodies and posts written to.</summary>
internal static partial class AddresseeList
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>So many lines of body before a list, and it is a list of the body or the sample of a form.</summary>
    private const int BodyAbove = 2;

    /// <summary>A shorter line above the list may be dirt that was taken for body.</summary>
    private const int LineOfBody = 40;

    /// <summary>Lines of something else between two lines of the list: dirt, a mark, a line that the labeller mistook.</summary>
    private const int Gap = 2;

    /// <summary>The list has no «Kính gửi»: its cue was lost, or it is none.</summary>
    private const double WithoutCueSurety = 0.6;

    public static ImmutableArray<Field<string>> Read(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var block = Block(lines);
        var cue = block.FindIndex(l => Cue.IsMatch(Folding.Fold(text[l.Span])));
        var list = cue > 0 ? block.Where((l, i) => i >= cue || IsBeside(text, l, block[cue])) : block;
        ImmutableArray<Field<string>> items = [.. AtCues(text, list).SelectMany(lines =>
            ItemList.Read(text, [.. lines.SelectMany(l => WithoutCue(text, l.Span))], lineByLine: false, "addressee.list"))];
        return cue >= 0 ? items : [.. items.Select(i => i with { Confidence = Math.Min(i.Confidence, WithoutCueSurety) })];
    }

    /// <summary>«Đồng kính gửi» begins a list of its own.</summary>
    private static IEnumerable<List<LabelledLine>> AtCues(DocumentText text, IEnumerable<LabelledLine> block)
    {
        var list = new List<LabelledLine>();
        foreach (var line in block)
        {
            if (list.Count > 0 && Again.IsMatch(Folding.Fold(text[line.Span])))
            {
                yield return list;
                list = [];
            }
            list.Add(line);
        }
        yield return list;
    }

    /// <summary>The letter's own list: the first, above its body, to where something else begins.</summary>
    private static List<LabelledLine> Block(ImmutableArray<LabelledLine> lines)
    {
        var block = new List<LabelledLine>();
        int body = 0, since = 0;
        foreach (var line in lines)
            if (line.Label == LineLabel.Addressee)
            {
                if (body >= BodyAbove || since > Gap)
                    break;
                block.Add(line);
                since = 0;
            }
            else if (line.Label is LineLabel.Recipient or LineLabel.Signature or LineLabel.Beyond)
                break;
            else if (line.Label is LineLabel.Body)
            {
                body += block.Count == 0 && line.Span.Length >= LineOfBody ? 1 : 0;
                since += block.Count > 0 ? 1 : 0;
            }
        return block;
    }

    /// <summary>Whether a line above the cue is an item: «Kính gửi:» stands half-way down at the left of its list. Else it is the end of the subject.</summary>
    private static bool IsBeside(DocumentText text, LabelledLine line, LabelledLine cue) =>
        text[line.Span].TrimStart() is ['-' or '–' or '—' or '+' or '•', ..] && line.Line.Box.Left > cue.Line.Box.Left;

    private static IEnumerable<TextSpan> WithoutCue(DocumentText text, TextSpan line)
    {
        if (MarkBeside.Find(text, line) is { } mark)
            line = TextSpan.FromBounds(mark.End, line.End);
        if (!text[line].ContainsAnyInRange('A', 'ỹ'))
            return [];
        var cue = Cue.Match(Folding.Fold(text[line]));
        if (!cue.Success)
            return [line];
        var rest = TextSpan.FromBounds(line.Start + cue.Index + cue.Length, line.End);
        return Ornaments.Only(text[rest]) ? [] : [rest];
    }

    /// <summary>Folded: «Kính gửi:», «- Kính gửi:», «Đồng kính gửi», «Kinh gùi :», «HỎA TỐC  Kính gửi:», «CHỦ TỊCH … điện:».</summary>
    [GeneratedRegex(@"(^|^.{0,30}\s)[^a-z]{0,6}(dong\s)?k[il1]nh\s?(g[a-z]{1,2}[il1íj]|trinh)\b\s?[:;.,]{0,2}\s{0,40}|^.{3,90}\sdien\s?:\s{0,40}", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cue { get; }

    /// <summary>Folded: «Đồng kính gửi:».</summary>
    [GeneratedRegex(@"^[^a-z]{0,6}dong k[il1]nh g", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Again { get; }
}
