using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NhanDao.Service.Evaluation;

/// <summary>The few habits of Python's text and number handling that the scores depend on.</summary>
internal static class PythonText
{
    /// <summary><c>str(value)</c>; null for <c>None</c> and for what is not there.</summary>
    public static string? Str(JsonElement? value) => value is not { } v ? null : v.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => v.GetString(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => v.GetRawText(),
    };

    /// <summary>Whether <paramref name="value"/> counts as true.</summary>
    public static bool IsTruthy(JsonElement? value) => value is { } v && v.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => v.GetString()!.Length > 0,
        JsonValueKind.Number => v.GetDouble() != 0,
        JsonValueKind.Array => v.GetArrayLength() > 0,
        JsonValueKind.Object => v.EnumerateObject().Any(),
        _ => true,
    };

    /// <summary><c>repr(value)</c> of a scalar.</summary>
    public static string Repr(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } s ? Repr(s.GetString()!) : Str(value) ?? "None";

    /// <summary><c>repr(text)</c>: single quotes unless only they occur within.</summary>
    public static string Repr(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var repr = new StringBuilder().Append(quote);
        foreach (var rune in text.EnumerateRunes())
            repr.Append(rune.Value switch
            {
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                var c when c == quote => @"\" + quote,
                var c when IsPrintable(rune) => rune.ToString(),
                <= 0xFF => $@"\x{rune.Value:x2}",
                <= 0xFFFF => $@"\u{rune.Value:x4}",
                _ => $@"\U{rune.Value:x8}",
            });
        return repr.Append(quote).ToString();
    }

    /// <summary><c>repr(list)</c> of strings.</summary>
    public static string Repr(IEnumerable<string> list) => $"[{string.Join(", ", list.Select(Repr))}]";

    /// <summary><c>\w</c> of the re module: letters, every kind of number, and the underscore; a combining mark is none.</summary>
    public static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary><c>str.isspace</c>: .NET's white space and the four separators of ASCII.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    /// <summary><c>format(value, '.{decimals}f')</c>: the exact binary value, ties to the even digit (.NET rounds them up).</summary>
    public static string Fixed(double value, int decimals)
    {
        var exact = value.ToString("F60", CultureInfo.InvariantCulture);
        var cut = exact.IndexOf('.', StringComparison.Ordinal) + decimals + 1;
        var rest = exact.AsSpan(cut);
        var kept = decimal.Parse(exact.AsSpan(0, cut), CultureInfo.InvariantCulture);
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        var tie = rest[0] == '5' && rest[1..].IndexOfAnyExcept('0') < 0;
        var up = tie ? (exact[cut - 1] - '0') % 2 == 1 : rest[0] >= '5';
        return (up ? kept + unit : kept).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary><c>text[:length]</c>, in code points.</summary>
    public static string Prefix(string text, int length)
    {
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length-- <= 0)
                return text[..end];
            end += rune.Utf16SequenceLength;
        }
        return text;
    }

    /// <summary><c>len(text)</c>, in code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
