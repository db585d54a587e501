using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>
/// One key for one instrument, whoever cites it. Numbers start again every year in the state and every term (khóa) in the party's
/// central bodies, and in every province: year, term and place are part of the key, or there is none.
/// </summary>
internal static class InstrumentId
{
    /// <summary>First days of the Central Committee's terms, from its congresses.</summary>
    private static readonly (DateOnly From, string Term)[] Terms =
    [
        (new(1991, 6, 27), "vii"), (new(1996, 7, 1), "viii"), (new(2001, 4, 22), "ix"), (new(2006, 4, 25), "x"),
        (new(2011, 1, 19), "xi"), (new(2016, 1, 28), "xii"), (new(2021, 2, 1), "xiii"), (new(2026, 1, 23), "xiv"),
    ];

    /// <param name="number">Its number; null for a law by name.</param>
    /// <param name="title">A law's title; null for others.</param>
    /// <param name="date">Its date, as far as it is known and undisputed.</param>
    /// <param name="issuer">Its issuer as printed.</param>
    public static string? Of(CitedNumber? number, string? title, PartialDate? date, string? issuer)
    {
        if (number is null)
            return title is not null && date is not null ? $"{title.ToLowerInvariant()}@{date.Year.ToString(CultureInfo.InvariantCulture)}" : null;
        var key = $"{number.Ordinal.TrimStart('0').ToLowerInvariant()}{number.Text[number.Ordinal.Length..].ToLowerInvariant()}";
        var last = number.Segments[^1];
        if (last == "TW")
            return Term(date, issuer) is { } term ? $"{key}@{term}" : null;
        var place = IsLocal(number) ? PlaceIn(issuer) : "";
        if (place is null)
            return null;
        var year = number.Year is null ? date?.Year.ToString(CultureInfo.InvariantCulture) : "";
        if (year is null)
            return null;
        return string.Join('@', new[] { key, year, place }.Where(p => p.Length > 0));
    }

    internal static string? Term(PartialDate? date, string? issuer)
    {
        if (issuer is not null && Folding.Fold(issuer).IndexOf("khoa ", StringComparison.Ordinal) is >= 0 and var at)
        {
            var numeral = new string([.. issuer[(at + 5)..].TakeWhile(c => c is 'I' or 'V' or 'X' or 'L')]);
            if (numeral.Length > 0)
                return numeral.ToLowerInvariant();
        }
        if (date?.ToDate() is not { } day)
            return null;
        string? term = null;
        foreach (var (from, name) in Terms)
            if (day >= from)
                term = name;
        return term;
    }

    /// <summary>Codes that bodies of every province, district or commune share.</summary>
    private static bool IsLocal(CitedNumber number)
    {
        foreach (var segment in number.Segments)
            if (segment is "UBND" or "HĐND" or "UB" or "UBT" or "TU" or "HU" or "ĐU" or "QU" || (segment.Length > 1 && segment[0] == 'S' && SymbolCodes.IsKnown(segment))
                || segment.EndsWith("TU", StringComparison.Ordinal) || segment.EndsWith("HU", StringComparison.Ordinal))
                return true;
        return false;
    }

    private static readonly string[] Units = ["tinh ", "thanh pho ", "huyen ", "quan ", "thi xa ", "xa ", "phuong "];

    /// <summary>«tỉnh Quảng Ngãi» in the issuer's name; null when it names none («UBND tỉnh»).</summary>
    private static string? PlaceIn(string? issuer)
    {
        if (issuer is null)
            return null;
        var folded = Folding.Fold(issuer);
        foreach (var unit in Units)
            if (folded.IndexOf(unit, StringComparison.Ordinal) is >= 0 and var at && at + unit.Length < issuer.Length && char.IsUpper(issuer[at + unit.Length]))
                return folded[at..];
        return null;
    }
}
