using NhanDao.Parsing;

namespace NhanDao.Service.Storage;

/// <summary>The choices on which it depends what is read from a file. Limits are none of them: they only refuse.</summary>
/// <param name="Language">Tesseract model.</param>
/// <param name="All">Every letter of the file, not only the first.</param>
internal sealed record ReadingOptions(string Language = "vie", bool All = true)
{
    public static ReadingOptions Default { get; } = new();

    /// <summary>Part of a letter's identity: the same file read with the same choices is the same letter.</summary>
    public string Key => All ? Language : Language + ";first";

    public static ReadingOptions FromKey(string key) => new(key.Split(';')[0], !key.EndsWith(";first", StringComparison.Ordinal));

    public ParsingOptions With(ParsingOptions limits) => limits with { OcrLanguage = Language };
}
