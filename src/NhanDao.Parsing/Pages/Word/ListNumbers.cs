using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>How one level of an automatic list is numbered.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Format">Of the number.</param>
/// <param name="Template">The label; the characters U+0000–U+0008 stand for the numbers of levels 1–9.</param>
internal sealed record ListLevel(int Start, ListNumberFormat Format, string Template);

internal enum ListNumberFormat
{
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,

    /// <summary>01, 02 … 10.</summary>
    PaddedDecimal,

    /// <summary>A sign, the template as it is.</summary>
    Bullet,

    None,
}

/// <summary>Counts automatic lists through a document and gives each paragraph the label that Word would show: «1.», «a)», «-», «Điều 2.».</summary>
internal sealed class ListNumbers
{
    private const int Levels = 9;

    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);

    /// <summary>The label of the next paragraph at <paramref name="level"/> (from 0) of a list; "" when it shows none.</summary>
    public string Next(string list, int level, Func<int, ListLevel?> levels)
    {
        if (level is < 0 or >= Levels || levels(level) is not { } own)
            return "";
        if (!counters.TryGetValue(list, out var counts))
            counters[list] = counts = [.. Enumerable.Range(0, Levels).Select(_ => int.MinValue)];
        counts[level] = counts[level] == int.MinValue ? own.Start : counts[level] + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
            counts[deeper] = int.MinValue;
        if (own.Format == ListNumberFormat.Bullet)
            return Bullet(own.Template);

        var label = new StringBuilder();
        foreach (var c in own.Template)
            if (c >= Levels)
                label.Append(c);
            else if (levels(c) is { } shown)
                label.Append(Written(counts[c] == int.MinValue ? shown.Start : counts[c], shown.Format));
        return label.ToString();
    }

    /// <summary>Bullets of symbol fonts are private characters; all that matters is that there is one.</summary>
    private static string Bullet(string template) => template switch
    {
        "" => "",
        _ when template[0] is '+' or '*' or '•' or '\uF02B' => template[0] == '\uF02B' ? "+" : template[..1],
        _ => "-",
    };

    private static string Written(int number, ListNumberFormat format) => format switch
    {
        ListNumberFormat.UpperRoman => Roman(number),
        ListNumberFormat.LowerRoman => Roman(number).ToLowerInvariant(),
        ListNumberFormat.UpperLetter => Letters(number),
        ListNumberFormat.LowerLetter => Letters(number).ToLowerInvariant(),
        ListNumberFormat.PaddedDecimal => number.ToString("00", CultureInfo.InvariantCulture),
        ListNumberFormat.Decimal => number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>A … Z, AA, BB …, as Word counts.</summary>
    private static string Letters(int number) =>
        number < 1 ? "" : new string((char)('A' + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 20));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return number.ToString(CultureInfo.InvariantCulture);
        var roman = new StringBuilder();
        foreach (var (value, sign) in RomanSigns)
            for (; number >= value; number -= value)
                roman.Append(sign);
        return roman.ToString();
    }

    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];
}
