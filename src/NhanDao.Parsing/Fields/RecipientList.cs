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

    /// <summary>Free height below the file copy that parts it from what follows. Line heights.</summary>
    private const double Apart = 2.5;

    public static ImmutableArray<Field<string>> Read(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var items = ItemList.Read(
            text, [.. ToFileCopy(text, lines).SelectMany(l => WithoutCue(text, l.Span))], lineByLine: true, "recipient.list");
        var before = items.TakeWhile(i => !FileCopy.IsMatch(Folding.Fold(i.Value))).Count();
        return [.. items.Take(before + 1)];
    }

    /// <summary>The lines of the list; what stands apart below the file copy is the typist's or the clerk's.</summary>
    private static IEnumerable<LabelledLine> ToFileCopy(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        LabelledLine? copy = null;
        foreach (var line in lines.Where(l => l.Label == LineLabel.Recipient))
        {
            if (copy is { Line.Box: var above } && (line.Line.Box.Page != above.Page || line.Line.Box.Top - above.Bottom > Apart * above.Height))
                yield break;
            yield return line;
            if (copy is not null || FileCopy.IsMatch(Folding.Fold(text[line.Span]).TrimStart(' ', '-', '+', '.')))
                copy = line;
        }
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

    /// <summary>Folded: «Nơi nhận:», «Nơi nhận :», «Noi nhân», «Với nhận», «ơi nhận», «.Mơi nhận».</summary>
    [GeneratedRegex(@"^[^a-z]{0,6}([a-z]{0,2}[o0ae])?[il1j]\s?nh[a-z]n\b\s?[:;.,]{0,2}\s{0,40}", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cue { get; }
}
