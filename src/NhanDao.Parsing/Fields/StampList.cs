using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>Dấu đến: the receiver's stamp with a number and a date of its own, kept apart from the letter's.</summary>
internal static partial class StampList
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static ImmutableArray<Stamp> Read(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var stamp = JoinedLines.Labelled(text, lines, LineLabel.Stamp);
        if (stamp.IsEmpty)
            return [];
        var number = Number.Match(stamp.Folded);
        return [new("ĐẾN", number.Success ? number.Groups["number"].Value : null, DateOf(stamp.Folded), stamp.Span, text.Text.Locate(stamp.Span))];
    }

    private static PartialDate? DateOf(string folded)
    {
        var match = Day.Match(folded);
        if (!match.Success)
            return null;
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var year = Part("year") is var y and < 100 ? 2000 + y : Part("year");
        return year is > 1944 and < 2100 && Part("month") is >= 1 and <= 12 and var month && Part("day") is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day) : null;
    }

    /// <summary>Folded: «Số: 2352», «Số 2770».</summary>
    [GeneratedRegex(@"\bso\s?[:.]{0,2}\s?(?<number>\d{1,6})\b", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number { get; }

    /// <summary>«21/3/18», «28-4-2026».</summary>
    [GeneratedRegex(@"\b(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})\s?[/.-]\s?(?<year>\d{4}|\d{2})\b", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Day { get; }
}
