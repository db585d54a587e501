using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text;

/// <summary>A page as a picture. Dispose it: the pixels are not in managed memory.</summary>
internal sealed class PageImage(PixHandle pixels, double dpi) : IDisposable
{
    private const int AreaMapping = 1, BringWhite = 1; // L_ROTATE_AREA_MAP, L_BRING_IN_WHITE

    public PixHandle Pixels { get; } = pixels;

    /// <summary>Pixels per inch of the page; what turns pixels into 1/72 inch.</summary>
    public double Dpi { get; } = dpi;

    public int Width => Leptonica.GetWidth(Pixels);

    public int Height => Leptonica.GetHeight(Pixels);

    /// <summary>Decodes a PNG, JPEG or a page (from 0) of a TIFF. A JPEG comes in grey.</summary>
    /// <exception cref="UnreadableDocumentException">The bytes cannot be decoded.</exception>
    /// <exception cref="MissingToolException">Leptonica is not installed.</exception>
    public static PageImage Decode(ReadOnlySpan<byte> bytes, double dpi, int? tiffPage = null)
    {
        try
        {
            var pixels = tiffPage is { } page ? Leptonica.ReadTiff(bytes, (nuint)bytes.Length, page)
                : IsJpeg(bytes) ? Leptonica.ReadGreyJpeg(bytes)
                : Leptonica.Read(bytes, (nuint)bytes.Length);
            return Checked(pixels, dpi);
        }
        catch (DllNotFoundException e)
        {
            throw Missing(e);
        }
    }

    /// <summary>Decodes a JPEG (in grey), PNG or PNM file, without holding it in managed memory.</summary>
    /// <inheritdoc cref="Decode" path="/exception"/>
    public static PageImage Load(string path, double dpi)
    {
        Span<byte> head = stackalloc byte[2];
        using (var file = File.OpenRead(path))
            file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        try
        {
            return Checked(IsJpeg(head) ? Leptonica.ReadGreyJpeg(path) : Leptonica.Read(path), dpi);
        }
        catch (DllNotFoundException e)
        {
            throw Missing(e);
        }
    }

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, ..];

    private static PageImage Checked(PixHandle pixels, double dpi) => !pixels.IsInvalid ? new(pixels, dpi)
        : throw new UnreadableDocumentException(UnreadableReason.Damaged, "The picture is cut off or damaged. Scan or download it again.");

    private static MissingToolException Missing(DllNotFoundException cause) => new("Leptonica (liblept)", "tesseract-ocr", cause);

    /// <summary>The same picture in grey (black and white stays), on white where it was transparent.</summary>
    public PageImage Grey()
    {
        if (Leptonica.GetDepth(Pixels) is 1 or 8 && Leptonica.GetSamplesPerPixel(Pixels) == 1)
            return new(Leptonica.ConvertTo8(Pixels, 0), Dpi);
        if (Leptonica.GetSamplesPerPixel(Pixels) != 4)
            return new(Leptonica.ConvertTo8(Pixels, 0), Dpi);
        using var opaque = Leptonica.RemoveAlpha(Pixels);
        return new(Leptonica.ConvertTo8(opaque, 0), Dpi);
    }

    /// <summary>Light of a part of a grey picture, 0 (black) to 255, row by row. For small parts: it asks for every pixel.</summary>
    public byte[] Luminance(int left, int top, int width, int height)
    {
        var light = new byte[width * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                light[y * width + x] = Leptonica.GetPixel(Pixels, left + x, top + y, out var value) == 0 ? (byte)value : (byte)255;
        return light;
    }

    public PageImage Scaled(double factor) => new(Leptonica.Scale(Pixels, (float)factor, (float)factor), Dpi * factor);

    /// <summary>Turned clockwise by quarters.</summary>
    public PageImage TurnedQuarters(int quarters) => new(Leptonica.RotateQuarters(Pixels, quarters), Dpi);

    /// <summary>Turned clockwise about its centre by a small angle; same size, white comes in at the corners.</summary>
    public PageImage Turned(double degrees) =>
        new(Leptonica.Rotate(Pixels, (float)(degrees * Math.PI / 180), AreaMapping, BringWhite, 0, 0), Dpi);

    /// <summary>The clockwise turn in degrees that sets the lines level; 0 when it is not sure.</summary>
    public double Skew()
    {
        const float sureEnough = 3;
        using var blackAndWhite = Leptonica.ConvertTo1(Pixels, 160);
        return Leptonica.FindSkew(blackAndWhite, out var angle, out var confidence) == 0 && confidence >= sureEnough ? angle : 0;
    }

    /// <summary>The clockwise quarters that set the text upright; null when ascenders and descenders do not tell.</summary>
    public int? QuartersToUpright()
    {
        const float sureEnough = 5; // Leptonica's own default is 8 for «confident»
        using var blackAndWhite = Leptonica.ConvertTo1(Pixels, 160);
        if (Leptonica.OrientDetect(blackAndWhite, out var up, out var left, 0, 0) != 0)
            return null;
        return Math.Abs(up) >= Math.Abs(left)
            ? Math.Abs(up) < sureEnough ? null : up > 0 ? 0 : 2
            : Math.Abs(left) < sureEnough ? null : left > 0 ? 1 : 3;
    }

    public void Dispose() => Pixels.Dispose();
}
