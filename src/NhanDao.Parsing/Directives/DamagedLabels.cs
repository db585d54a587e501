using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>Gives back numbers that OCR spoilt («§.» for «8.», «ö.»), where the numbers before and behind say which is missing.</summary>
internal static class DamagedLabels
{
    public static ImmutableArray<Passage> Mend(DocumentText text, ImmutableArray<Passage> passages)
    {
        var last = 0;
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            if (passage.Label is { Kind: LabelKind.Arabic } label)
                last = label.Number;
            else if (passage.Label is null && last > 0
                && ItemLabels.DamagedNumberLength(text.LineText(passage.Lines[0])) is > 0 and var length
                && NextNumber(passages, i + 1) is var next && (next == 0 || next > last + 1))
            {
                last++;
                var number = last.ToString(System.Globalization.CultureInfo.InvariantCulture);
                passages = passages.SetItem(i, new(text, passage.Lines, new(LabelKind.Arabic, number, last, Doubtful: true), length) { Names = passage.Names });
            }
        }
        return passages;
    }

    private static int NextNumber(ImmutableArray<Passage> passages, int from)
    {
        for (var i = from; i < passages.Length; i++)
            if (passages[i].Label is { Kind: LabelKind.Arabic } label)
                return label.Number;
        return 0;
    }
}
