using System.Buffers.Binary;
using System.Text;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// An OLE compound file ([MS-CFB]): a small file system in a file, which Word 97–2003 keeps its streams in. Every chain is bounded
/// by the number of sectors that the file has, so a loop ends.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512, EntryLength = 128, InlineDifat = 109;
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const int MiniSector = 64, MiniLimit = 4096;
    private const byte StreamEntry = 2, RootEntry = 5;

    private readonly byte[] bytes;
    private readonly int sectorSize;
    private readonly uint[] fat;
    private readonly uint[] miniFat;
    private readonly byte[] miniStream;
    private readonly Dictionary<string, (uint Start, long Length)> streams = new(StringComparer.Ordinal);

    /// <exception cref="UnreadableDocumentException">The structure is broken or the file cut off.</exception>
    public CompoundFile(byte[] bytes)
    {
        this.bytes = bytes;
        if (bytes.Length < HeaderLength)
            throw Damaged();
        var shift = U16(0x1E);
        if (shift is not (9 or 12))
            throw Damaged();
        sectorSize = 1 << shift;

        fat = ReadFat();
        var root = (Start: 0u, Length: 0L);
        var directory = Chain(U32(0x30), long.MaxValue);
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var entry = directory.AsSpan(at, EntryLength);
            var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[0x40..]) - 2, 0, 62);
            var place = (BinaryPrimitives.ReadUInt32LittleEndian(entry[0x74..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(entry[0x78..]));
            if (entry[0x42] == StreamEntry)
                streams.TryAdd(Encoding.Unicode.GetString(entry[..nameLength]), place);
            else if (entry[0x42] == RootEntry)
                root = place;
        }
        if (root == default)
            throw Damaged();
        miniStream = root.Length > 0 ? Chain(root.Start, root.Length) : [];
        miniFat = Numbers(Chain(U32(0x3C), long.MaxValue));
    }

    /// <summary>Whether the last sector is not whole: then the file may have been cut off there.</summary>
    public bool EndsShort => bytes.Length % sectorSize != 0;

    public bool Has(string name) => streams.ContainsKey(name);

    /// <summary>The bytes of a stream; empty when there is none of that name.</summary>
    /// <exception cref="UnreadableDocumentException">The stream ends before its length.</exception>
    public byte[] Read(string name)
    {
        if (!streams.TryGetValue(name, out var stream) || stream.Length == 0)
            return [];
        var content = stream.Length < MiniLimit ? MiniChain(stream.Start, stream.Length) : Chain(stream.Start, stream.Length);
        return content.Length >= stream.Length ? content[..(int)stream.Length] : throw Damaged();
    }

    private uint[] ReadFat()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < InlineDifat; i++)
            sectors.Add(U32(0x4C + (4 * i)));
        var next = U32(0x44);
        for (var left = bytes.Length / sectorSize; next <= LastRegularSector && left > 0; left--)
        {
            var block = Numbers(Sector(next).ToArray());
            sectors.AddRange(block[..^1]);
            next = block[^1];
        }
        var table = new List<uint>();
        foreach (var sector in sectors)
            if (sector <= LastRegularSector)
                table.AddRange(Numbers(Sector(sector).ToArray()));
        return [.. table];
    }

    private byte[] Chain(uint start, long length)
    {
        var content = new MemoryStream();
        var left = fat.Length;
        for (var sector = start; sector <= LastRegularSector && content.Length < length; sector = fat[sector])
        {
            if (sector >= fat.Length || left-- == 0)
                throw Damaged();
            content.Write(Sector(sector));
        }
        return content.ToArray();
    }

    private byte[] MiniChain(uint start, long length)
    {
        var content = new MemoryStream();
        var left = miniFat.Length;
        for (var sector = start; sector <= LastRegularSector && content.Length < length; sector = miniFat[sector])
        {
            var at = (long)sector * MiniSector;
            if (sector >= miniFat.Length || at + MiniSector > miniStream.Length || left-- == 0)
                throw Damaged();
            content.Write(miniStream, (int)at, MiniSector);
        }
        return content.ToArray();
    }

    private ReadOnlySpan<byte> Sector(uint sector)
    {
        var at = ((long)sector + 1) * sectorSize;
        if (at + sectorSize <= bytes.Length)
            return bytes.AsSpan((int)at, sectorSize);
        if (at >= bytes.Length)
            throw Damaged();
        var last = new byte[sectorSize]; // writers may leave the last sector short
        bytes.AsSpan((int)at).CopyTo(last);
        return last;
    }

    private static uint[] Numbers(byte[] block)
    {
        var numbers = new uint[block.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(4 * i));
        return numbers;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static UnreadableDocumentException Damaged() => new(UnreadableReason.Damaged,
        "The Word file is damaged or cut off. Copy or download it again, or open it in Word and save it anew.");
}
