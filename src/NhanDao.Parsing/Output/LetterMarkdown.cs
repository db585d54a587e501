using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>A letter for people to read, as Markdown: its fields, the tasks as a table, the instruments it cites, and what to look at.</summary>
public static class LetterMarkdown
{
    /// <param name="letter">The letter.</param>
    /// <param name="title">Stands at the head where the letter has no number.</param>
    /// <param name="reviewThreshold">A value with a lower confidence is listed for review, 0–1.</param>
    public static string Write(Letter letter, string title, double reviewThreshold = ReviewList.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Line(Heading(letter) ?? title)}\n\n");
        Fields(page, letter, [.. ReviewList.Of(letter, reviewThreshold)]);
        Tasks(page, letter.Directives);
        References(page, letter.References);
        Problems(page, letter.Diagnostics);
        return page.ToString().TrimEnd();
    }

    private static string? Heading(Letter letter)
    {
        var type = letter.DocumentType.Value is { Length: > 0 } t ? char.ToUpper(t[0], CultureInfo.InvariantCulture) + t[1..] : null;
        return (type, Number(letter)) switch
        {
            ({ } name, { } number) => $"{name} số {number}",
            ({ } name, null) => name,
            (null, { } number) => $"Số {number}",
            _ => null,
        };
    }

    // «12/UBND-VX» and «12/2025/QĐ-TTg» of the state, «207-CV/TU» of the party: a slash within a symbol of letters tells them apart.
    private static string? Number(Letter letter) => letter.Number.Value is { } n
        ? $"{n.Ordinal ?? "…"}{(n.Symbol is [not (>= '0' and <= '9'), ..] symbol && symbol.Contains('/') ? '-' : '/')}{n.Symbol ?? "…"}"
        : null;

    private static void Fields(StringBuilder page, Letter letter, HashSet<string> review)
    {
        page.Append("| | |\n|---|---|\n");
        Row("issuer", "Cơ quan ban hành", letter.Issuer.Value is { } i ? string.Join(" · ", (string[])[.. i.CoIssuers.Insert(0, i.Name)]) : null, Said(letter.Issuer.Status));
        Row("issuer", "Cơ quan chủ quản", letter.Issuer.Value?.Parent);
        Row("number", "Số, ký hiệu", Number(letter), Said(letter.Number.Status));
        Row("place", "Địa danh", letter.Place.Value, Said(letter.Place.Status));
        Row("date", "Ngày", letter.Date.Value is { } d ? Day(d) : null, Said(letter.Date.Status));
        Row("subject", "Trích yếu", letter.Subject.Value, Said(letter.Subject.Status));
        Row("marks", "Độ khẩn", letter.Marks.Urgency.Value);
        Row("marks", "Độ mật", letter.Marks.Secrecy.Value);
        Row("addressees", "Kính gửi", List(letter.Addressees));
        Row("recipients", "Nơi nhận", List(letter.Recipients));
        foreach (var signer in letter.Signers)
            Row("signers", "Người ký", Join(", ", signer.Authority.Value, signer.Position.Value, signer.Name.Value), Said(signer.Name.Status));
        page.Append('\n');

        // A slot that holds nothing to show but says something (blank, handwritten) is shown; an absent one is not.
        void Row(string field, string name, string? value, string? said = null)
        {
            if (value is not { Length: > 0 } && said is null && !review.Contains(field))
                return;
            if (value is not { Length: > 0 } && said is null && name is "Cơ quan chủ quản" or "Độ khẩn" or "Độ mật")
                return;
            var note = Join(", ", said, review.Contains(field) ? "cần xem lại" : null);
            page.Append(CultureInfo.InvariantCulture, $"| **{name}** | {Cell(value)}{(note is { Length: > 0 } ? $" _({note})_" : "")} |\n");
        }
    }

    private static void Tasks(StringBuilder page, ImmutableArray<Directive> directives)
    {
        if (directives.IsEmpty)
            return;
        page.Append("## Nhiệm vụ\n\n| | Nội dung | Chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n");
        foreach (var directive in directives)
            Task(directive, "");
        page.Append('\n');

        void Task(Directive directive, string indent)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {indent}{Cell(directive.Label)} | {Cell(directive.Text)} | {Cell(Names(directive.Leads))} ");
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(Names(directive.Cooperators))} | {Cell(Due(directive.Deadline))} |\n");
            foreach (var child in directive.Children)
                Task(child, indent + "– ");
        }
    }

    private static void References(StringBuilder page, ImmutableArray<Reference> references)
    {
        if (references.IsEmpty)
            return;
        page.Append("## Văn bản viện dẫn\n\n");
        foreach (var r in references)
        {
            var name = r.Title ?? Join(" ", r.Type, r.Number);
            var conflicting = r.Date.Status == FieldStatus.Conflicting ? " _(ngày không thống nhất)_" : "";
            page.Append(CultureInfo.InvariantCulture, $"- {Line(Join(", ", name, r.Date.Value is { } d ? Day(d) : null, r.Issuer))}{conflicting}\n");
        }
        page.Append('\n');
    }

    private static void Problems(StringBuilder page, ImmutableArray<Diagnostic> diagnostics)
    {
        var warnings = diagnostics.Where(d => d.Severity == Severity.Warning).ToList();
        if (warnings.Count == 0)
            return;
        page.Append("## Lưu ý\n\n");
        foreach (var warning in warnings)
            page.Append(CultureInfo.InvariantCulture, $"- {Line(warning.Message)} (`{warning.Code}`)\n");
    }

    private static string? Said(FieldStatus status) => status switch
    {
        FieldStatus.Blank => "để trống",
        FieldStatus.Handwritten => "viết tay",
        FieldStatus.Unreadable => "không đọc được",
        FieldStatus.Inferred => "suy ra",
        FieldStatus.Conflicting => "không thống nhất",
        _ => null,
    };

    private static string Day(PartialDate date) => (date.Month, date.Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/{date.Year:0000}"),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{month:00}/{date.Year:0000}"),
        _ => date.ToString(),
    };

    private static string? Due(Deadline? deadline) => deadline?.Raw;

    private static string Names(ImmutableArray<Assignee> assignees) => string.Join(", ", assignees.Select(a => a.Inherited ? $"({a.Name})" : a.Name));

    private static string List(ImmutableArray<Field<string>> items) => string.Join("; ", items.Select(i => i.Value).OfType<string>());

    private static string Join(string separator, params string?[] parts) => string.Join(separator, parts.Where(p => p is { Length: > 0 }));

    private static string Cell(string? text) => Line(text ?? "").Replace("|", @"\|", StringComparison.Ordinal);

    /// <summary>On one line, with what Markdown would take for its own marks escaped.</summary>
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            _ = c switch
            {
                '\n' or '\r' or '\t' => line.Append(' '),
                '*' or '_' or '`' or '<' or '[' or '\\' => line.Append('\\').Append(c),
                _ => line.Append(c),
            };
        return line.ToString();
    }
}
