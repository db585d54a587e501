using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text;

/// <summary>A page as a picture. Dispose it: the pixels are not in managed memory.</summary>
/// <param name="pixels">The pixels; the picture owns them.</param>
/// <param name="dpi">Pixels per inch of the page.</param>
/// <param name="colours">Makes the same picture with its colours; null where it has none. What it makes may be invalid.</param>
internal sealed class PageImage(PixHandle pixels, double dpi, Func<PixHandle>? colours = null) : IDisposable
{
    private const int AreaMapping = 1, BringWhite = 1; // L_ROTATE_AREA_MAP, L_BRING_IN_WHITE
    private const int Lightest = 2, Red = 0; // L_CHOOSE_MAX, COLOR_RED
    private const int Eight = 8, ByWidth = 1, ByHeight = 2, IfLess = 1, IfGreater = 2; // L_SELECT_WIDTH …

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
            return tiffPage is { } page ? Checked(Leptonica.ReadTiff(bytes, (nuint)bytes.Length, page), dpi)
                : IsJpeg(bytes) ? Jpeg(bytes.ToArray(), dpi)
                : Checked(Leptonica.Read(bytes, (nuint)bytes.Length), dpi);
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
            return IsJpeg(head) ? Jpeg(File.ReadAllBytes(path), dpi) : Checked(Leptonica.Read(path), dpi);
        }
        catch (DllNotFoundException e)
        {
            throw Missing(e);
        }
    }

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, ..];

    /// <summary>In grey; its colours are decoded when they are asked for.</summary>
    private static PageImage Jpeg(byte[] bytes, double dpi) => Checked(Leptonica.ReadGreyJpeg(bytes), dpi, () => Leptonica.Read(bytes, (nuint)bytes.Length));

    private static PageImage Checked(PixHandle pixels, double dpi, Func<PixHandle>? colours = null) => !pixels.IsInvalid ? new(pixels, dpi, colours)
        : throw new UnreadableDocumentException(UnreadableReason.Damaged, "The picture is cut off or damaged. Scan or download it again.");

    private static MissingToolException Missing(DllNotFoundException cause) => new("Leptonica (liblept)", "tesseract-ocr", cause);

    /// <summary>The same picture in grey (black and white stays), on white where it was transparent.</summary>
    public PageImage Grey()
    {
        if (Leptonica.GetDepth(Pixels) is 1 or 8 && Leptonica.GetSamplesPerPixel(Pixels) == 1)
            return new(Leptonica.ConvertTo8(Pixels, 0), Dpi, colours);
        if (Leptonica.GetSamplesPerPixel(Pixels) != 4)
            return new(Leptonica.ConvertTo8(Pixels, 0), Dpi, colours ?? (() => Leptonica.Copy(0, Pixels)));
        using var opaque = Leptonica.RemoveAlpha(Pixels);
        return new(Leptonica.ConvertTo8(opaque, 0), Dpi);
    }

    /// <summary>The same picture with its colours; null where it has none.</summary>
    public PageImage? InColour()
    {
        if (colours is null)
            return null;
        var pixels = colours();
        if (!pixels.IsInvalid && Leptonica.GetDepth(pixels) == 32)
            return new(pixels, Dpi);
        pixels.Dispose();
        return null;
    }

    /// <summary>A picture in colours as grey in which red ink is light; blue ink too, or as dark as print.</summary>
    public PageImage WithoutRed(bool blueToo) =>
        new(blueToo ? Leptonica.LightestChannel(Pixels, Lightest) : Leptonica.Channel(Pixels, Red), Dpi);

    /// <summary>A part of the picture, in its pixels.</summary>
    public PageImage Part(int left, int top, int width, int height) => new(Leptonica.Clip(Pixels, left, top, width, height), Dpi);

    /// <summary>Makes a rectangle of a grey picture white.</summary>
    public void Whiten(int left, int top, int width, int height) => Leptonica.SetInRectangle(Pixels, left, top, width, height, 255);

    /// <summary>
    /// Whitens, in a grey picture, what is too large to be a letter (a pen's stroke, a seal's ring) or too small to be a mark. Pixels.
    /// </summary>
    public void KeepLetters(int widest, int highest, int specks)
    {
        using var black = Leptonica.ConvertTo1(Pixels, 150);
        foreach (var (size, by, relation) in new[] { (widest, ByWidth, IfGreater), (highest, ByHeight, IfGreater) })
        {
            using var chosen = Leptonica.SelectBySize(black, size, size, Eight, by, relation, 0);
            using var thick = Leptonica.Dilate(chosen, 3, 3);
            _ = Leptonica.SetMasked(Pixels, thick, 255);
        }
        using var narrow = Leptonica.SelectBySize(black, specks, specks, Eight, ByWidth, IfLess, 0);
        using var small = Leptonica.SelectBySize(narrow, specks, specks, Eight, ByHeight, IfLess, 0);
        using var grown = Leptonica.Dilate(small, 3, 3);
        _ = Leptonica.SetMasked(Pixels, grown, 255);
    }

    /// <summary>The rectangles around connected ink of a grey picture, in its pixels.</summary>
    public (int Left, int Top, int Width, int Height)[] Ink()
    {
        using var black = Leptonica.ConvertTo1(Pixels, 150);
        return Leptonica.ConnectedBoxes(black);
    }

    private Func<PixHandle>? Colours(Func<PixHandle, PixHandle> change)
    {
        if (colours is not { } before)
            return null;
        return () =>
        {
            var pixels = before();
            if (pixels.IsInvalid)
                return pixels;
            using (pixels)
                return change(pixels);
        };
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

    public PageImage Scaled(double factor) =>
        new(Leptonica.Scale(Pixels, (float)factor, (float)factor), Dpi * factor, Colours(p => Leptonica.Scale(p, (float)factor, (float)factor)));

    /// <summary>Turned clockwise by quarters.</summary>
    public PageImage TurnedQuarters(int quarters) => new(Leptonica.RotateQuarters(Pixels, quarters), Dpi, Colours(p => Leptonica.RotateQuarters(p, quarters)));

    /// <summary>Turned clockwise about its centre by a small angle; same size, white comes in at the corners.</summary>
    public PageImage Turned(double degrees)
    {
        var angle = (float)(degrees * Math.PI / 180);
        return new(Leptonica.Rotate(Pixels, angle, AreaMapping, BringWhite, 0, 0), Dpi, Colours(p => Leptonica.Rotate(p, angle, AreaMapping, BringWhite, 0, 0)));
    }

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

    /// <summary>For a browser; null when it cannot be written.</summary>
    public byte[]? ToPng() => Leptonica.WritePng(Pixels);

    public void Dispose() => Pixels.Dispose();
}
