using System.Globalization;
using NhanDao.Parsing;
using NhanDao.Parsing.Pages;

namespace NhanDao.Service.Workers;

/// <summary>
/// A searchable copy of a scan: a new PDF with the pages as pictures and the words behind them, by Tesseract's own renderer. The original
/// stays as it is. The pages are read once more for it: the parser's own reading is of levelled, enlarged grey pictures, which no archive wants.
/// </summary>
internal static class SearchableCopy
{
    private const string Poppler = "poppler-utils", Ocr = "tesseract-ocr";
    private const int DrawnDpi = 300;

    /// <param name="path">A PDF, TIFF, PNG or JPEG; of another kind (text, Word) no copy is made.</param>
    /// <param name="copy">The file to make, <c>….pdf</c>. It appears whole or not at all.</param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether one was made.</returns>
    public static async Task<bool> WriteAsync(string path, string copy, ParsingOptions options, CancellationToken cancellation)
    {
        using var folder = new WorkFolder();
        var file = await SourceFile.OpenAsync(path, options, cancellation).ConfigureAwait(false);
        string pages;
        switch (FileSignature.Recognise(file.Head.Span))
        {
            case FileKind.Tiff or FileKind.Png or FileKind.Jpeg:
                pages = file.Path;
                break;
            case FileKind.Pdf:
                await RunAsync("pdftoppm", Poppler, ["-r", DrawnDpi.ToString(CultureInfo.InvariantCulture), "-jpeg", file.Path, folder.File("page")]).ConfigureAwait(false);
                pages = folder.File("pages");
                // pdftoppm numbers with as many digits as the last page needs, so names sort as pages.
                await File.WriteAllLinesAsync(pages, Directory.GetFiles(folder.Path, "page-*.jpg").Order(StringComparer.Ordinal), cancellation).ConfigureAwait(false);
                break;
            default:
                return false;
        }
        List<string> arguments = [pages, folder.File("copy"), "-l", options.OcrLanguage];
        if (options.OcrModelFolder is { } models)
            arguments.AddRange(["--tessdata-dir", models]);
        await RunAsync("tesseract", Ocr, [.. arguments, "pdf"]).ConfigureAwait(false);
        File.Copy(folder.File("copy.pdf"), copy + ".part", overwrite: true); // another file system than the temporary folder's
        File.Move(copy + ".part", copy, overwrite: false);
        return true;

        async Task RunAsync(string program, string package, string[] list)
        {
            // A limit for one page of the parser; here the whole file is one run.
            var whole = options with { ToolTimeout = options.OcrTimeout * 10 };
            var (result, _) = await ChildProcess.RunAsync(program, package, list, folder, whole, cancellation).ConfigureAwait(false);
            if (result.ExitCode != 0)
                throw new UnreadableDocumentException(UnreadableReason.Damaged, $"No searchable copy could be made: {program} ended with code {result.ExitCode}.");
        }
    }
}
