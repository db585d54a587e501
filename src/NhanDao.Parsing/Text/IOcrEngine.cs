using System.Collections.Immutable;
using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text;

/// <summary>Reads words from a page picture. A seam: Tesseract in process here, another engine elsewhere.</summary>
internal interface IOcrEngine
{
    /// <summary>The words with places in 1/72 inch on the picture as given. Safe to call from several threads.</summary>
    /// <exception cref="MissingToolException">The engine or its model is not installed.</exception>
    ImmutableArray<PageWord> Read(PageImage page, CancellationToken cancellation);

    /// <summary>The same for a part of a page whose layout is known. An engine that is not told how reads nothing again.</summary>
    /// <inheritdoc cref="Read(PageImage, CancellationToken)" path="/exception"/>
    ImmutableArray<PageWord> Read(PageImage part, PageSegmentation segmentation, CancellationToken cancellation) => [];
}
