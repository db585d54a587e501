using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Directives;

/// <summary>The kinds of printed labels, from the outermost in.</summary>
internal enum LabelKind
{
    /// <summary>«Phần thứ nhất», «Chương II», «Mục 1».</summary>
    Part,

    /// <summary>«Điều 2.».</summary>
    Article,

    /// <summary>«A.», «B.».</summary>
    Capital,

    /// <summary>«II.».</summary>
    Roman,

    /// <summary>«Thứ nhất:».</summary>
    Ordinal,

    /// <summary>«1.», «1)», «1/», «1.-».</summary>
    Arabic,

    /// <summary>«1.1.», «4.1.1».</summary>
    Decimal,

    /// <summary>«a)», «đ)», «a.».</summary>
    Letter,

    /// <summary>«(1)», «(a)».</summary>
    Bracketed,

    /// <summary>«*».</summary>
    Star,

    /// <summary>«-», «–», «•».</summary>
    Dash,

    /// <summary>«+».</summary>
    Plus,
}

/// <summary>The label of an item.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Printed">As it is given out: «1», «II», «a», «Điều 2», «Thứ nhất»; null for marks without a name.</param>
/// <param name="Number">Its place in its list, from 1; 0 for marks.</param>
/// <param name="Doubtful">Whether OCR damage was mended to read it.</param>
internal sealed record ItemLabel(LabelKind Kind, string? Printed, int Number, bool Doubtful = false);

/// <summary>Reads the label at the start of a line.</summary>
internal static partial class ItemLabels
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Vietnamese list letters; OCR knows «©)» for «c)».</summary>
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    private static readonly string[] OrdinalWords = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];

    private static readonly string[] RomanNumerals =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <summary>The label of a line and how many characters it takes; null when the line begins with plain text.</summary>
    public static (ItemLabel Label, int Length)? Read(string line)
    {
        var bare = BareText.Of(line);
        if (Articles.Match(bare) is { Success: true } article)
        {
            var number = int.Parse(article.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return (new(LabelKind.Article, string.Concat("Điều ", article.Groups["n"].ValueSpan), number), article.Length);
        }
        if (Parts.Match(bare) is { Success: true } part)
            return (new(LabelKind.Part, line[part.Groups["p"].Index..(part.Groups["p"].Index + part.Groups["p"].Length)], 0), part.Length);
        if (Ordinals.Match(bare) is { Success: true } ordinal && ordinal.Groups["o"] is var o)
            return (new(LabelKind.Ordinal, "Thứ " + line[o.Index..(o.Index + o.Length)], Array.IndexOf(OrdinalWords, o.Value) + 1), ordinal.Length);
        if (Decimals.Match(bare) is { Success: true } point && BeginsText(line, point.Length))
            return (new(LabelKind.Decimal, point.Groups["n"].Value, LastNumber(point.Groups["n"].ValueSpan)), point.Length);
        if (Arabics.Match(bare) is { Success: true } arabic && BeginsText(line, arabic.Length))
        {
            var number = int.Parse(arabic.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return number is 0 or > 60 ? null : (new(LabelKind.Arabic, arabic.Groups["n"].Value.TrimStart('0'), number), arabic.Length);
        }
        if (Bracketeds.Match(bare) is { Success: true } bracketed)
        {
            var name = bracketed.Groups["n"].Value;
            var index = bracketed.Groups["n"].Index;
            return (new(LabelKind.Bracketed, line[index..(index + name.Length)], Place(line[index], name)), bracketed.Length);
        }
        if (Romans.Match(line) is { Success: true } roman && RomanNumber(roman.Groups["n"].Value) is > 0 and <= 20 and var value)
            return (new(LabelKind.Roman, RomanNumerals[value - 1], value, Doubtful: RomanNumerals[value - 1] != roman.Groups["n"].Value), roman.Length);
        if (Capitals.Match(line) is { Success: true } capital)
            return (new(LabelKind.Capital, capital.Groups["n"].Value, capital.Groups["n"].Value[0] - 'A' + 1), capital.Length);
        if (LetterItems.Match(line) is { Success: true } letter)
        {
            var name = letter.Groups["n"].Value switch { "©" or "€" => "c", "ä" or "ả" or "á" or "ạ" => "a", "ð" => "đ", var n => n };
            return (new(LabelKind.Letter, name, Letters.IndexOf(name[0], StringComparison.Ordinal) + 1), letter.Length);
        }
        if (Marks.Match(bare) is { Success: true } mark)
            return (new(mark.Groups["m"].Value switch { "+" => LabelKind.Plus, "*" => LabelKind.Star, _ => LabelKind.Dash }, null, 0), mark.Length);
        return null;
    }

    /// <summary>
    /// How much of a line a label takes that OCR has damaged («§.», «ö.», «S.»), when a number was due there; 0 when the line begins with plain text.
    /// </summary>
    public static int DamagedNumberLength(string line) => Damaged.Match(line) is { Success: true } damaged ? damaged.Length : 0;

    private static bool BeginsText(string line, int at) =>
        at < line.Length && (char.IsLetter(line[at]) || line[at] is '"' or '“' or '(' or '*');

    private static int LastNumber(ReadOnlySpan<char> dotted) =>
        int.Parse(dotted[(dotted.LastIndexOf('.') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    private static int Place(char first, string bareName) =>
        char.IsDigit(bareName[0]) ? int.Parse(bareName, System.Globalization.CultureInfo.InvariantCulture)
            : Letters.IndexOf(char.ToLowerInvariant(first), StringComparison.Ordinal) + 1;

    /// <summary>Value of a Roman number; OCR's «H» is two I, «l» and «1» are one.</summary>
    private static int RomanNumber(string printed)
    {
        var total = 0;
        var last = 0;
        foreach (var c in printed.Replace("H", "II", StringComparison.Ordinal).Reverse())
        {
            var value = c switch { 'I' or 'l' or '1' => 1, 'V' => 5, 'X' => 10, _ => 0 };
            total += value < last ? -value : value;
            last = Math.Max(last, value);
        }
        return total;
    }

    /// <summary>«Điều 2.», «Điều 3:», «Điêu 1» (OCR); not «Điều 5 Nghị định số …», which is cited.</summary>
    [GeneratedRegex(@"^\W{0,3}dieu\s?(?<n>\d{1,3})[a-z]?(\s?[.:,;]|(?!\s?(va dieu|cua|nghi dinh|thong tu|bo luat|luat|phap lenh|quy che|quyet dinh (so|nay)|nghi quyet so)\b))\s*(?=\S|$)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Articles { get; }

    /// <summary>«Phần thứ nhất», «Chương II», «Mục 1».</summary>
    [GeneratedRegex(@"^\W{0,3}(?<p>(phan|chuong|muc) (thu \w+|[ivx]{1,5}|\d{1,2})\b)[.:]?\s*", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parts { get; }

    /// <summary>«Thứ nhất:», «- Thứ hai,», «Một là,».</summary>
    [GeneratedRegex(@"^\W{0,3}thu (?<o>nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\s?[,:.]\s*", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ordinals { get; }

    /// <summary>«1.1.», «2.1 », «4.1.1.»; not «12.500 đồng».</summary>
    [GeneratedRegex(@"^[*#_'‘`.\s]{0,4}(?<n>\d{1,2}(\.\d{1,2}){1,3})[.)]?\**\s+", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Decimals { get; }

    /// <summary>«1.», «1)», «1/», «1.-», «1 .», «**1.**», and with OCR's specks «_3.», «- 1,»; not «01/2017».</summary>
    [GeneratedRegex(@"^[*#_'‘`.~\-\s]{0,4}(?<n>\d{1,2})\s?([.)/:,](\s?-)?|-(?=\s?\p{L}))\**\s*(?=\S)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Arabics { get; }

    /// <summary>«(1)», «(a)».</summary>
    [GeneratedRegex(@"^\W{0,2}\((?<n>\d{1,2}|[a-z])\)\s*", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Bracketeds { get; }

    /// <summary>«II.», «IV -», «I/», and OCR's «H.», «HI.».</summary>
    [GeneratedRegex(@"^[*#_\s]{0,4}(?<n>[IVXH][IVXHl1]{0,4})(\s?[.)/]|\s?[-–](?=\s))\**\s*(?=\S)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Romans { get; }

    /// <summary>«A.», «B.».</summary>
    [GeneratedRegex(@"^[*#\s]{0,4}(?<n>[A-G])\s?[.)/]\**\s+(?=\S)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Capitals { get; }

    /// <summary>«a)», «đ)», «a.», «b/», and OCR's «©)».</summary>
    [GeneratedRegex(@"^[*_'‘`.\s]{0,3}(?<n>[abcdđeghiklmnopqrstuvxy©€äảáạð])\s?([)/]|\.(?=\s)|-(?=\s))\**\s*(?=\S)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LetterItems { get; }

    /// <summary>«- », «– », «+ », «* », «• », and OCR's «¬ » and «~ » for a dash.</summary>
    [GeneratedRegex(@"^(?<m>[-+*•·¬~])+\s*(?=\S)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marks { get; }

    /// <summary>One or two signs, a stop, then a capital: what is left of a number.</summary>
    [GeneratedRegex(@"^[^\w\s]{0,3}[§öÓóSs$&gqBElI|!¡][.,)]\s?(?=\p{Lu})", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Damaged { get; }
}
