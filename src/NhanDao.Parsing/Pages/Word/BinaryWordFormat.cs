using System.Collections.Immutable;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>The formats of a .doc file that matter here, after the style sheet and the changes to it.</summary>
internal sealed record BinaryWordFormat
{
    private const double TwipsPerPoint = 20;
    private const int MostCells = 64;

    public int Font { get; init; } = -1;
    public bool Capitals { get; init; }

    /// <summary>Hidden, or deleted while changes were tracked.</summary>
    public bool Hidden { get; init; }

    public WordParagraphFormat Paragraph { get; init; } = new();

    /// <summary>The mark that ends a table row, not a paragraph.</summary>
    public bool IsRowEnd { get; init; }

    /// <summary>1-based number of the list's use; 0 for none.</summary>
    public int List { get; init; }

    public int Level { get; init; }

    /// <summary>Right edges of the row's cells.</summary>
    public ImmutableArray<double> Edges { get; init; } = [];

    /// <summary>Applies changes ([MS-DOC] 2.6: sprms) one after the other.</summary>
    public BinaryWordFormat With(ReadOnlySpan<byte> changes)
    {
        var format = this;
        for (var at = 0; at + 2 < changes.Length;)
        {
            var code = BinaryWord.U16(changes, at);
            var length = OperandLength(code, changes[(at + 2)..]);
            if (at + 2 + length > changes.Length)
                break;
            format = format.With(code, changes.Slice(at + 2, length));
            at += 2 + length;
        }
        return format;
    }

    private BinaryWordFormat With(ushort code, ReadOnlySpan<byte> operand) => code switch
    {
        0x4A4F => this with { Font = BinaryWord.U16(operand, 0) },
        0x083B => this with { Capitals = IsOn(operand[0]) },
        0x083C or 0x0800 => this with { Hidden = IsOn(operand[0]) || (code == 0x083C && Hidden && operand[0] != 0) },
        0x2403 or 0x2461 => this with { Paragraph = Paragraph with { Alignment = operand[0] switch { 1 => WordAlignment.Centre, 2 => WordAlignment.Right, _ => WordAlignment.Left } } },
        0x840F or 0x845E => this with { Paragraph = Paragraph with { Indent = Twips(operand, 0) } },
        0x8411 or 0x8460 => this with { Paragraph = Paragraph with { FirstLine = Twips(operand, 0) } },
        0x2416 => this with { Paragraph = Paragraph with { InTable = operand[0] != 0 } },
        0x2417 => this with { IsRowEnd = operand[0] != 0 },
        0x460B => this with { List = BinaryWord.U16(operand, 0) is var list and < 0xF800 ? list : 0 },
        0x260A => this with { Level = operand[0] },
        0xC60D or 0xC615 => this with { Paragraph = Paragraph with { Tabs = WithTabs(operand, code == 0xC615) } },
        0xD608 => this with { Edges = ReadEdges(operand) },
        _ => this,
    };

    /// <summary>0 and 1 as they say; 128 as the style, 129 its opposite.</summary>
    private static bool IsOn(byte value) => value is 1 or 129;

    private static double Twips(ReadOnlySpan<byte> operand, int at) => (short)BinaryWord.U16(operand, at) / TwipsPerPoint;

    /// <summary>Stops taken away, then stops put in, each with its kind.</summary>
    private ImmutableArray<WordTab> WithTabs(ReadOnlySpan<byte> operand, bool withTolerance)
    {
        int removed = operand[1], at = 2 + (removed * (withTolerance ? 4 : 2));
        var tabs = Paragraph.Tabs.ToBuilder();
        for (var i = 0; i < removed; i++)
        {
            var gone = Twips(operand, 2 + (2 * i));
            tabs.RemoveAll(tab => Math.Abs(tab.Position - gone) < 1.5);
        }
        if (at < operand.Length)
        {
            int added = operand[at++];
            for (var i = 0; i < added; i++)
                tabs.Add(new(Twips(operand, at + (2 * i)), (operand[at + (2 * added) + i] & 7) switch { 1 => WordAlignment.Centre, 2 => WordAlignment.Right, _ => WordAlignment.Left }));
        }
        tabs.Sort((a, b) => a.Position.CompareTo(b.Position));
        return tabs.ToImmutable();
    }

    private static ImmutableArray<double> ReadEdges(ReadOnlySpan<byte> operand)
    {
        var cells = Math.Min(operand[2], (byte)MostCells);
        var edges = ImmutableArray.CreateBuilder<double>();
        for (var i = 1; i <= cells; i++)
            edges.Add(Twips(operand, 3 + (2 * i)) - Twips(operand, 3));
        return edges.ToImmutable();
    }

    /// <summary>In bytes, by the code's top three bits; lists of their own length count it in.</summary>
    private static int OperandLength(ushort code, ReadOnlySpan<byte> operand) => (code >> 13) switch
    {
        0 or 1 => 1,
        2 or 4 or 5 => 2,
        3 => 4,
        7 => 3,
        _ when code == 0xD608 => BinaryWord.U16(operand, 0) + 1,
        _ when code == 0xC615 && operand[0] == 255 => 2 + (operand[1] * 4) + (operand[2 + (operand[1] * 4)] * 3) + 1,
        _ => operand[0] + 1,
    };
}
