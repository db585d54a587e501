using System.Buffers.Binary;
using System.IO.Compression;

namespace NhanDao.Parsing.Tests.Pages;

/// <summary>Pictures written by hand: grey, 8 bits a pixel.</summary>
internal static class SmallPicture
{
    public static byte[] Png(int width, int height, byte[] grey, double dpi = 300)
    {
        var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                packed.WriteByte(0); // no filter
                packed.Write(grey, row * width, width);
            }
        var resolution = new byte[9];
        BinaryPrimitives.WriteUInt32BigEndian(resolution, (uint)Math.Round(dpi / 0.0254));
        BinaryPrimitives.WriteUInt32BigEndian(resolution.AsSpan(4), (uint)Math.Round(dpi / 0.0254));
        resolution[8] = 1;
        return [.. PngStart(width, height), .. Chunk("pHYs"u8, resolution), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>A PNG that says how large it is and ends there.</summary>
    public static byte[] PngStart(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits; colour type 0 is grey
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, header)];
    }

    /// <summary>An uncompressed little-endian TIFF of pages of one size.</summary>
    public static byte[] Tiff(int width, int height, double dpi, params byte[][] pages)
    {
        var file = new MemoryStream();
        file.Write([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]);
        for (var i = 0; i < pages.Length; i++)
        {
            var start = (int)file.Position;
            var after = start + 2 + 11 * 12 + 4;
            (int Tag, int Type, int Value)[] tags =
            [
                (0x100, 4, width), (0x101, 4, height), (0x102, 3, 8), (0x103, 3, 1), (0x106, 3, 1), (0x111, 4, after + 8),
                (0x115, 3, 1), (0x116, 4, height), (0x117, 4, width * height), (0x11A, 5, after), (0x128, 3, 2),
            ];
            Write16(tags.Length);
            foreach (var (tag, type, value) in tags)
            {
                Write16(tag);
                Write16(type);
                Write32(1);
                Write32(value);
            }
            Write32(i + 1 < pages.Length ? after + 8 + width * height : 0);
            Write32((int)dpi);
            Write32(1);
            file.Write(pages[i]);
        }
        return file.ToArray();

        void Write16(int value) => file.Write(BitConverter.GetBytes((ushort)value));
        void Write32(int value) => file.Write(BitConverter.GetBytes(value));
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
