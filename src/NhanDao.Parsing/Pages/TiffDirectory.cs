using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NhanDao.Parsing.Pages;

/// <summary>Walks the directories of a TIFF, one a page. Reads tags only, never pixels.</summary>
internal readonly ref struct TiffDirectory
{
    private const int ImageWidth = 0x100, ImageLength = 0x101, OrientationTag = 0x112, XResolution = 0x11A, ResolutionUnit = 0x128;
    private const int EntryLength = 12, MostPages = 100_000;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly bool littleEndian;

    private TiffDirectory(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        littleEndian = bytes[0] == 'I';
    }

    /// <summary>Every page's header.</summary>
    /// <exception cref="UnreadableDocumentException">A directory lies outside the file, or they go round in a circle.</exception>
    public static ImmutableArray<ImageHeader> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var tiff = new TiffDirectory(bytes);
        var pages = ImmutableArray.CreateBuilder<ImageHeader>();
        var seen = new HashSet<uint>();
        for (var at = tiff.UInt32(4); at != 0; at = tiff.Next(at))
        {
            if (!seen.Add(at) || seen.Count > MostPages)
                throw ImageHeader.Damaged();
            var unit = tiff.Value(at, ResolutionUnit) == 3 ? 2.54 : 1;
            pages.Add(new(tiff.Value(at, ImageWidth), tiff.Value(at, ImageLength), tiff.Rational(at, XResolution) * unit));
        }
        return pages.Count > 0 ? pages.ToImmutable() : throw ImageHeader.Damaged();
    }

    /// <summary>The orientation tag of EXIF data, which is a TIFF without pixels; 0 when there is none or it cannot be read.</summary>
    public static int Orientation(ReadOnlySpan<byte> exif)
    {
        try
        {
            var tiff = new TiffDirectory(exif);
            return (int)tiff.Value(tiff.UInt32(4), OrientationTag);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            return 0;
        }
    }

    private uint Next(uint directory) => UInt32(checked((int)directory + 2 + UInt16((int)directory) * EntryLength));

    /// <summary>A tag's whole number, of 16 or 32 bits; 0 when it is not there.</summary>
    private uint Value(uint directory, int tag) =>
        Entry(directory, tag) is not (> 0 and var entry) ? 0 : UInt16(entry + 2) == 3 ? (uint)UInt16(entry + 8) : UInt32(entry + 8);

    private double Rational(uint directory, int tag)
    {
        if (Entry(directory, tag) is not (> 0 and var entry))
            return 0;
        var place = checked((int)UInt32(entry + 8));
        var divisor = UInt32(place + 4);
        return divisor == 0 ? 0 : (double)UInt32(place) / divisor;
    }

    private int Entry(uint directory, int tag)
    {
        var start = checked((int)directory);
        var count = UInt16(start);
        for (var i = 0; i < count; i++)
            if (UInt16(start + 2 + i * EntryLength) == tag)
                return start + 2 + i * EntryLength;
        return 0;
    }

    private int UInt16(int at) => littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private uint UInt32(int at) => littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
