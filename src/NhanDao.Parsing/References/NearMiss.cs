using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>Numbers that differ by a slip of OCR or of a typist: «79-CV/ĐDDHCTĐ» for «79-CV/ĐĐHCTĐ».</summary>
internal static class NearMiss
{
    private const int ShortestSymbol = 4;

    /// <summary>
    /// Whether the symbols of two numbers are one or two edits apart. Where the parts that differ are both codes of their own
    /// («SYT», «SCT») they are two bodies, not a slip.
    /// </summary>
    public static bool Is(string number, string other)
    {
        if (InstrumentKey.Of(number) is not { } a || InstrumentKey.Of(other) is not { } b || a.Ordinal != b.Ordinal)
            return false;
        var shorter = Math.Min(a.Symbol.Length, b.Symbol.Length);
        if (shorter < ShortestSymbol || Edits(a.Symbol, b.Symbol) is not (> 0 and var edits) || edits > (shorter < 6 ? 1 : 2))
            return false;
        string[] parts = InstrumentKey.Parts(number), others = InstrumentKey.Parts(other);
        return parts.Length != others.Length || !parts.Zip(others).Any(p => p.First != p.Second && SymbolCodes.IsKnown(p.First) && SymbolCodes.IsKnown(p.Second));
    }

    /// <summary>Insertions, losses and changes of one letter that make <paramref name="b"/> of <paramref name="a"/>; null when it takes more than two.</summary>
    private static int? Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return null;
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)], current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return previous[b.Length] <= 2 ? previous[b.Length] : null;
    }
}
