using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>Reads pictures: PNG, JPEG, and each page of a TIFF.</summary>
internal sealed class ImagePages(IOcrEngine ocr, ParsingOptions options)
{
    /// <summary>What a resolution may be; other values are a camera's or nobody's.</summary>
    private const double LeastDpi = 90, MostDpi = 1300;

    /// <summary>The longer side of A4, which a page without a stated resolution is taken for. In inches.</summary>
    private const double A4Length = 11.69;

    public async Task<ReadDocument> ReadAsync(FileKind kind, byte[] bytes, CancellationToken cancellation)
    {
        var headers = ImageHeader.Read(kind, bytes);
        if (headers.Length > options.MaxPages)
            throw new UnreadableDocumentException(UnreadableReason.TooLarge,
                $"The TIFF has {headers.Length} pages, over the limit of {options.MaxPages}. Split it into letters, or raise the limit (MaxPages).");
        foreach (var header in headers)
            PixelLimit.Check(header.Width, header.Height, options);

        var read = new ReadPage[headers.Length];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelPages, CancellationToken = cancellation };
        await Parallel.ForAsync(0, headers.Length, parallel, (page, token) =>
        {
            read[page] = ReadPage(kind, bytes, page, headers[page], token);
            options.PageRead?.Invoke(Interlocked.Increment(ref done), read.Length);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return new([.. read]);
    }

    private ReadPage ReadPage(FileKind kind, byte[] bytes, int page, ImageHeader header, CancellationToken cancellation)
    {
        var stated = header.Dpi is >= LeastDpi and <= MostDpi;
        var dpi = stated ? header.Dpi : Math.Max(header.Width, header.Height) / A4Length;
        using var stored = PageImage.Decode(bytes, dpi, kind == FileKind.Tiff ? page : null);
        using var image = stored.TurnedQuarters(header.Quarters);
        var reading = PageOcr.Read(image, ocr, options.Repair, cancellation);
        var how = string.Create(CultureInfo.InvariantCulture, $"picture of {dpi:0} dpi{(stated ? "" : " (taken for A4)")}");
        return reading.Words.IsEmpty
            ? new(page + 1, reading.Width, reading.Height, ReadingMethod.Empty, $"no words found in the {how}", [])
            : new(page + 1, reading.Width, reading.Height, ReadingMethod.Ocr, how, reading.Words, reading.Rotation) { Ink = reading.Ink };
    }
}
