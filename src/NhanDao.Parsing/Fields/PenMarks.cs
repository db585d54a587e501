using System.Buffers;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// What OCR makes of pens, stamps and specks among the words of a value: ornaments that stand alone («/», «=», «$»), and words that the
/// engine gives no trust and that are none («27~x», «rOSx»).
/// </summary>
internal static class PenMarks
{
    private const double NoTrust = 0.5;

    private static readonly SearchValues<char> MayStandAlone = SearchValues.Create("-–—&+");

    /// <summary>The value without them.</summary>
    /// <param name="text">The letter.</param>
    /// <param name="lines">The lines that the value was read from.</param>
    /// <param name="start">Where it begins in them.</param>
    /// <param name="value">The value, character by character as long as it is in the lines.</param>
    public static string Without(DocumentText text, JoinedLines lines, int start, string value)
    {
        var kept = new List<string>();
        for (var i = 0; i < value.Length;)
        {
            var next = value.IndexOf(' ', i) is var space and >= 0 ? space : value.Length;
            if (next > i && !IsMark(value.AsSpan(i, next - i), text.OcrConfidence(lines.SpanOf(start + i, start + next)), kept.Count == 0))
                kept.Add(value[i..next]);
            i = next + 1;
        }
        return string.Join(' ', kept);
    }

    private static bool IsMark(ReadOnlySpan<char> word, double confidence, bool isFirst) =>
        Ornaments.Only(word) ? isFirst || word.ContainsAnyExcept(MayStandAlone) : confidence < NoTrust && IsScrawl(word);

    /// <summary>Neither a syllable nor a number nor an abbreviation: capitals behind small letters, or signs between letters.</summary>
    private static bool IsScrawl(ReadOnlySpan<char> word)
    {
        var core = VietnameseSyllable.Trim(word);
        if (core.Length < 2 || VietnameseSyllable.IsValid(core))
            return false;
        for (var i = 1; i < core.Length; i++)
            if ((char.IsUpper(core[i]) && char.IsLower(core[i - 1])) || (!char.IsLetterOrDigit(core[i]) && core[i] is not ('/' or '-' or '.' or ',' or '&')))
                return true;
        return false;
    }
}
