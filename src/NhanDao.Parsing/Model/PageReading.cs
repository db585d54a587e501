namespace NhanDao.Parsing.Model;

/// <summary>What the words of a page were taken from.</summary>
public enum ReadingMethod
{
    /// <summary>Text without pages: a text or Markdown file.</summary>
    Typed,

    /// <summary>The page's own text layer.</summary>
    TextLayer,

    /// <summary>The page image, by OCR.</summary>
    Ocr,

    /// <summary>Nothing is printed on the page.</summary>
    Empty,
}

/// <summary>How one page was read, and why so.</summary>
/// <param name="Number">Page number in the file, from 1.</param>
/// <param name="Width">Page width in 1/72 inch; 0 for typed text.</param>
/// <param name="Height">Page height in 1/72 inch; 0 for typed text.</param>
/// <param name="Method">What the words were taken from.</param>
/// <param name="Reason">Why: «no text layer», «text layer holds 14 words over a full-page picture».</param>
/// <param name="OcrConfidence">Mean confidence of the words, 0–1; null when OCR took no part.</param>
/// <param name="Rotation">
/// Degrees that the page, as a viewer shows it, was turned clockwise about its centre before it was read: quarters for a page
/// scanned sideways or upside down, and the skew. Width, height and all boxes are those of the page so turned; to lay boxes over
/// the page, turn its picture by as much. 0 for nearly every page.
/// </param>
public sealed record PageReading(
    int Number, double Width, double Height, ReadingMethod Method, string Reason, double? OcrConfidence = null, double Rotation = 0);
