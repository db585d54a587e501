namespace NhanDao.Parsing.Pages.Word;

internal enum RichTextTokenKind
{
    Open,
    Close,

    /// <summary>A control word or symbol.</summary>
    Word,

    /// <summary>A byte of text.</summary>
    Byte,
}

/// <param name="Kind">What it is.</param>
/// <param name="Word">Of a control word: without backslash and number.</param>
/// <param name="Value">A byte, or a control word's number.</param>
/// <param name="HasValue">Whether the control word has a number.</param>
internal readonly record struct RichTextToken(RichTextTokenKind Kind, string Word = "", int Value = 0, bool HasValue = false);

/// <summary>RTF as tokens; any bytes whatever give some tokens.</summary>
internal sealed class RichTextTokens(byte[] rtf)
{
    private const int LongestWord = 32;

    private int at;

    public RichTextToken? Next()
    {
        while (at < rtf.Length)
        {
            var c = rtf[at++];
            switch (c)
            {
                case (byte)'{':
                    return new(RichTextTokenKind.Open);
                case (byte)'}':
                    return new(RichTextTokenKind.Close);
                case (byte)'\\':
                    if (Control() is { } control)
                        return control;
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break; // line ends of the file are nothing
                default:
                    return new(RichTextTokenKind.Byte, Value: c);
            }
        }
        return null;
    }

    private RichTextToken? Control()
    {
        if (at >= rtf.Length)
            return null;
        var start = at;
        if (!char.IsAsciiLetter((char)rtf[at]))
            return Symbol((char)rtf[at++]);
        while (at < rtf.Length && at - start < LongestWord && char.IsAsciiLetter((char)rtf[at]))
            at++;
        var word = System.Text.Encoding.ASCII.GetString(rtf, start, at - start);
        var hasValue = TryNumber(out var value);
        if (at < rtf.Length && rtf[at] == ' ')
            at++;
        if (word == "bin")
            at = (int)Math.Min(rtf.Length, at + (long)Math.Max(0, value)); // raw bytes follow
        return new(RichTextTokenKind.Word, word, value, hasValue);
    }

    private RichTextToken? Symbol(char symbol)
    {
        switch (symbol)
        {
            case '\'':
                if (at + 2 > rtf.Length)
                    return null;
                var value = (Convert.ToInt32(IsHex(rtf[at]) ? ((char)rtf[at]).ToString() : "0", 16) * 16)
                    + Convert.ToInt32(IsHex(rtf[at + 1]) ? ((char)rtf[at + 1]).ToString() : "0", 16);
                at += 2;
                return new(RichTextTokenKind.Byte, Value: value);
            case '\\' or '{' or '}':
                return new(RichTextTokenKind.Byte, Value: symbol);
            case '\r' or '\n':
                return new(RichTextTokenKind.Word, "par");
            default:
                return new(RichTextTokenKind.Word, symbol.ToString());
        }
    }

    private bool TryNumber(out int value)
    {
        value = 0;
        var start = at;
        var negative = at < rtf.Length && rtf[at] == '-';
        if (negative)
            at++;
        var digits = at;
        long number = 0;
        while (at < rtf.Length && at - digits < 10 && char.IsAsciiDigit((char)rtf[at]))
            number = (number * 10) + (rtf[at++] - '0');
        if (at == digits)
        {
            at = start;
            return false;
        }
        value = (int)Math.Clamp(negative ? -number : number, int.MinValue, int.MaxValue);
        return true;
    }

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);
}
