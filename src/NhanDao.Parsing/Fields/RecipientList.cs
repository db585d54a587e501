using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>Nơi nhận: who gets a copy, item by item as printed; the last is the file copy («Lưu: VT, …»).</summary>
internal static partial class RecipientList
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static ImmutableArray<Field<string>> Read(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var items = ItemList.Read(
            text, [.. lines.Where(l => l.Label == LineLabel.Recipient).SelectMany(l => WithoutCue(text, l.Span))], lineByLine: true, "recipient.list");
        var before = items.TakeWhile(i => !FileCopy.IsMatch(Folding.Fold(i.Value))).Count();
        return [.. items.Take(before + 1)];
    }

    private static IEnumerable<TextSpan> WithoutCue(DocumentText text, TextSpan line)
    {
        var cue = Cue.Match(Folding.Fold(text[line]));
        if (!cue.Success)
            return [line];
        var rest = TextSpan.FromBounds(line.Start + cue.Length, line.End);
        return Ornaments.Only(text[rest]) ? [] : [rest];
    }

    /// <summary>Folded: «Lưu: VT, …», «Lưu Văn phòng …»: the last item, whatever print follows.</summary>
    [GeneratedRegex(@"^luu\s?[:.;]?\s?[a-z]", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FileCopy { get; }

    /// <summary>Folded: «Nơi nhận:», «Nơi nhận :», «Noi nhân», «Với nhận».</summary>
    [GeneratedRegex(@"^[^a-z]{0,6}[nv][o0ae][il1j]\s?nh[a-z]n\b\s?[:;.,]{0,2}\s{0,40}", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cue { get; }
}
