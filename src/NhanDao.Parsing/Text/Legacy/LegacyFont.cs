namespace NhanDao.Parsing.Text.Legacy;

/// <summary>
/// What a font's name says of the encoding of its text. Evidence only: text that was converted to Unicode often keeps the old name.
/// </summary>
internal static class LegacyFont
{
    /// <summary>«.VnTime», «ABCDEF+.VnArialH» → TCVN3; «VNI-Times» → VNI.</summary>
    public static LegacyEncoding? EncodingOf(string font) => Plain(font) switch
    {
        var name when name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) => LegacyEncoding.Tcvn3,
        var name when name.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) => LegacyEncoding.Vni,
        _ => null,
    };

    /// <summary>«.VnTimeH»: its small letters have the shapes of capitals.</summary>
    public static bool IsCapitals(string font) =>
        EncodingOf(font) == LegacyEncoding.Tcvn3 && Plain(font).AsSpan().TrimEnd() is var name
        && name[..(name.IndexOfAny(" ,-") is var end and > 0 ? end : name.Length)].EndsWith('H');

    public static bool IsSans(string font) =>
        font.Contains("Arial", StringComparison.OrdinalIgnoreCase) || font.Contains("Helve", StringComparison.OrdinalIgnoreCase)
        || font.Contains("Avant", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the tag of a subset font in a PDF.</summary>
    private static string Plain(string font) => font.Length > 7 && font[6] == '+' ? font[7..] : font;
}
