using System.Buffers.Binary;
using System.Text;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// The streams of a Word 97–2003 file ([MS-DOC]) and what lies where in them: text in pieces, formats in pages of 512 bytes.
/// Every read is checked against the stream: a false offset is an <see cref="ArgumentOutOfRangeException"/> here, which
/// <see cref="BinaryWordReader"/> turns into a damaged file.
/// </summary>
internal sealed class BinaryWord
{
    private const int FormatPage = 512;
    private const int Fonts = 15, Styles = 1, CharacterFormats = 12, ParagraphFormats = 13, Lists = 73, ListUses = 74, Pieces = 33;

    private readonly byte[] table;
    private readonly List<(int Start, int End, int Offset, bool Narrow)> pieces = [];

    public BinaryWord(CompoundFile file)
    {
        Main = file.Read("WordDocument");
        table = file.Read((U16(Main, 0x0A) & 0x0200) != 0 ? "1Table" : "0Table");
        ReadPieces();
    }

    public byte[] Main { get; }

    /// <summary>How many characters the body has; text boxes begin at <see cref="TextBoxStart"/>.</summary>
    public int BodyLength => I32(Main, 0x4C);

    public int TextBoxStart => BodyLength + I32(Main, 0x50) + I32(Main, 0x54) + I32(Main, 0x58) + I32(Main, 0x5C) + I32(Main, 0x60);

    public int TextBoxLength => I32(Main, 0x64);

    public ReadOnlySpan<byte> FontTable => Table(Fonts);

    public ReadOnlySpan<byte> StyleSheet => Table(Styles);

    /// <summary>List definitions, and behind them, outside their stated length, their levels.</summary>
    public ReadOnlySpan<byte> ListTable => Place(Lists) is var (at, length) && length > 0 ? table.AsSpan(at) : default;

    public ReadOnlySpan<byte> ListUseTable => Table(ListUses);

    /// <summary>Characters from <paramref name="start"/> on with the file offset of each.</summary>
    public IEnumerable<(char Character, int Offset)> Characters(int start, int length)
    {
        foreach (var (from, to, offset, narrow) in pieces)
            for (var at = Math.Max(from, start); at < Math.Min(to, start + length); at++)
            {
                var place = offset + ((at - from) * (narrow ? 1 : 2));
                yield return (narrow ? RichTextFont.Western.GetString(Main, place, 1)[0] : (char)U16(Main, place), place);
            }
    }

    /// <summary>Runs of characters of one format: where in the file each ends, and its changes to the style.</summary>
    public FormatRuns ReadCharacterFormats() => new(Main, Table(CharacterFormats), FormatPage, isParagraph: false);

    public FormatRuns ReadParagraphFormats() => new(Main, Table(ParagraphFormats), FormatPage, isParagraph: true);

    public static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public static int I32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    /// <summary>Counted UTF-16 text.</summary>
    public static string Text(ReadOnlySpan<byte> bytes, int at) => Encoding.Unicode.GetString(bytes.Slice(at + 2, 2 * U16(bytes, at)));

    private (int At, int Length) Place(int index) => (I32(Main, 0x9A + (8 * index)), I32(Main, 0x9E + (8 * index)));

    private ReadOnlySpan<byte> Table(int index) => Place(index) is var (at, length) && length > 0 ? table.AsSpan(at, length) : default;

    private void ReadPieces()
    {
        var clx = Table(Pieces);
        var at = 0;
        while (clx[at] == 1) // formats that fast saving left behind
            at += 3 + U16(clx, at + 1);
        if (clx[at] != 2)
            throw new ArgumentOutOfRangeException(nameof(clx));
        var plc = clx.Slice(at + 5, I32(clx, at + 1));
        var count = (plc.Length - 4) / 12;
        for (var i = 0; i < count; i++)
        {
            var place = I32(plc, (4 * (count + 1)) + (8 * i) + 2);
            var narrow = (place & 0x40000000) != 0;
            pieces.Add((I32(plc, 4 * i), I32(plc, 4 * (i + 1)), narrow ? (place & 0x3FFFFFFF) / 2 : place, narrow));
        }
    }
}

/// <summary>Formats by file offset: sorted ends of runs, and the changes (sprms) of each.</summary>
internal sealed class FormatRuns
{
    private readonly List<(int Start, int End, ReadOnlyMemory<byte> Changes)> runs = [];

    public FormatRuns(byte[] main, ReadOnlySpan<byte> pages, int pageSize, bool isParagraph)
    {
        var count = (pages.Length - 4) / 8;
        for (var i = 0; i < count; i++)
        {
            var at = BinaryWord.I32(pages, (4 * (count + 1)) + (4 * i)) * pageSize;
            var page = main.AsMemory(at, pageSize);
            var entries = page.Span[pageSize - 1];
            for (var run = 0; run < entries; run++)
                runs.Add((BinaryWord.I32(page.Span, 4 * run), BinaryWord.I32(page.Span, 4 * (run + 1)), Changes(page, entries, run, isParagraph)));
        }
        runs.Sort((a, b) => a.End.CompareTo(b.End));
    }

    /// <summary>The changes at a file offset; for a paragraph, two bytes of style number come before them.</summary>
    public ReadOnlySpan<byte> At(int offset)
    {
        int low = 0, high = runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].End > offset)
                high = middle;
            else
                low = middle + 1;
        }
        return low < runs.Count && runs[low].Start <= offset ? runs[low].Changes.Span : default;
    }

    private static ReadOnlyMemory<byte> Changes(ReadOnlyMemory<byte> page, int entries, int run, bool isParagraph)
    {
        var at = page.Span[(4 * (entries + 1)) + (run * (isParagraph ? 13 : 1))] * 2;
        if (at == 0)
            return default;
        int length = page.Span[at++];
        if (isParagraph)
            length = length == 0 ? page.Span[at++] * 2 : (length * 2) - 1;
        return page.Slice(at, Math.Min(length, page.Length - at));
    }
}
