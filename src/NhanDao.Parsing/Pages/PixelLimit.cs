using System.Globalization;

namespace NhanDao.Parsing.Pages;

/// <summary>Refuses a page before it is decoded: a small file can hold a picture of any size.</summary>
internal static class PixelLimit
{
    public static void Check(double width, double height, ParsingOptions options)
    {
        if (width * height > options.MaxPixels)
            throw new UnreadableDocumentException(UnreadableReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"A page has {width * height / 1e6:0} megapixels, over the limit of {options.MaxPixels / 1e6:0}. Scan it at 300 dpi, or raise the limit (MaxPixels)."));
    }
}
