using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Commands;

/// <summary>A table as CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know the encoding.</summary>
internal static class LetterCsv
{
    // A cell that begins like a formula is written with an apostrophe before it: the words of a letter must not run in a spreadsheet.
    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static void Write<T>(Stream output, ImmutableArray<Column<T>> columns, IEnumerable<T> rows)
    {
        using var csv = CsvWriter.Create(output, Form, leaveOpen: true);
        csv.WriteRecord([.. columns.Select(c => c.Heading)]);
        foreach (var row in rows)
            csv.WriteRecord([.. columns.Select(c => Written(c.Value(row)))]);
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => XmlText.Clean(value.ToString() ?? ""),
    };
}
