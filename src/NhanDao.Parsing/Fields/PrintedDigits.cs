using System.Buffers;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// Tells printed digits from handwriting in a slot of a scan. Printed ones are as high as the digits beside them and stand
/// on the same line; the engine is sure of them. Pens write larger, lower or higher, and are misread with some confidence.
/// </summary>
internal static class PrintedDigits
{
    private const double SureWord = 0.85, LikelyWord = 0.5, TallerBy = 1.22, OffLineBy = 0.28;

    /// <summary>How the digits at <paramref name="digits"/> are set, measured against the printed word at <paramref name="beside"/>.</summary>
    public static Print Judge(DocumentText text, TextSpan digits, TextSpan beside)
    {
        var print = Print.Sure;
        foreach (var word in text.Text.WordsIn(digits))
        {
            if (word.OcrConfidence >= 1 || word.Box is not { } box)
                continue;
            if (word.OcrConfidence < LikelyWord)
                return Print.Ink;
            if (Beside(text, beside, word) is { } model
                && (box.Height > TallerBy * model.Height || Math.Abs(box.Bottom - model.Bottom) > OffLineBy * model.Height + Skew(box, model)))
                return Print.Ink;
            if (word.OcrConfidence < SureWord)
                print = Print.Likely;
        }
        return print;
    }

    /// <summary>
    /// The same where digits and symbol are one word («2325/SYT-NVY»), so that the symbol says nothing of them: the word is as high as
    /// <paramref name="year"/>, printed elsewhere in the letterhead, and stands on the line of <paramref name="head"/>, the «Số:» before it.
    /// </summary>
    public static Print JudgeGlued(DocumentText text, TextSpan digits, TextSpan? year, TextSpan? head)
    {
        if (text.Text.WordsIn(digits) is not [var word] || word.Box is not { } box || word.OcrConfidence >= 1)
            return Print.Sure;
        PageBox? line = head is { } before ? BoxOf(text, before) : null, model = (year is { } y ? BoxOf(text, y) : null) ?? line;
        if (word.OcrConfidence < LikelyWord)
            return Print.Ink;
        // «68/2008/NQ-HĐND» reaches below its line with the Q: its top alone tells, and not surely.
        if (model is { } height && line is { } foot && text[word.Span].ContainsAny(Tails))
            return foot.Bottom - box.Top > TallerBy * height.Height + Skew(box, foot) ? Print.Ink : Print.Likely;
        if ((model is { } usual && box.Height > TallerBy * usual.Height) || (line is { } row && Math.Abs(box.Bottom - row.Bottom) > OffLineBy * row.Height + Skew(box, row)))
            return Print.Ink;
        return word.OcrConfidence < SureWord ? Print.Likely : Print.Sure;
    }

    private static PageBox? BoxOf(DocumentText text, TextSpan span) => text.Text.WordsIn(span) is [.., var last] ? last.Box : null;

    private static PageBox? Beside(DocumentText text, TextSpan span, TextWord not)
    {
        foreach (var word in text.Text.WordsIn(span))
            if (word.Span != not.Span && word.Box is { } box && !HasDescender(text[word.Span]))
                return box;
        return null;
    }

    /// <summary>Scans lean by up to half a degree; words far apart may stand that much higher or lower.</summary>
    private static double Skew(PageBox a, PageBox b) => 0.012 * Math.Abs(a.Left - b.Left);

    private static readonly SearchValues<char> Descenders = SearchValues.Create("gpqyjQ,;/()|[]{}_");

    /// <summary>Letters of symbols that reach below the line.</summary>
    private static readonly SearchValues<char> Tails = SearchValues.Create("QgJ");

    /// <summary>Letters and signs that reach below the line or above the capitals; «/UBND» is no higher than its capitals.</summary>
    private static bool HasDescender(ReadOnlySpan<char> word) => word[0] != '/' && word.ContainsAny(Descenders);
}

/// <summary>How digits are set in their slot.</summary>
internal enum Print
{
    /// <summary>Printed and clear.</summary>
    Sure,

    /// <summary>Set as print is, but not read clearly.</summary>
    Likely,

    /// <summary>Written by hand, or not legible.</summary>
    Ink,
}
