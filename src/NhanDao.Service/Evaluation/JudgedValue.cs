using NhanDao.Parsing.Model;

namespace NhanDao.Service.Evaluation;

/// <summary>What kind of file a letter came in, as far as it matters for how well it can be read.</summary>
internal enum FileForm
{
    /// <summary>A picture of a page, read by OCR.</summary>
    Scan,

    /// <summary>A PDF with a text layer that could be used.</summary>
    Digital,

    /// <summary>A Word file, or plain text.</summary>
    Word,
}

/// <summary>What a label says of a value.</summary>
internal enum Verdict
{
    /// <summary>Given, and right.</summary>
    Right,

    /// <summary>Given, and wrong.</summary>
    Wrong,

    /// <summary>Not given, though the letter holds it.</summary>
    Missed,
}

/// <summary>One value of a letter, held against its label.</summary>
/// <param name="Letter">Id of the letter.</param>
/// <param name="Form">What it came in.</param>
/// <param name="Field">«subject», «task.deadline».</param>
/// <param name="Verdict">What the label says.</param>
/// <param name="Confidence">How sure the parser says it is; 0 for what it did not give.</param>
/// <param name="OcrConfidence">How sure the OCR engine was of its words.</param>
/// <param name="Reviewed">Whether the parser lists its field for review.</param>
/// <param name="Evidence">What the confidence was weighed from; null for what is weighed by nothing.</param>
internal sealed record JudgedValue(
    string Letter, FileForm Form, string Field, Verdict Verdict, double Confidence, double OcrConfidence, bool Reviewed, Evidence? Evidence)
{
    public bool IsGiven => Verdict != Verdict.Missed;

    public bool IsRight => Verdict == Verdict.Right;

    /// <summary>The form of the letter in <paramref name="file"/>, read from <paramref name="pages"/>.</summary>
    public static FileForm FormOf(string? file, IEnumerable<PageReading> pages) =>
        Path.GetExtension(file)?.ToUpperInvariant() is ".DOC" or ".DOCX" or ".RTF" or ".ODT" ? FileForm.Word
        : pages.Any(p => p.Method == ReadingMethod.Ocr) ? FileForm.Scan
        : pages.Any(p => p.Method == ReadingMethod.TextLayer) ? FileForm.Digital
        : FileForm.Word;
}
