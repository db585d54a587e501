using System.Globalization;
using Microsoft.Extensions.Options;
using NhanDao.Parsing.Pages;
using NhanDao.Service.Hosting;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>Pages of stored files as pictures that a browser shows.</summary>
internal sealed class PageImages(ContentStore content, IOptions<ServiceOptions> options)
{
    /// <summary>Fine enough to read small print, and half a megabyte a page.</summary>
    private const int Dpi = 150;

    /// <returns>Null when the file has no such page, or no pages at all.</returns>
    public async Task<(byte[] Picture, string MediaType)?> DrawAsync(string hash, int page, CancellationToken cancellation)
    {
        var path = content.PathOf(hash);
        if (!File.Exists(path))
            return null;
        var head = new byte[FileSignature.HeadLength];
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
            await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return FileSignature.Recognise(head) switch
        {
            FileKind.Pdf => await DrawPdfAsync(path, page, cancellation).ConfigureAwait(false) is { } drawn ? (drawn, "image/jpeg") : null,
            FileKind.Png when page == 1 => (await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false), "image/png"),
            FileKind.Jpeg when page == 1 => (await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false), "image/jpeg"),
            FileKind.Tiff => await DrawTiffAsync(path, page, cancellation).ConfigureAwait(false) is { } drawn ? (drawn, "image/png") : null,
            _ => null,
        };
    }

    private async Task<byte[]?> DrawPdfAsync(string path, int page, CancellationToken cancellation)
    {
        using var folder = new WorkFolder();
        var number = page.ToString(CultureInfo.InvariantCulture);
        var (result, _) = await ChildProcess.RunAsync("pdftoppm", "poppler-utils",
            ["-jpeg", "-cropbox", "-singlefile", "-r", Dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, path, folder.File("page")],
            folder, options.Value.Limits, cancellation).ConfigureAwait(false);
        return result.ExitCode == 0 && File.Exists(folder.File("page.jpg")) ? await File.ReadAllBytesAsync(folder.File("page.jpg"), cancellation).ConfigureAwait(false) : null;
    }

    private async Task<byte[]?> DrawTiffAsync(string path, int page, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        var headers = ImageHeader.Read(FileKind.Tiff, bytes);
        if (page < 1 || page > headers.Length)
            return null;
        PixelLimit.Check(headers[page - 1].Width, headers[page - 1].Height, options.Value.Limits);
        using var image = Parsing.Text.PageImage.Decode(bytes, Dpi, page - 1);
        return image.ToPng();
    }
}
