using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>Địa danh: what stands before «ngày» in the date line.</summary>
internal static partial class PlaceField
{
    /// <summary>Read out of a row that holds something else, too.</summary>
    private const double NotAlone = 0.7;

    private static readonly SearchValues<char> Rules = SearchValues.Create("_|~=");

    private static readonly char[] Around = [' ', ',', '.', ';', ':', '-', '|', '_', '*', '\''];

    public static Field<string> Read(DocumentText text, ImmutableArray<LabelledLine> lines, List<Diagnostic> problems)
    {
        var line = JoinedLines.Labelled(text, lines, LineLabel.PlaceDate);
        var end = DateField.Find(line)?.Groups["start"].Index
            ?? (BeforeDay.Match(line.Folded) is { Success: true } day ? day.Index : FirstDigit(line.Content));
        var start = line.Content.AsSpan(0, end).LastIndexOfAny(Rules) + 1; // behind a rule under the letterhead that was read as words
        while (start < end && !char.IsLetter(line.Content[start]))
            start++;
        var place = line.Content[start..Math.Max(start, end)].TrimEnd(Around);
        if (place.Length < 2)
        {
            if (!line.IsEmpty)
                problems.Add(new("place.absent", Severity.Note, "The date line names no place.", line.Span));
            return Field<string>.Absent;
        }

        var span = line.SpanOf(start, start + place.Length);
        var ocr = Surety.IsOcr(text, span);
        if (ocr && Mended(place) is { } name)
            return text.Printed(name, span, 0.95, "place.line");
        if (ocr && KnownEnd(place) is { } known)
            return text.Printed(place[known..], line.SpanOf(start + known, start + place.Length), NotAlone, "place.line");
        var shape = place.Length > 40 || place.Any(char.IsDigit) ? 0.5 : 0.96;
        return text.Printed(place, span, Math.Min(shape, ocr ? Surety.Of(text, span) : 1), "place.line");
    }

    /// <summary>A province or district whose name the engine read with a letter wrong; null when none is that near.</summary>
    private static string? Mended(string place)
    {
        var unit = place.LastIndexOf("phố ", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at + 4 : place.IndexOf('.', StringComparison.Ordinal) + 1;
        var name = place[unit..].Trim();
        var mended = Territories.ProvinceSpelling.Nearest(name, name.Length >= 6 ? 1 : 0) ?? Territories.Spelling.Exactly(name);
        return mended is null ? null : place[..unit] + (unit > 0 && place[unit - 1] == '.' && place.Length > unit && place[unit] == ' ' ? " " : "") + mended;
    }

    /// <summary>Where the name of a province begins behind words that are no place: the row of the date runs on from the left column. Null for none.</summary>
    private static int? KnownEnd(string place)
    {
        for (var at = place.IndexOf(' ', StringComparison.Ordinal) + 1; at > 0; at = place.IndexOf(' ', at) + 1)
            if (Territories.ProvinceSpelling.Exactly(WithoutUnit(place[at..])) is not null && place[..at].Count(c => c == ' ') > 1)
                return at;
        return null;
    }

    private static string WithoutUnit(string place) => Unit.Replace(place, "");

    /// <summary>«Thành phố Hồ Chí Minh», «TP. Huế».</summary>
    [GeneratedRegex(@"^([Tt]hành phố|[Tt]ỉnh|T[Pp]\.?)\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unit { get; }

    /// <summary>Folded: the «ngày» of a date line whose date cannot be read: «lam dong, ngay», «hai lang, hgay».</summary>
    [GeneratedRegex(@"[\s,.;]{1,4}[nhm]?ga[yvwj]\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BeforeDay { get; }

    private static int FirstDigit(string line) => line.AsSpan().IndexOfAnyInRange('0', '9') is var at and >= 0 ? at : 0;
}
