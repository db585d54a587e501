namespace NhanDao.Parsing.Text;

/// <summary>Where the trained model lies.</summary>
internal static class TesseractModel
{
    /// <summary>Debian's places, newest first.</summary>
    private static readonly string[] Folders = ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata"];

    /// <summary>The model's file, or null when it is not installed. Asked first, because Tesseract answers on standard error.</summary>
    public static string? Find(ParsingOptions options) =>
        Places(options).Select(folder => Path.Combine(folder, options.OcrLanguage + ".traineddata")).FirstOrDefault(File.Exists);

    public static bool Exists(ParsingOptions options) => Find(options) is not null;

    private static string[] Places(ParsingOptions options) =>
        options.OcrModelFolder is { } own ? [own]
        : Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } prefix ? [prefix, .. Folders]
        : Folders;
}
