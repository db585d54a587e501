namespace NhanDao.Parsing.Pages;

/// <summary>Whether a PDF's end is there. Poppler mends a cut-off file in silence and gives the pages that are left: a letter without its end.</summary>
internal static class PdfTail
{
    private const int Length = 64 * 1024;

    /// <exception cref="UnreadableDocumentException">The end is missing, or objects begin after the last end and that is missing.</exception>
    public static void ThrowIfCutOff(SourceFile file)
    {
        using var stream = File.OpenRead(file.Path);
        var tail = new byte[Math.Min(Length, stream.Length)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        var complete = end >= 0 ? tail.AsSpan(end).IndexOf(" obj"u8) < 0 : tail.AsSpan().LastIndexOf("startxref"u8) >= 0;
        if (!complete)
            throw new UnreadableDocumentException(UnreadableReason.Damaged,
                "The PDF is cut off: its end is missing. Download or scan it again.");
    }
}
