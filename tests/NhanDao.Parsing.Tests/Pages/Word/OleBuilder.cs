using System.Buffers.Binary;
using System.Text;

namespace NhanDao.Parsing.Tests.Pages.Word;

/// <summary>Builds OLE compound files in memory: sectors of 512 bytes, every stream long enough to need no mini sectors.</summary>
internal static class OleBuilder
{
    private const int Sector = 512, MiniLimit = 4096;
    private const uint End = 0xFFFFFFFE, FatSector = 0xFFFFFFFD;

    /// <summary>Sector 0 is the table, 1 the directory, the streams follow.</summary>
    public static byte[] File(params (string Name, byte[] Content)[] streams)
    {
        var sectors = new List<byte[]>();
        var fat = new List<uint> { FatSector, End };
        var directory = new byte[Sector];
        Entry(directory, 0, "Root Entry", 5, End, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            var length = Math.Max(MiniLimit, streams[i].Content.Length);
            Entry(directory, i + 1, streams[i].Name, 2, (uint)fat.Count, (uint)length);
            for (var at = 0; at < length; at += Sector)
            {
                var sector = new byte[Sector];
                streams[i].Content.AsSpan(Math.Min(at, streams[i].Content.Length)..Math.Min(at + Sector, streams[i].Content.Length)).CopyTo(sector);
                sectors.Add(sector);
                fat.Add(at + Sector < length ? (uint)fat.Count + 1 : End);
            }
        }
        var table = new byte[Sector];
        table.AsSpan().Fill(0xFF);
        for (var i = 0; i < fat.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(4 * i), fat[i]);
        return [.. Header(), .. table, .. directory, .. sectors.SelectMany(s => s)];
    }

    /// <summary>A Word 97 file of one piece of text.</summary>
    public static byte[] Document(string text, ushort flags = 0)
    {
        const int textAt = 1024;
        var main = new byte[textAt + (2 * text.Length)];
        BinaryPrimitives.WriteUInt16LittleEndian(main, 0xA5EC);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(2), 0x00C1);
        BinaryPrimitives.WriteUInt16LittleEndian(main.AsSpan(0x0A), flags);
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(0x4C), text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(0x1A2), 0);
        BinaryPrimitives.WriteInt32LittleEndian(main.AsSpan(0x1A6), 21);
        Encoding.Unicode.GetBytes(text).CopyTo(main.AsSpan(textAt));

        var clx = new byte[21];
        clx[0] = 2;
        BinaryPrimitives.WriteInt32LittleEndian(clx.AsSpan(1), 16);
        BinaryPrimitives.WriteInt32LittleEndian(clx.AsSpan(9), text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(clx.AsSpan(15), textAt);
        return File(("WordDocument", main), ("0Table", clx));
    }

    private static byte[] Header()
    {
        var header = new byte[Sector];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(0x1E), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x2C), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x30), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x3C), End);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x44), End);
        header.AsSpan(0x4C).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x4C), 0);
        return header;
    }

    private static void Entry(byte[] directory, int index, string name, byte kind, uint start, uint length)
    {
        var entry = directory.AsSpan(128 * index, 128);
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[0x40..], (ushort)((name.Length * 2) + 2));
        entry[0x42] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[0x74..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[0x78..], length);
    }
}
