using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>A workbook (XLSX) with a sheet of letters and a sheet of directives. Every cell is text or a date, never a formula.</summary>
internal static class LetterWorkbook
{
    private const int LongestCell = 32_767; // the limit of the format
    private const uint Plain = 1, Heading = 2, Date = 3;

    public static void Write(Stream output, IReadOnlyList<Letter> letters) => Write(output,
        ("Nhiệm vụ", book => AddSheet(book, LetterRows.Duties, letters.SelectMany(LetterDuty.In))),
        ("Văn bản", book => AddSheet(book, LetterRows.Letters, letters)));

    /// <summary>A workbook with one sheet, of any rows.</summary>
    public static void Write<T>(Stream output, string name, ImmutableArray<Column<T>> columns, IEnumerable<T> rows) =>
        Write(output, (name, book => AddSheet(book, columns, rows)));

    private static void Write(Stream output, params ReadOnlySpan<(string Name, Func<WorkbookPart, WorksheetPart> Add)> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = Styles();
        var list = new Sheets();
        foreach (var (name, add) in sheets)
            list.AppendChild(new Sheet { Id = book.GetIdOfPart(add(book)), SheetId = (uint)list.ChildElements.Count + 1, Name = name });
        book.Workbook = new(list);
        book.Workbook.Save();
    }

    private static WorksheetPart AddSheet<T>(WorkbookPart book, ImmutableArray<Column<T>> columns, IEnumerable<T> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        // The headings stay in sight.
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(columns.Select((c, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = c.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        uint at = 1;
        writer.WriteElement(new Row(columns.Select(c => Cell(c.Heading, Heading))) { RowIndex = at });
        foreach (var row in rows)
            writer.WriteElement(new Row(columns.Select(c => Cell(c.Value(row), Plain))) { RowIndex = ++at });
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Letters(columns.Length)}{at.ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteEndElement();
        return part;
    }

    private static Cell Cell(object? value, uint style) => value switch
    {
        null or "" => new() { StyleIndex = style },
        DateOnly { Year: >= 1900 } day => new(new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture))) { StyleIndex = Date },
        _ => new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(XmlText.Cut(XmlText.Clean(Written(value)), LongestCell)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        },
    };

    private static string Written(object value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.ToString() ?? "";

    /// <summary>The name of a column: 1 is A, 27 is AA.</summary>
    private static string Letters(int column) => column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            new CellFormat(Wrapped()) { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyAlignment = true },
            new CellFormat(Wrapped()) { NumberFormatId = 0, FontId = 1, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true, ApplyAlignment = true },
            new CellFormat(Wrapped()) { NumberFormatId = 164, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true, ApplyAlignment = true })
        { Count = 4 });

    private static Alignment Wrapped() => new() { Vertical = VerticalAlignmentValues.Top, WrapText = true };
}
