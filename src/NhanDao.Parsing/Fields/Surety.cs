using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>How sure a reading is, from how sure the OCR engine was of its words.</summary>
internal static class Surety
{
    /// <summary>Words that the engine is less sure of than this are misread more often than one time in five.</summary>
    private const double Doubtful = 0.85;

    /// <summary>The surety of the weakest word at <paramref name="span"/>, 0–1; 1 where no OCR took part.</summary>
    public static double Of(DocumentText text, TextSpan span)
    {
        var weakest = 1.0;
        foreach (var word in text.Text.WordsIn(span))
            if (!Ornaments.Only(text[word.Span]))
                weakest = Math.Min(weakest, word.OcrConfidence);
        return OfWord(weakest);
    }

    /// <summary>Whether OCR took part in reading <paramref name="span"/>.</summary>
    public static bool IsOcr(DocumentText text, TextSpan span)
    {
        foreach (var word in text.Text.WordsIn(span))
            if (word.OcrConfidence < 1)
                return true;
        return false;
    }

    private static double OfWord(double confidence) => confidence switch
    {
        >= 1 => 1,
        >= Doubtful => 0.90 + (confidence - Doubtful) * 0.6,
        _ => Math.Min(0.79, confidence * 0.93),
    };
}
