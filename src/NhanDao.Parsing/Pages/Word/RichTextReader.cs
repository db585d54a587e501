using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// The text of an RTF file: paragraphs, tables, the numbers that Word wrote beside automatic lists, text boxes. Pictures, objects,
/// deleted and hidden text and every destination that is not known are passed over; nothing is followed.
/// </summary>
internal sealed class RichTextReader
{
    private const int DeepestGroup = 500;
    private const double TwipsPerPoint = 20;

    /// <summary>Groups whose text is not the letter's. <c>\listtext</c> and <c>\pntext</c> are not among them: they hold the numbers.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "colortbl", "stylesheet", "info", "pict", "objdata", "objclass", "objname", "header", "headerl", "headerr", "headerf",
        "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "shprslt", "nonshppict", "filetbl", "revtbl",
        "listtable", "listoverridetable", "themedata", "datastore", "fldinst", "sp", "do", "xe", "tc", "private",
    };

    /// <summary>Destinations marked «ignore if unknown» that are known here.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "shpinst", "shptxt", "listtext", "pntext", "cs" };

    private readonly RichTextTokens tokens;
    private readonly Dictionary<int, RichTextFont> fonts = [];
    private readonly Stack<State> groups = new();
    private readonly StringBuilder text = new();
    private readonly WordBody body = new();
    private readonly List<byte> bytes = [];
    private State state = new() { Font = -1, Fallback = 1 };
    private Encoding encoding = RichTextFont.Western, fallback = RichTextFont.Western;
    private WordAlignment tab;
    private int defaultFont = -1, skip;

    private RichTextReader(byte[] rtf) => tokens = new(rtf);

    public static ImmutableArray<WordBlock> Read(byte[] rtf) => new RichTextReader(rtf).Read();

    private ImmutableArray<WordBlock> Read()
    {
        while (tokens.Next() is { } token)
        {
            if (token.Kind != RichTextTokenKind.Byte)
                FlushBytes();
            switch (token.Kind)
            {
                case RichTextTokenKind.Open:
                    if (groups.Count >= DeepestGroup)
                        throw WordFile.Damaged(null);
                    groups.Push(state);
                    state.IsFirst = true;
                    break;
                case RichTextTokenKind.Close:
                    CloseGroup();
                    break;
                case RichTextTokenKind.Byte:
                    Byte(token.Value);
                    break;
                case RichTextTokenKind.Word:
                    Control(token.Word, token.Value, token.HasValue);
                    break;
            }
        }
        FlushBytes();
        FlushRun();
        return body.End();
    }

    private void CloseGroup()
    {
        FlushRun();
        if (groups.TryPop(out var outer))
        {
            if (state.IsTextBox && !outer.IsTextBox && body.HasText)
                body.EndParagraph();
            state = outer;
        }
        encoding = EncodingOf(state.Font);
    }

    private void Byte(int value)
    {
        state.IsFirst = false;
        if (skip > 0)
        {
            skip--; // stands for a character that was given as Unicode
            return;
        }
        if (state.InFontTable)
        {
            if (value != ';' && fonts.TryGetValue(state.Font, out var font) && !state.IsSkipped)
                fonts[state.Font] = font with { Name = font.Name + (char)value };
        }
        else if (!state.IsSkipped && !state.IsHidden)
            bytes.Add((byte)value);
    }

    private void FlushBytes()
    {
        if (bytes.Count == 0)
            return;
        text.Append(encoding.GetString([.. bytes]));
        bytes.Clear();
    }

    private void FlushRun()
    {
        if (text.Length == 0)
            return;
        var value = text.ToString();
        body.Add(new(state.IsCapitals ? value.ToUpper(CultureInfo.InvariantCulture) : value, fonts.TryGetValue(state.Font, out var font) ? font.Name : ""));
        text.Clear();
    }

    private void Control(string word, int value, bool hasValue)
    {
        if (word == "*")
        {
            state.IsOptional = true;
            return;
        }
        var first = state.IsFirst || state.IsOptional;
        state.IsFirst = false;
        if (state.IsOptional)
        {
            state.IsOptional = false;
            state.IsSkipped |= !Kept.Contains(word);
        }
        if (first && Skipped.Contains(word))
            state.IsSkipped = true;
        if (word == "fonttbl")
            state.InFontTable = true;
        if (word is "shptxt")
        {
            FlushRun();
            if (body.HasText)
                body.EndParagraph();
            state.IsTextBox = true;
        }
        var on = !hasValue || value != 0;
        switch (word)
        {
            case "ansicpg" when RichTextFont.CodePage(value) is { } page:
                encoding = fallback = page;
                break;
            case "deff":
                defaultFont = value;
                state.Font = value;
                break;
            case "f":
                FlushRun();
                state.Font = value;
                if (state.InFontTable)
                    fonts.TryAdd(value, new("", 1));
                encoding = EncodingOf(value);
                break;
            case "fcharset" when state.InFontTable && fonts.TryGetValue(state.Font, out var font):
                fonts[state.Font] = font with { CharacterSet = value };
                break;
            case "uc":
                state.Fallback = Math.Clamp(value, 0, 16);
                break;
            case "u" when hasValue:
                Put((char)(value & 0xFFFF));
                skip = state.Fallback;
                break;
            case "v":
                FlushRun();
                state.IsHidden = on;
                break;
            case "deleted":
                FlushRun();
                state.IsHidden = on;
                break;
            case "caps":
                FlushRun();
                state.IsCapitals = on;
                break;
            case "plain":
                FlushRun();
                (state.IsCapitals, state.IsHidden, state.Font) = (false, false, defaultFont);
                encoding = EncodingOf(defaultFont);
                break;
            default:
                if (Special(word) is { } character)
                    Put(character);
                else if (!state.IsSkipped)
                    Layout(word, value);
                break;
        }
    }

    private void Layout(string word, int value)
    {
        var length = value / TwipsPerPoint;
        switch (word)
        {
            case "par" or "sect" or "page":
                FlushRun();
                body.EndParagraph();
                break;
            case "cell":
                FlushRun();
                body.EndCell();
                break;
            case "row":
                FlushRun();
                body.EndRow();
                break;
            case "nestcell" or "nestrow":
                Put('\t');
                break;
            case "trowd":
                body.Edges.Clear();
                break;
            case "cellx":
                body.Edges.Add(length);
                break;
            case "pard":
                body.Format = new();
                break;
            case "intbl":
                body.Format = body.Format with { InTable = true };
                break;
            case "qc" or "qr" or "ql" or "qj":
                body.Format = body.Format with { Alignment = word switch { "qc" => WordAlignment.Centre, "qr" => WordAlignment.Right, _ => WordAlignment.Left } };
                break;
            case "li":
                body.Format = body.Format with { Indent = length };
                break;
            case "fi":
                body.Format = body.Format with { FirstLine = length };
                break;
            case "tqc" or "tqr":
                tab = word == "tqc" ? WordAlignment.Centre : WordAlignment.Right;
                break;
            case "tx":
                body.Format = body.Format with { Tabs = body.Format.Tabs.Add(new(length, tab)) };
                tab = WordAlignment.Left;
                break;
        }
    }

    private static char? Special(string word) => word switch
    {
        "tab" => '\t',
        "line" or "lbr" => '\n',
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "bullet" => '•',
        "~" or "emspace" or "enspace" => ' ',
        "_" => '-',
        "-" => '\u00AD', // in TCVN3 a letter; a soft hyphen is dropped when the text is made
        _ => null,
    };

    private void Put(char character)
    {
        if (!state.IsSkipped && !state.IsHidden && !state.InFontTable)
            text.Append(character);
    }

    private Encoding EncodingOf(int font) =>
        fonts.TryGetValue(font, out var known) && known.CharacterSet > 1 ? RichTextFont.OfCharacterSet(known.CharacterSet) ?? fallback : fallback;

    /// <summary>What a group changes and its end restores.</summary>
    private struct State
    {
        public int Font, Fallback;
        public bool IsFirst, IsOptional, IsSkipped, IsHidden, IsCapitals, InFontTable, IsTextBox;
    }
}

/// <param name="Name">As the font table gives it.</param>
/// <param name="CharacterSet">Windows' number: 0 Western, 163 Vietnamese, 2 symbols.</param>
internal readonly record struct RichTextFont(string Name, int CharacterSet)
{
    public static Encoding Western { get; } = CodePage(1252)!;

    public static Encoding? CodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    public static Encoding? OfCharacterSet(int set) => set switch
    {
        0 or 1 or 2 => Western,
        77 => CodePage(10000),
        128 => CodePage(932),
        129 => CodePage(949),
        134 => CodePage(936),
        136 => CodePage(950),
        161 => CodePage(1253),
        162 => CodePage(1254),
        163 => CodePage(1258),
        177 => CodePage(1255),
        178 => CodePage(1256),
        186 => CodePage(1257),
        204 => CodePage(1251),
        222 => CodePage(874),
        238 => CodePage(1250),
        _ => null,
    };
}
