using System.Text;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>What a .doc file's style sheet, font table and list tables say.</summary>
internal sealed class BinaryWordTables
{
    private const int DeepestStyle = 32, MostStyles = 4096, MostLists = 4096;
    private const int ParagraphStyle = 1;

    private readonly List<string> fonts = [];
    private readonly Dictionary<int, (int Base, byte[] Paragraph, byte[] Character)> styles = [];
    private readonly Dictionary<int, BinaryWordFormat> resolved = [];
    private readonly Dictionary<int, List<ListLevel>> lists = [];
    private readonly List<int> uses = [];
    private readonly ListNumbers numbers = new();

    public BinaryWordTables(BinaryWord word)
    {
        ReadFonts(word.FontTable);
        ReadStyles(word.StyleSheet);
        ReadLists(word.ListTable);
        ReadUses(word.ListUseTable);
    }

    public string Font(int index) => index >= 0 && index < fonts.Count ? fonts[index] : "";

    /// <summary>A paragraph style with all that it inherits.</summary>
    public BinaryWordFormat Style(int index) => Style(index, 0);

    /// <summary>The label of the next paragraph of a list; "" for none.</summary>
    public string Label(int use, int level) =>
        use > 0 && use <= uses.Count && lists.TryGetValue(uses[use - 1], out var levels)
            ? numbers.Next(uses[use - 1].ToString(System.Globalization.CultureInfo.InvariantCulture), level, i => i < levels.Count ? levels[i] : null)
            : "";

    private BinaryWordFormat Style(int index, int depth)
    {
        if (resolved.TryGetValue(index, out var known))
            return known;
        if (depth > DeepestStyle || !styles.TryGetValue(index, out var style))
            return new();
        return resolved[index] = Style(style.Base, depth + 1).With(style.Paragraph).With(style.Character);
    }

    private void ReadFonts(ReadOnlySpan<byte> table)
    {
        for (var at = 4; at + 40 < table.Length; at += table[at] + 1)
        {
            var entry = table.Slice(at + 40, Math.Min(table[at] + 1 - 40, table.Length - at - 40));
            var name = Encoding.Unicode.GetString(entry[..(entry.Length & ~1)]);
            fonts.Add(name.Split('\0')[0]);
        }
    }

    private void ReadStyles(ReadOnlySpan<byte> sheet)
    {
        if (sheet.Length < 8)
            return;
        int header = BinaryWord.U16(sheet, 0), count = Math.Min(BinaryWord.U16(sheet, 2), (ushort)MostStyles), fixedLength = BinaryWord.U16(sheet, 4);
        var at = 2 + header;
        for (var index = 0; index < count && at + 2 <= sheet.Length; index++)
        {
            var length = BinaryWord.U16(sheet, at);
            var style = sheet.Slice(at + 2, Math.Min(length, sheet.Length - at - 2));
            at += 2 + length;
            if (style.Length > fixedLength + 2)
                AddStyle(index, style, fixedLength);
        }
    }

    private void AddStyle(int index, ReadOnlySpan<byte> style, int fixedLength)
    {
        if ((BinaryWord.U16(style, 2) & 0xF) != ParagraphStyle)
            return;
        var at = fixedLength + 2 + (2 * BinaryWord.U16(style, fixedLength)) + 2; // past the name and its end
        var paragraph = Part(style, ref at);
        var character = Part(style, ref at);
        styles[index] = (BinaryWord.U16(style, 2) >> 4, paragraph.Length > 2 ? paragraph[2..] : [], character);
    }

    private static byte[] Part(ReadOnlySpan<byte> style, ref int at)
    {
        if (at + 2 > style.Length)
            return [];
        var length = Math.Min(BinaryWord.U16(style, at), style.Length - at - 2);
        var part = style.Slice(at + 2, length).ToArray();
        at += 2 + length + (length & 1);
        return part;
    }

    private void ReadLists(ReadOnlySpan<byte> table)
    {
        if (table.Length < 2)
            return;
        var count = Math.Min(BinaryWord.U16(table, 0), (ushort)MostLists);
        var at = 2 + (28 * count);
        for (var i = 0; i < count; i++)
        {
            var definition = table.Slice(2 + (28 * i), 28);
            var levels = new List<ListLevel>();
            for (var left = (definition[26] & 1) != 0 ? 1 : 9; left > 0; left--)
                levels.Add(ReadLevel(table, ref at));
            lists[BinaryWord.I32(definition, 0)] = levels;
        }
    }

    private static ListLevel ReadLevel(ReadOnlySpan<byte> table, ref int at)
    {
        var start = BinaryWord.I32(table, at);
        var format = table[at + 4] switch
        {
            0 => ListNumberFormat.Decimal,
            1 => ListNumberFormat.UpperRoman,
            2 => ListNumberFormat.LowerRoman,
            3 => ListNumberFormat.UpperLetter,
            4 => ListNumberFormat.LowerLetter,
            22 => ListNumberFormat.PaddedDecimal,
            23 => ListNumberFormat.Bullet,
            _ => ListNumberFormat.None,
        };
        at += 28 + table[at + 24] + table[at + 25];
        var template = BinaryWord.Text(table, at);
        at += 2 + (2 * template.Length);
        return new(start, format, template);
    }

    private void ReadUses(ReadOnlySpan<byte> table)
    {
        if (table.Length < 4)
            return;
        var count = Math.Clamp(BinaryWord.I32(table, 0), 0, (table.Length - 4) / 16);
        for (var i = 0; i < count; i++)
            uses.Add(BinaryWord.I32(table, 4 + (16 * i)));
    }
}
