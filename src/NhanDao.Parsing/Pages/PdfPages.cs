using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Pages;

/// <summary>Reads a PDF page by page: its own words where they can be trusted, its picture otherwise.</summary>
internal sealed class PdfPages(IPdfReader pdf, IOcrEngine ocr, ParsingOptions options)
{
    /// <summary>Enough for 6-point print, and what Tesseract's models were trained on.</summary>
    private const double RenderDpi = 300;

    /// <summary>How far a picture's size may differ from the page's and still be the page. Share.</summary>
    private const double SameSize = 0.02;

    /// <summary>A page of more pictures is drawn rather than taken apart.</summary>
    private const int ManyPictures = 20;

    public async Task<ReadDocument> ReadAsync(SourceFile file, CancellationToken cancellation)
    {
        PdfTail.ThrowIfCutOff(file);
        var pages = await pdf.ReadPagesAsync(file.Path, cancellation).ConfigureAwait(false);
        var stored = await pdf.ReadWordsAsync(file.Path, pages, cancellation).ConfigureAwait(false);
        // Before judging: in its old encoding a sound layer spells no Vietnamese. Before cleaning: the ư of TCVN3 is the soft hyphen.
        var unicode = LegacyText.Convert(stored);
        ImmutableArray<ImmutableArray<PageWord>> layers = [.. stored.Select(PrintedLetters.Clean)];
        var pictures = (await pdf.ListPicturesAsync(file.Path, cancellation).ConfigureAwait(false)).ToLookup(p => p.Page);

        var read = new ReadPage[pages.Length];
        var problems = new ConcurrentBag<(int Page, Diagnostic Problem)>();
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelPages, CancellationToken = cancellation };
        await Parallel.ForEachAsync(pages, parallel, async (page, token) =>
        {
            read[page.Number - 1] = await ReadPageAsync(file.Path, page, unicode[page.Number - 1], layers[page.Number - 1], [.. pictures[page.Number]], problems, token).ConfigureAwait(false);
            options.PageRead?.Invoke(Interlocked.Increment(ref done), read.Length);
        }).ConfigureAwait(false);

        return new([.. read], await SignaturesAsync(file.Path, read, layers, cancellation).ConfigureAwait(false))
        {
            Problems = [.. problems.OrderBy(p => p.Page).Select(p => p.Problem)],
        };
    }

    private async Task<ReadPage> ReadPageAsync(
        string path, PdfPage page, (ImmutableArray<PageWord> Words, string? Encoding) converted, ImmutableArray<PageWord> layer, ImmutableArray<PdfPicture> pictures,
        ConcurrentBag<(int Page, Diagnostic Problem)> problems, CancellationToken cancellation)
    {
        var verdict = TextLayerJudge.Judge(layer, PictureShare(page, pictures));
        if (converted.Encoding is { } encoding && PrintedLetters.Clean(converted.Words) is var words
            && TextLayerJudge.Judge(words, PictureShare(page, pictures)) is { Trusted: true } sound)
            (verdict, layer) = (sound with { Reason = $"{sound.Reason}; {encoding} converted" }, words);
        if (verdict.Trusted)
            return new(page.Number, page.Width, page.Height, ReadingMethod.TextLayer, verdict.Reason,
                verdict.Confidence < 1 ? [.. layer.Select(w => w with { Confidence = verdict.Confidence })] : layer);

        OcrReading? reading = null;
        var damaged = false;
        var how = "page drawn at 300 dpi";
        if (PagePicture(page, pictures) is { } picture)
        {
            how = string.Create(CultureInfo.InvariantCulture, $"its picture of {picture.HorizontalDpi:0} dpi");
            PixelLimit.Check(picture.PixelWidth, picture.PixelHeight, options);
            using var image = await UprightAsync(path, page, picture, cancellation).ConfigureAwait(false);
            reading = Fit(PageOcr.Read(image, ocr, options.Repair, cancellation), page);
        }
        if (reading is null || reading.IsDoubtful)
        {
            // No single picture, or the picture is not drawn as it is stored (mirrored, turned, in other colours).
            var dpi = DrawnDpi(page, pictures);
            var (image, errors) = await RenderAsync(path, page, dpi, cancellation).ConfigureAwait(false);
            damaged = errors;
            using var disposed = image;
            var drawn = Fit(PageOcr.Read(image, ocr, options.Repair, cancellation), page);
            if (reading is null || drawn.Confidence > reading.Confidence)
                (reading, how) = (drawn, string.Create(CultureInfo.InvariantCulture, $"page drawn at {dpi:0} dpi"));
        }
        if (damaged)
        {
            how += ", which is damaged";
            problems.Add((page.Number, new("page.damaged", Severity.Warning, $"Page {page.Number} is damaged: some or all of it could not be drawn.")));
        }
        if (reading.IsDoubtful)
            problems.Add((page.Number, new("page.doubtful", Severity.Warning, $"Page {page.Number} was read with little confidence; look at it.")));
        return reading.Words.IsEmpty
            ? new(page.Number, page.Width, page.Height, ReadingMethod.Empty, $"{verdict.Reason}; no words found in {how}", [])
            : new(page.Number, reading.Width, reading.Height, ReadingMethod.Ocr, $"{verdict.Reason}; {how}", reading.Words, reading.Rotation) { Ink = reading.Ink };
    }

    private async Task<PageImage> UprightAsync(string path, PdfPage page, PdfPicture picture, CancellationToken cancellation)
    {
        var image = await pdf.TakePictureAsync(path, picture, cancellation).ConfigureAwait(false);
        if (page.Turn == 0)
            return image;
        using (image)
            return image.TurnedQuarters(page.Turn / 90);
    }

    private Task<DrawnPage> RenderAsync(string path, PdfPage page, double dpi, CancellationToken cancellation)
    {
        PixelLimit.Check(page.Width / 72 * dpi, page.Height / 72 * dpi, options);
        return pdf.RenderAsync(path, page, dpi, cancellation);
    }

    /// <summary>The share of the page that its pictures cover, overlaps counted twice, at most 1.</summary>
    internal static double PictureShare(PdfPage page, ImmutableArray<PdfPicture> pictures)
    {
        var area = page.Width * page.Height;
        return area <= 0 ? 0 : Math.Min(1, pictures.Where(p => !p.IsMask).Sum(p => p.Width * p.Height) / area);
    }

    /// <summary>The one picture that is the page; null when there is none or it would look different on the page.</summary>
    internal static PdfPicture? PagePicture(PdfPage page, ImmutableArray<PdfPicture> pictures)
    {
        if (pictures.Length > ManyPictures)
            return null;
        var (width, height) = page.Turn is 90 or 270 ? (page.Height, page.Width) : (page.Width, page.Height);
        var pagewide = pictures.Where(p => !p.IsMask && IsNear(p.Width, width) && IsNear(p.Height, height)).Take(2).ToArray();
        // A mask right behind a picture cuts holes into it: then only drawing shows the page.
        return pagewide is [{ IsPlain: true } only] && !pictures.Any(p => p.IsMask && p.Index == only.Index + 1) ? only : null;

        static bool IsNear(double size, double whole) => Math.Abs(size - whole) <= whole * SameSize;
    }

    /// <summary>300, or the resolution of the largest picture where that is the whole content and finer drawing adds nothing.</summary>
    private static double DrawnDpi(PdfPage page, ImmutableArray<PdfPicture> pictures)
    {
        var largest = pictures.Where(p => !p.IsMask).OrderByDescending(p => p.Width * p.Height).FirstOrDefault();
        return largest.Width * largest.Height > 0.5 * page.Width * page.Height
            ? Math.Clamp(Math.Max(largest.HorizontalDpi, largest.VerticalDpi), 200, RenderDpi)
            : RenderDpi;
    }

    /// <summary>Stretches places so that the picture ends where the page ends; both differ by less than <see cref="SameSize"/>.</summary>
    private static OcrReading Fit(OcrReading reading, PdfPage page)
    {
        var (width, height) = Math.Round(reading.Rotation / 90) % 2 == 0 ? (page.Width, page.Height) : (page.Height, page.Width);
        double x = width / reading.Width, y = height / reading.Height;
        return reading with
        {
            Width = width,
            Height = height,
            Words = [.. reading.Words.Select(w => w with { Left = Round(w.Left * x), Top = Round(w.Top * y), Width = Round(w.Width * x), Height = Round(w.Height * y) })],
        };

        static double Round(double value) => Math.Round(value, 2);
    }

    /// <summary>What the signature fields state; and what signature boxes in unused layers say, because no later stage sees those words.</summary>
    private async Task<ImmutableArray<DigitalSignature>> SignaturesAsync(
        string path, ReadPage[] read, ImmutableArray<ImmutableArray<PageWord>> layers, CancellationToken cancellation)
    {
        var fields = SignatureFields.Exist(path) ? await pdf.ReadSignaturesAsync(path, cancellation).ConfigureAwait(false) : [];
        var printed = read.Where(p => p.Method != ReadingMethod.TextLayer).SelectMany(p => SignatureBox.Read(layers[p.Number - 1]));
        return [.. fields, .. printed.Where(box => !fields.Any(field => IsSame(field, box)))];

        static bool IsSame(DigitalSignature field, DigitalSignature box) =>
            field.Signer == box.Signer && field.Time is { } a && box.Time is { } b && (a - b).Duration() < TimeSpan.FromMinutes(5);
    }
}
