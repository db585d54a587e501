using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using NhanDao.Parsing.Output;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>The report of an import, for people: every file, what became of it, what to look at, how long it took. As a page and as a workbook.</summary>
internal static class ImportReport
{
    public const string PageName = "import-report.html", WorkbookName = "import-report.xlsx";

    private static readonly ImmutableArray<Column<ImportedFile>> Columns =
    [
        new("Tệp", f => f.Row.Path, 60), new("Kết quả", f => Outcome(f.Row.State), 14), new("Lý do", f => f.Row.Reason ?? (f.Row.State == ImportState.Duplicate ? $"trùng với {f.Original ?? "văn bản đã có"}" : null), 50),
        new("Số, ký hiệu", f => Join(f, l => l.Number), 20), new("Ngày", f => Join(f, l => l.Date), 12), new("Cơ quan ban hành", f => Join(f, l => l.Issuer), 34),
        new("Cần xem lại", f => f.Doubts, 30), new("Số văn bản", f => Number(f.Letters.Length), 10), new("Số trang", f => Number(f.Row.Pages), 10),
        new("Giây", f => f.Row.Milliseconds is { } time ? (time / 1000).ToString("0.000", CultureInfo.InvariantCulture) : null, 10),
        new("Số lần thử", f => Number(f.Row.Attempts), 10), new("SHA-256", f => f.Row.ContentHash, 20),
    ];

    public static void Write(string folder, ImportSummary summary, IReadOnlyCollection<ImportedFile> files, ImmutableArray<NearGroup> near)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using (var page = new StreamWriter(Path.Combine(folder, PageName), append: false, new UTF8Encoding(false)))
                WritePage(page, summary, files, near);
            using var book = File.Create(Path.Combine(folder, WorkbookName));
            LetterWorkbook.Write(book, "Tệp", Columns, files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableException($"The report cannot be written to {folder}: {e.Message}", e);
        }
    }

    private static void WritePage(TextWriter page, ImportSummary summary, IReadOnlyCollection<ImportedFile> files, ImmutableArray<NearGroup> near)
    {
        page.Write($$"""
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Báo cáo nhập văn bản</title>
            <style>body{font:15px/1.4 sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{position:sticky;top:0;background:#eee}.Quarantined,.Waiting{background:#fdd}.Duplicate{color:#666}</style></head><body>
            <h1>Báo cáo nhập văn bản</h1><p>{{Text(summary.Text)}}</p>

            """);
        if (!near.IsEmpty)
        {
            page.Write("<h2>Có thể là cùng một văn bản</h2><ul>\n");
            foreach (var group in near)
                page.Write($"<li>{Text(group.Why)}: {string.Join(" · ", group.Paths.Select(Text))}</li>\n");
            page.Write("</ul>\n");
        }
        page.Write($"<h2>Các tệp</h2><table><thead><tr>{string.Concat(Columns.Select(c => $"<th>{Text(c.Heading)}</th>"))}</tr></thead><tbody>\n");
        // What a person must look at stands first.
        foreach (var file in files.OrderBy(f => f.Row.State is ImportState.Quarantined or ImportState.Waiting ? 0 : 1))
            page.Write($"<tr class=\"{file.Row.State}\">{string.Concat(Columns.Select(c => $"<td>{Text(c.Value(file)?.ToString() ?? "")}</td>"))}</tr>\n");
        page.Write("</tbody></table></body></html>\n");
    }

    private static string Outcome(ImportState state) => state switch
    {
        ImportState.Done => "đã đọc",
        ImportState.Duplicate => "trùng",
        ImportState.Quarantined => "cách ly",
        _ => "đang chờ",
    };

    private static string Join(ImportedFile file, Func<ImportedLetter, string?> value) => string.Join("; ", file.Letters.Select(value).OfType<string>());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
