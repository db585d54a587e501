using NhanDao.Parsing.Native;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing;

/// <summary>One thing that reading scans and PDFs needs, and whether it is here.</summary>
/// <param name="Tool">Program, library or model.</param>
/// <param name="Package">The Debian package that brings it.</param>
/// <param name="Place">Where it was found; null when it is missing.</param>
/// <param name="Version">Its version where it tells; null otherwise.</param>
public sealed record ToolCheck(string Tool, string Package, string? Place, string? Version)
{
    /// <summary>Whether it is here.</summary>
    public bool IsInstalled => Place is not null;

    /// <summary>Looks for everything that a parser with <paramref name="options"/> may need. Text files need none of it.</summary>
    public static IReadOnlyList<ToolCheck> All(ParsingOptions? options = null)
    {
        options ??= ParsingOptions.Default;
        var tesseract = NativeLibraries.IsInstalled(NativeLibraries.Tesseract);
        var leptonica = NativeLibraries.IsInstalled(NativeLibraries.Leptonica);
        return
        [
            new("libtesseract", "tesseract-ocr", tesseract ? "system library" : null, tesseract ? Tesseract.Version : null),
            new("libleptonica", "tesseract-ocr", leptonica ? "system library" : null, null),
            new($"model «{options.OcrLanguage}»", $"tesseract-ocr-{options.OcrLanguage}", TesseractModel.Find(options), null),
            .. PopplerPdfReader.Programs.Select(program => new ToolCheck(program, PopplerPdfReader.Package, ChildProcess.Find(program), null)),
            new("prlimit", "util-linux", ChildProcess.Find("prlimit"), null),
        ];
    }
}
