using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Directives;

/// <summary>Takes the stop of an abbreviation for none: «Sở Y tế TP. Hà Nội» is one name, «TS. Trần Văn A» one person.</summary>
internal static partial class AbbreviationStops
{
    /// <param name="bare">Text without marks; the result is as long, with a space in place of each such stop.</param>
    public static string Blank(string bare) => Abbreviations.Replace(bare, static m => string.Concat(m.ValueSpan[..^1], " "));

    /// <summary>«TP.», «Tp.HCM», «TX.», «ThS.», «PGS.TS.»; not the end of «… trong TP.» at a line's end, where nothing follows.</summary>
    [GeneratedRegex(@"\b(tp|tx|ths|pgs|gs|ts|bs)\.(?=\s?\w)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Abbreviations { get; }
}
