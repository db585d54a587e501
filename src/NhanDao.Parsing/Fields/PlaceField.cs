using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>Địa danh: what stands before «ngày» in the date line.</summary>
internal static class PlaceField
{
    private static readonly char[] Around = [' ', ',', '.', ';', ':', '-', '|', '_', '*', '\''];

    public static Field<string> Read(DocumentText text, ImmutableArray<LabelledLine> lines, List<Diagnostic> problems)
    {
        var line = JoinedLines.Labelled(text, lines, LineLabel.PlaceDate);
        var end = DateField.Find(line)?.Groups["start"].Index ?? FirstDigit(line.Content);
        var start = 0;
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

    private static int FirstDigit(string line) => line.AsSpan().IndexOfAnyInRange('0', '9') is var at and >= 0 ? at : 0;
}
