using System.Collections.Immutable;
using System.Numerics;

namespace NhanDao.Service.Import;

/// <summary>
/// Files with other bytes that look like one letter: the signed scan and the draft, a scan made twice. They are reported and never dropped:
/// two letters of one number and day do exist.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>Prints that stand so far apart in sorted order are not compared.</summary>
    private const int Neighbours = 8;

    private const string SameNumber = "cùng số, ký hiệu, ngày và cơ quan", SameText = "nội dung gần như nhau";

    public static ImmutableArray<NearGroup> Find(IReadOnlyCollection<ImportedFile> files)
    {
        var byNumber = files.SelectMany(f => f.Letters.Take(1), (f, l) => (f.Row.Path, Letter: l))
            .Where(f => f.Letter is { NumberKey: not null, Date: not null, IssuerKey: not null })
            .GroupBy(f => (f.Letter.NumberKey, f.Letter.Date, f.Letter.IssuerKey))
            .Where(g => g.Count() > 1).Select(g => new NearGroup(SameNumber, [.. g.Select(f => f.Path)]));
        return [.. byNumber, .. ByText([.. files.Where(f => f.Row.TextPrint is not null).Select(f => (f.Row.Path, f.Row.TextPrint!.Value))])];
    }

    /// <summary>
    /// Prints that differ in at most three bits agree in one of four quarters, and stand near each other when sorted with that quarter first.
    /// </summary>
    internal static IEnumerable<NearGroup> ByText(ImmutableArray<(string Path, long Print)> prints)
    {
        var group = Enumerable.Range(0, prints.Length).ToArray();
        for (var turn = 0; turn < 64; turn += 16)
        {
            var order = Enumerable.Range(0, prints.Length).OrderBy(i => BitOperations.RotateLeft((ulong)prints[i].Print, turn)).ToArray();
            for (var i = 0; i < order.Length; i++)
                for (var j = i + 1; j < Math.Min(i + Neighbours, order.Length); j++)
                    if (TextPrint.Difference(prints[order[i]].Print, prints[order[j]].Print) <= TextPrint.MostDifferent)
                        group[Root(order[i])] = Root(order[j]);
        }
        return Enumerable.Range(0, prints.Length).GroupBy(Root).Where(g => g.Count() > 1)
            .Select(g => new NearGroup(SameText, [.. g.Select(i => prints[i].Path).Order(StringComparer.Ordinal)])).OrderBy(g => g.Paths[0], StringComparer.Ordinal);

        int Root(int i)
        {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        }
    }
}
