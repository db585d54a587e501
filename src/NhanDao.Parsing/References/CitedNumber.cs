using System.Collections.Immutable;

namespace NhanDao.Parsing.References;

/// <summary>Số và ký hiệu as cited.</summary>
/// <param name="Start">Where it starts in the cited text.</param>
/// <param name="End">Just behind it.</param>
/// <param name="Ordinal">Digits with a letter suffix: «30c».</param>
/// <param name="Year">The year inside the number, «2024» in 126/2024/NĐ-CP; null when there is none.</param>
/// <param name="Segments">What follows, separator by separator: «NĐ», «CP».</param>
/// <param name="Text">The whole number without spaces: «126/2024/NĐ-CP».</param>
/// <param name="Damaged">A digit or a separator had to be guessed.</param>
internal sealed record CitedNumber(int Start, int End, string Ordinal, string? Year, ImmutableArray<string> Segments, string Text, bool Damaged)
{
    /// <summary>The code that names the type, «QĐ» in 12/QĐ-UBND; null in a letter's number, 12/UBND-VX.</summary>
    public string? TypeCode
    {
        get
        {
            foreach (var segment in Segments)
                if (InstrumentTypes.OfCode(segment) is not null)
                    return segment;
            return null;
        }
    }

    /// <summary>The type that the number itself tells; null when it tells none.</summary>
    public string? Type => Segments is [var only] && (only.StartsWith("QH", StringComparison.Ordinal)) ? "Luật"
        : TypeCode is { } code ? InstrumentTypes.OfCode(code) : null;
}
