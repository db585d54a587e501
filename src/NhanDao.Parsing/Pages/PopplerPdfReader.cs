using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>Poppler's programs, each run as a child process: poppler is GPL, so it is run and never linked.</summary>
internal sealed class PopplerPdfReader(WorkFolder folder, ParsingOptions options) : IPdfReader
{
    public const string Package = "poppler-utils";

    public static readonly ImmutableArray<string> Programs = ["pdfinfo", "pdftotext", "pdfimages", "pdftoppm", "pdfsig"];

    public async Task<ImmutableArray<PdfPage>> ReadPagesAsync(string path, CancellationToken cancellation)
    {
        var last = options.MaxPages.ToString(CultureInfo.InvariantCulture);
        var (result, output) = await RunAsync("pdfinfo", ["-f", "1", "-l", last, path], cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0)
            throw PopplerFailure.Explain(result);
        var (count, pages) = PopplerListing.Pages(output);
        if (count == 0)
            throw PopplerFailure.Explain(result);
        if (count > options.MaxPages)
            throw new UnreadableDocumentException(UnreadableReason.TooLarge,
                $"The PDF has {count} pages, over the limit of {options.MaxPages}. Split it into letters, or raise the limit (MaxPages).");
        return pages;
    }

    public async Task<ImmutableArray<ImmutableArray<PageWord>>> ReadWordsAsync(string path, ImmutableArray<PdfPage> pages, CancellationToken cancellation)
    {
        var (result, words) = await ChildProcess.RunAsync("pdftotext", Package, ["-q", "-bbox-layout", "-nodiag", "-cropbox", path, "-"],
            folder, output => PopplerLayout.Read(output, pages), options, cancellation).ConfigureAwait(false);
        return result.ExitCode == 0 ? words : throw PopplerFailure.Explain(result);
    }

    public async Task<ImmutableArray<PdfPicture>> ListPicturesAsync(string path, CancellationToken cancellation)
    {
        var (result, output) = await RunAsync("pdfimages", ["-q", "-list", path], cancellation).ConfigureAwait(false);
        return result.ExitCode == 0 ? PopplerListing.Pictures(output) : throw PopplerFailure.Explain(result);
    }

    public async Task<PageImage> TakePictureAsync(string path, PdfPicture picture, CancellationToken cancellation)
    {
        var page = picture.Page.ToString(CultureInfo.InvariantCulture);
        var root = folder.File($"picture-{page}");
        // «-j» hands a JPEG over as it is; anything else comes as plain pixels, which cost nothing to pack and unpack.
        var (result, _) = await RunAsync("pdfimages", ["-q", "-j", "-f", page, "-l", page, path, root], cancellation).ConfigureAwait(false);
        var files = Directory.GetFiles(folder.Path, $"picture-{page}-*").Order(StringComparer.Ordinal).ToArray();
        try
        {
            if (result.ExitCode != 0 || picture.Index >= files.Length)
                throw PopplerFailure.Explain(result);
            return PageImage.Load(files[picture.Index], picture.HorizontalDpi);
        }
        finally
        {
            foreach (var file in files)
                File.Delete(file);
        }
    }

    public async Task<DrawnPage> RenderAsync(string path, PdfPage page, double dpi, CancellationToken cancellation)
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var root = folder.File($"drawn-{number}");
        var (result, _) = await RunAsync("pdftoppm",
            ["-gray", "-cropbox", "-singlefile", "-r", dpi.ToString("0.###", CultureInfo.InvariantCulture), "-f", number, "-l", number, path, root],
            cancellation).ConfigureAwait(false);
        try
        {
            return result.ExitCode == 0 && File.Exists(root + ".pgm")
                ? new(PageImage.Load(root + ".pgm", dpi), result.Errors.Contains("Error", StringComparison.Ordinal))
                : throw PopplerFailure.Explain(result);
        }
        finally
        {
            File.Delete(root + ".pgm");
        }
    }

    public async Task<ImmutableArray<DigitalSignature>> ReadSignaturesAsync(string path, CancellationToken cancellation)
    {
        // «-nocert»: certificates are not checked, so nothing is asked of the network.
        var (_, output) = await RunAsync("pdfsig", ["-nocert", path], cancellation).ConfigureAwait(false);
        return SignatureFields.Read(output, SignatureFields.StatedTimes(path)); // a failure means no facts, not no letter
    }

    private Task<(ChildResult Result, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation) =>
        ChildProcess.RunAsync(program, Package, arguments, folder, options, cancellation);
}

/// <summary>Poppler's complaints as one line for a person.</summary>
internal static class PopplerFailure
{
    public static UnreadableDocumentException Explain(ChildResult result) =>
        result.Errors.Contains("Incorrect password", StringComparison.Ordinal)
            ? new(UnreadableReason.Encrypted, "The PDF is locked with a password. Save it without one (open it and print it to a PDF) and give that file.")
            : new(UnreadableReason.Damaged, "The PDF is cut off or damaged. Download or scan it again, or open it in a viewer and print it to a new PDF.");
}
