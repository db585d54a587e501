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

    public static ImmutableArray<Field<string>> Read(DocumentText text, ImmutableArray<LabelledLine> lines) =>
        ItemList.Read(text, [.. lines.Where(l => l.Label == LineLabel.Addressee).SelectMany(l => WithoutCue(text, l.Span))], lineByLine: false, "addressee.list");

    private static IEnumerable<TextSpan> WithoutCue(DocumentText text, TextSpan line)
    {
        var cue = Cue.Match(Folding.Fold(text[line]));
        if (!cue.Success)
            return [line];
        var rest = TextSpan.FromBounds(line.Start + cue.Index + cue.Length, line.End);
        return Ornaments.Only(text[rest]) ? [] : [rest];
    }

    /// <summary>Folded: «Kính gửi:», «- Kính gửi:», «Đồng kính gửi», «Kinh gùi :», «HỎA TỐC  Kính gửi:», «CHỦ TỊCH … điện:».</summary>
    [GeneratedRegex(@"(^|^.{0,30}\s)[^a-z]{0,6}(dong\s)?k[il1]nh\s?(g[a-z]{1,2}[il1íj]|trinh)\b\s?[:;.,]{0,2}\s{0,40}|^.{3,90}\sdien\s?:\s{0,40}", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cue { get; }
}
