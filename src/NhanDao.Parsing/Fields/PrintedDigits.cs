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
    /// <remarks>Both may lie in one word («2325/SYT-NVY»): then the word's height is compared with that of other printed digits.</remarks>
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
