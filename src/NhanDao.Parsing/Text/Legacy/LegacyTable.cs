using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Text.Legacy;

/// <summary>One encoding's letters, as the Western characters that its bytes were taken for, and what they stand for.</summary>
internal sealed class LegacyTable
{
    /// <summary>The characters of windows-1252 at 0x80–0x9F; a reader may also have kept the bare control codes.</summary>
    private const string Windows1252Row8 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>All four, the commonest first.</summary>
    public static ImmutableArray<LegacyTable> All { get; } = Load();

    private readonly FrozenDictionary<char, char> single;
    private readonly FrozenDictionary<(char, char), char> pairs;

    private LegacyTable(LegacyEncoding encoding, IEnumerable<(string Written, char Letter)> letters)
    {
        Encoding = encoding;
        var one = new Dictionary<char, char>();
        var two = new Dictionary<(char, char), char>();
        foreach (var (written, letter) in letters)
            if (written.Length == 1)
                one[written[0]] = letter;
            else
                two[(written[0], written[1])] = letter;
        single = one.ToFrozenDictionary();
        pairs = two.ToFrozenDictionary();
    }

    public LegacyEncoding Encoding { get; }

    /// <summary>The name for people.</summary>
    public string Name => Encoding switch
    {
        LegacyEncoding.Tcvn3 => "TCVN3",
        LegacyEncoding.Vni => "VNI",
        LegacyEncoding.Viscii => "VISCII",
        _ => "windows-1258",
    };

    public static LegacyTable Of(LegacyEncoding encoding) => All.First(table => table.Encoding == encoding);

    /// <summary>
    /// <paramref name="text"/> in Unicode (NFC). <paramref name="complete"/> is false when a Western letter was left that the
    /// encoding does not have: then the text is in something else.
    /// </summary>
    public string Decode(ReadOnlySpan<char> text, out bool complete)
    {
        complete = true;
        Span<char> decoded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && pairs.TryGetValue((text[i], text[i + 1]), out var letter))
            {
                decoded[length++] = letter;
                i++;
            }
            else if (single.TryGetValue(text[i], out letter))
                decoded[length++] = letter;
            else
            {
                decoded[length++] = text[i];
                complete &= text[i] < 0x80 || !char.IsLetter(text[i]);
            }
        return new string(decoded[..length]);
    }

    private static ImmutableArray<LegacyTable> Load()
    {
        var rows = VocabularyTable.Open("legacy_encodings");
        return
        [
            new(LegacyEncoding.Tcvn3, rows.Columns("tcvn3", "char").Select(row => (row.First, row.Second[0]))),
            new(LegacyEncoding.Vni, rows.Columns("vni", "char").Select(row => (row.First, row.Second[0]))),
            new(LegacyEncoding.Viscii, rows.Columns("viscii", "char").SelectMany(FromBytes)),
            new(LegacyEncoding.Windows1258, rows.Columns("windows1258", "char").SelectMany(FromBytes)),
        ];
    }

    /// <summary>«41F2» as the characters that a reader of Latin-1 and one of windows-1252 would have kept.</summary>
    private static IEnumerable<(string Written, char Letter)> FromBytes((string Hex, string Letter) row)
    {
        if (row.Hex.Length == 0)
            yield break;
        var latin1 = string.Concat(row.Hex.Chunk(2).Select(hex => (char)byte.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        yield return (latin1, row.Letter[0]);
        var windows = string.Concat(latin1.Select(c => c is >= '\u0080' and <= '\u009F' ? Windows1252Row8[c - 0x80] : c));
        if (windows != latin1)
            yield return (windows, row.Letter[0]);
    }
}
