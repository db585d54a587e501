using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NhanDao.Parsing.Pages;

/// <summary>What a picture says about itself before it is decoded.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Dpi">Pixels per inch; 0 when not stated.</param>
/// <param name="Quarters">Clockwise quarter turns that a viewer makes before showing it (a camera's EXIF orientation).</param>
internal readonly record struct ImageHeader(long Width, long Height, double Dpi, int Quarters = 0)
{
    /// <summary>The headers of all pages.</summary>
    /// <exception cref="UnreadableDocumentException">The header is cut off or damaged.</exception>
    public static ImmutableArray<ImageHeader> Read(FileKind kind, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return kind switch
            {
                FileKind.Png => [Png(bytes)],
                FileKind.Jpeg => [JpegHeader.Read(bytes)],
                FileKind.Tiff => TiffDirectory.ReadAll(bytes),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw Damaged(e);
        }
    }

    public static UnreadableDocumentException Damaged(Exception? cause = null) => new(UnreadableReason.Damaged,
        "The picture is cut off or damaged. Scan or download it again.", cause);

    /// <summary>IHDR stands first; pHYs, in pixels per metre, anywhere before the pixels.</summary>
    private static ImageHeader Png(ReadOnlySpan<byte> bytes)
    {
        const int signature = 8, frame = 12; // length, type, checksum
        const double inch = 0.0254;
        double dpi = 0;
        for (var at = signature; at + frame <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var type = bytes.Slice(at + 4, 4);
            if (type.SequenceEqual("pHYs"u8) && bytes[at + 16] == 1)
                dpi = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8)..]) * inch;
            if (type.SequenceEqual("IDAT"u8) || length > int.MaxValue)
                break;
            at = checked(at + frame + (int)length);
        }
        return new(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]), dpi);
    }
}

/// <summary>A JPEG's size, resolution and orientation, from its segments.</summary>
internal static class JpegHeader
{
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        double dpi = 0;
        var quarters = 0;
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
                throw ImageHeader.Damaged();
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8)) // fill byte, or a marker without content
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            var content = bytes[(at + 4)..Math.Min(bytes.Length, at + 2 + Math.Max((ushort)2, length))];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) // a start of frame
                return new(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]), dpi, quarters);
            if (marker == 0xE0 && content.StartsWith("JFIF"u8))
                dpi = content[7] switch { 1 => 1, 2 => 2.54, _ => 0 } * BinaryPrimitives.ReadUInt16BigEndian(content[8..]);
            else if (marker == 0xE1 && content.StartsWith("Exif\0\0"u8))
                quarters = TiffDirectory.Orientation(content[6..]) switch { 3 => 2, 6 => 1, 8 => 3, _ => 0 };
            at += 2 + length;
        }
        throw ImageHeader.Damaged();
    }
}
