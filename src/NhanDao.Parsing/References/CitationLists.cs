namespace NhanDao.Parsing.References;

/// <summary>A date or issuer printed once for several numbers goes to each of them: «số A, B ngày D của X».</summary>
internal static class CitationLists
{
    public static void Share(List<Citation> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (item, next) = (found[i], found[i + 1]);
            if (!next.Chained || item.Number is null || next.Number is null || item.Law is not null || next.Law is not null)
                continue;
            if (item.Date is null && next.Date is { } date && OneBody(item.Number, next.Number))
                (item.Date, item.DateIsShared) = (date, true);
            if (item.Issuer.IsEmpty && !next.Issuer.IsEmpty && OneBody(item.Number, next.Number))
                (item.Issuer, item.IssuerIsShared) = (next.Issuer, true);
        }
        for (var i = 1; i < found.Count; i++)
        {
            var (before, item) = (found[i - 1], found[i]);
            // «UBND tỉnh đã ban hành Quyết định số A và Quyết định số B»: the issuer before the first is that of both.
            if (item.Chained && item.Issuer.IsEmpty && !before.Issuer.IsEmpty && before.Issuer.Start < before.Start
                && item.Number is { } b && before.Number is { } a && OneBody(a, b))
                (item.Issuer, item.IssuerIsShared) = (before.Issuer, true);
        }
    }

    /// <summary>Whether two numbers can be of one body: they share a code that is no type code, give or take a misread letter.</summary>
    private static bool OneBody(CitedNumber a, CitedNumber b)
    {
        foreach (var one in a.Segments)
            foreach (var other in b.Segments)
                if (!InstrumentTypes.IsTelling(one) && (string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || IsNear(one, other)))
                    return true;
        return false;
    }

    /// <summary>One letter more or another in a code of three letters or more.</summary>
    private static bool IsNear(string a, string b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        if (shorter.Length < 3 || longer.Length - shorter.Length > 1)
            return false;
        var same = 0;
        while (same < shorter.Length && longer[same] == shorter[same])
            same++;
        return longer.AsSpan(same + 1).SequenceEqual(shorter.AsSpan(longer.Length == shorter.Length ? Math.Min(same + 1, shorter.Length) : same));
    }
}
