using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Native;

/// <summary>An image (Leptonica's PIX), freed with the handle.</summary>
internal sealed class PixHandle : SafeHandle
{
    public PixHandle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Leptonica.Destroy(ref handle);
        return true;
    }
}

/// <summary>liblept: the image operations that OCR needs. Functions that return a PIX return a new one, owned by the handle.</summary>
internal static partial class Leptonica
{
    private const string Library = NativeLibraries.Leptonica;
    private const int SilenceAll = 6; // L_SEVERITY_NONE: a damaged picture is our exception, not lines on standard error

    static Leptonica()
    {
        NativeLibraries.Prepare();
        _ = SetMessageSeverity(SilenceAll);
    }

    [LibraryImport(Library, EntryPoint = "setMsgSeverity")] private static partial int SetMessageSeverity(int severity);
    private const int WithoutColourMap = 0, FullSize = 1, LuminanceOnly = 1; // L_JPEG_READ_LUMINANCE

    /// <summary>A JPEG in grey: its brightness alone is decoded, in a quarter of the memory.</summary>
    public static PixHandle ReadGreyJpeg(ReadOnlySpan<byte> data) =>
        ReadJpeg(data, (nuint)data.Length, WithoutColourMap, FullSize, 0, LuminanceOnly);

    [LibraryImport(Library, EntryPoint = "pixReadMemJpeg")]
    private static partial PixHandle ReadJpeg(ReadOnlySpan<byte> data, nuint size, int colourMap, int reduction, nint warnings, int hint);

    [LibraryImport(Library, EntryPoint = "pixRead", StringMarshalling = StringMarshalling.Utf8)] public static partial PixHandle Read(string path);
    [LibraryImport(Library, EntryPoint = "pixReadMem")] public static partial PixHandle Read(ReadOnlySpan<byte> data, nuint size);
    [LibraryImport(Library, EntryPoint = "pixReadMemTiff")] public static partial PixHandle ReadTiff(ReadOnlySpan<byte> data, nuint size, int page);
    [LibraryImport(Library, EntryPoint = "pixDestroy")] internal static partial void Destroy(ref nint pix); // called by the handle only
    [LibraryImport(Library, EntryPoint = "pixGetWidth")] public static partial int GetWidth(PixHandle pix);
    [LibraryImport(Library, EntryPoint = "pixGetHeight")] public static partial int GetHeight(PixHandle pix);
    [LibraryImport(Library, EntryPoint = "pixGetDepth")] public static partial int GetDepth(PixHandle pix);
    [LibraryImport(Library, EntryPoint = "pixGetSpp")] public static partial int GetSamplesPerPixel(PixHandle pix);
    [LibraryImport(Library, EntryPoint = "pixGetXRes")] public static partial int GetXResolution(PixHandle pix);

    /// <summary>One pixel's value; not 0 when the place is outside.</summary>
    [LibraryImport(Library, EntryPoint = "pixGetPixel")] public static partial int GetPixel(PixHandle pix, int x, int y, out uint value);

    /// <summary>Grey, 8 bits a pixel, from any depth.</summary>
    [LibraryImport(Library, EntryPoint = "pixConvertTo8")] public static partial PixHandle ConvertTo8(PixHandle pix, int colourMap);

    /// <summary>Black and white from any depth; grey at or over the threshold becomes white.</summary>
    [LibraryImport(Library, EntryPoint = "pixConvertTo1")] public static partial PixHandle ConvertTo1(PixHandle pix, int threshold);

    /// <summary>Puts a transparent picture on white.</summary>
    [LibraryImport(Library, EntryPoint = "pixRemoveAlpha")] public static partial PixHandle RemoveAlpha(PixHandle pix);

    [LibraryImport(Library, EntryPoint = "pixScale")] public static partial PixHandle Scale(PixHandle pix, float x, float y);

    /// <summary>Turns by quarters clockwise, without loss.</summary>
    [LibraryImport(Library, EntryPoint = "pixRotateOrth")] public static partial PixHandle RotateQuarters(PixHandle pix, int quarters);

    /// <summary>Turns about the centre; <paramref name="angle"/> in radians, clockwise; same size as the source when width and height are 0.</summary>
    [LibraryImport(Library, EntryPoint = "pixRotate")] public static partial PixHandle Rotate(PixHandle pix, float angle, int type, int colour, int width, int height);

    /// <summary>The angle in degrees by which the page is to be turned clockwise to set lines level, and how sure that is. 1 bit a pixel.</summary>
    [LibraryImport(Library, EntryPoint = "pixFindSkew")] public static partial int FindSkew(PixHandle pix, out float angle, out float confidence);

    /// <summary>Evidence from ascenders and descenders that the text stands up (up &gt; 0) or reads up the page (left &gt; 0). 1 bit a pixel, 150–300 dpi.</summary>
    [LibraryImport(Library, EntryPoint = "pixOrientDetect")] public static partial int OrientDetect(PixHandle pix, out float up, out float left, int minimum, int debug);

    /// <summary>Grey from colour, of each pixel its lightest channel (choice 2): black print stays dark, red and blue ink becomes light.</summary>
    [LibraryImport(Library, EntryPoint = "pixConvertRGBToGrayMinMax")] public static partial PixHandle LightestChannel(PixHandle pix, int choice);

    /// <summary>One channel of a colour picture as grey: 0 red, in which red ink is light and blue ink dark.</summary>
    [LibraryImport(Library, EntryPoint = "pixGetRGBComponent")] public static partial PixHandle Channel(PixHandle pix, int channel);

    /// <summary>A new picture with the same pixels; <paramref name="target"/> is 0.</summary>
    [LibraryImport(Library, EntryPoint = "pixCopy")] public static partial PixHandle Copy(nint target, PixHandle pix);

    [LibraryImport(Library, EntryPoint = "boxCreate")] private static partial nint CreateBox(int left, int top, int width, int height);
    [LibraryImport(Library, EntryPoint = "boxDestroy")] private static partial void DestroyBox(ref nint box);
    [LibraryImport(Library, EntryPoint = "pixClipRectangle")] private static partial PixHandle Clip(PixHandle pix, nint box, nint clipped);

    /// <summary>The part of a picture within a rectangle, as far as the picture reaches.</summary>
    public static PixHandle Clip(PixHandle pix, int left, int top, int width, int height)
    {
        var box = CreateBox(left, top, width, height);
        try
        {
            return Clip(pix, box, 0);
        }
        finally
        {
            DestroyBox(ref box);
        }
    }

    [LibraryImport(Library, EntryPoint = "pixSetInRectArbitrary")] private static partial int SetInBox(PixHandle pix, nint box, uint value);

    /// <summary>Sets the pixels of a rectangle, in place.</summary>
    public static void SetInRectangle(PixHandle pix, int left, int top, int width, int height, uint value)
    {
        var box = CreateBox(left, top, width, height);
        if (box == 0)
            return;
        _ = SetInBox(pix, box, value);
        DestroyBox(ref box);
    }

    /// <summary>Connected parts by a size (type 1 width, 2 height) and a relation to it (1 less, 2 greater). 1 bit a pixel.</summary>
    [LibraryImport(Library, EntryPoint = "pixSelectBySize")]
    public static partial PixHandle SelectBySize(PixHandle pix, int width, int height, int connectivity, int type, int relation, nint changed);

    /// <summary>Sets the pixels under the black of a mask to a value, in place.</summary>
    [LibraryImport(Library, EntryPoint = "pixSetMasked")] public static partial int SetMasked(PixHandle pix, PixHandle mask, uint value);

    [LibraryImport(Library, EntryPoint = "pixDilateBrick")] private static partial PixHandle Dilate(nint target, PixHandle pix, int width, int height);

    /// <summary>Thickens what is black. 1 bit a pixel.</summary>
    public static PixHandle Dilate(PixHandle pix, int width, int height) => Dilate(0, pix, width, height);

    [LibraryImport(Library, EntryPoint = "pixConnCompBB")] private static partial nint ConnectedBoxes(PixHandle pix, int connectivity);
    [LibraryImport(Library, EntryPoint = "boxaGetCount")] private static partial int CountBoxes(nint boxes);
    [LibraryImport(Library, EntryPoint = "boxaGetBoxGeometry")] private static partial int GetBox(nint boxes, int index, out int left, out int top, out int width, out int height);
    [LibraryImport(Library, EntryPoint = "boxaDestroy")] private static partial void DestroyBoxes(ref nint boxes);

    /// <summary>The rectangles around the connected parts of what is black. 1 bit a pixel. Leptonica's list is copied and freed here.</summary>
    public static (int Left, int Top, int Width, int Height)[] ConnectedBoxes(PixHandle pix)
    {
        var boxes = ConnectedBoxes(pix, 8);
        if (boxes == 0)
            return [];
        var parts = new (int Left, int Top, int Width, int Height)[CountBoxes(boxes)];
        for (var i = 0; i < parts.Length; i++)
            _ = GetBox(boxes, i, out parts[i].Left, out parts[i].Top, out parts[i].Width, out parts[i].Height);
        DestroyBoxes(ref boxes);
        return parts;
    }

    /// <summary>The share of black pixels. 1 bit a pixel.</summary>
    [LibraryImport(Library, EntryPoint = "pixForegroundFraction")] public static partial int ForegroundFraction(PixHandle pix, out float share);

    private const int Png = 3; // IFF_PNG

    [LibraryImport(Library, EntryPoint = "pixWriteMem")] private static partial int Write(out nint data, out nuint size, PixHandle pix, int format);
    [LibraryImport(Library, EntryPoint = "lept_free")] private static partial void Free(nint data);

    /// <summary>The picture as PNG; null when it cannot be written. Leptonica's bytes are copied and freed here.</summary>
    public static byte[]? WritePng(PixHandle pix)
    {
        if (Write(out var data, out var size, pix, Png) != 0)
            return null;
        var bytes = new byte[size];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        Free(data);
        return bytes;
    }
}
