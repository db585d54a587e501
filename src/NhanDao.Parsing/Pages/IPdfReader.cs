using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>Takes PDF files apart. A seam: poppler as a child process here, a library elsewhere.</summary>
internal interface IPdfReader
{
    /// <summary>The pages as a viewer shows them (crop box, turned as the file says).</summary>
    /// <exception cref="UnreadableDocumentException">Damaged, encrypted, over a limit.</exception>
    Task<ImmutableArray<PdfPage>> ReadPagesAsync(string path, CancellationToken cancellation);

    /// <summary>The words of each page's text layer; page n at index n-1.</summary>
    Task<ImmutableArray<ImmutableArray<PageWord>>> ReadWordsAsync(string path, ImmutableArray<PdfPage> pages, CancellationToken cancellation);

    /// <summary>Every picture that the pages draw.</summary>
    Task<ImmutableArray<PdfPicture>> ListPicturesAsync(string path, CancellationToken cancellation);

    /// <summary>A picture at its own resolution.</summary>
    Task<PageImage> TakePictureAsync(string path, PdfPicture picture, CancellationToken cancellation);

    /// <summary>The page drawn in grey.</summary>
    Task<DrawnPage> RenderAsync(string path, PdfPage page, double dpi, CancellationToken cancellation);

    /// <summary>The signature fields: who and when, as stated. Nothing is verified, nothing asked of the network.</summary>
    Task<ImmutableArray<DigitalSignature>> ReadSignaturesAsync(string path, CancellationToken cancellation);
}

/// <summary>A page drawn as a picture.</summary>
/// <param name="Image">The picture; the caller disposes it.</param>
/// <param name="HadErrors">Some of the page could not be drawn.</param>
internal readonly record struct DrawnPage(PageImage Image, bool HadErrors);

/// <summary>A page of a PDF.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">As shown, in 1/72 inch.</param>
/// <param name="Height">As shown, in 1/72 inch.</param>
/// <param name="Turn">Degrees clockwise that the file asks a viewer to turn the page by: 0, 90, 180 or 270.</param>
internal readonly record struct PdfPage(int Number, double Width, double Height, int Turn);

/// <summary>A picture on a page of a PDF.</summary>
/// <param name="Page">Page number, from 1.</param>
/// <param name="Index">Position among the pictures and masks of its page, from 0.</param>
/// <param name="IsMask">A stencil or transparency mask, not a picture of its own.</param>
/// <param name="PixelWidth">Width in pixels.</param>
/// <param name="PixelHeight">Height in pixels.</param>
/// <param name="IsPlain">Grey, RGB, ICC or palette colours in 1 or 8 bits: taken out, it looks as on the page.</param>
/// <param name="HorizontalDpi">Pixels per inch as drawn on the page.</param>
/// <param name="VerticalDpi">Pixels per inch as drawn on the page.</param>
internal readonly record struct PdfPicture(
    int Page, int Index, bool IsMask, int PixelWidth, int PixelHeight, bool IsPlain, double HorizontalDpi, double VerticalDpi)
{
    /// <summary>Width as drawn, before the page is turned; 1/72 inch.</summary>
    public double Width => HorizontalDpi > 0 ? PixelWidth / HorizontalDpi * 72 : 0;

    /// <summary>Height as drawn, before the page is turned; 1/72 inch.</summary>
    public double Height => VerticalDpi > 0 ? PixelHeight / VerticalDpi * 72 : 0;
}
