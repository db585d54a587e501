using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>A column of a table: its heading, and what a row says in it. A <see cref="DateOnly"/> is a date, all else text.</summary>
/// <typeparam name="T">What a row is of.</typeparam>
internal sealed record Column<T>(string Heading, Func<T, object?> Value, int Width = 24);

/// <summary>A directive with the letter that gives it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Directive">The directive, of whatever depth.</param>
/// <param name="Label">The labels from the top: «III.1.a».</param>
internal sealed record LetterDuty(Letter Letter, Directive Directive, string Label)
{
    /// <summary>Every directive of <paramref name="letter"/>, items inside items included, in order.</summary>
    public static IEnumerable<LetterDuty> In(Letter letter) => letter.Directives.SelectMany(d => Within(letter, d, ""));

    private static IEnumerable<LetterDuty> Within(Letter letter, Directive directive, string above)
    {
        var label = above.Length == 0 ? directive.Label ?? "" : directive.Label is null ? above : $"{above}.{directive.Label}";
        yield return new(letter, directive, label);
        foreach (var inner in directive.Children)
            foreach (var duty in Within(letter, inner, label))
                yield return duty;
    }
}

/// <summary>The tables of letters and of directives: the columns that an office's directive tracker keeps.</summary>
internal static class LetterRows
{
    public static ImmutableArray<Column<Letter>> Letters { get; } =
    [
        new("Tệp", l => l.File), new("Loại", l => l.DocumentType.Value, 14), new("Số, ký hiệu", l => Number(l), 20),
        new("Ngày", l => Day(l.Date.Value), 12), new("Nơi ban hành", l => l.Place.Value, 16), new("Cơ quan ban hành", l => l.Issuer.Value?.Name, 34),
        new("Cơ quan chủ quản", l => l.Issuer.Value?.Parent, 28), new("Trích yếu", l => l.Subject.Value, 60), new("Kính gửi", l => Join(l.Addressees), 40),
        new("Nơi nhận", l => Join(l.Recipients), 40), new("Người ký", l => string.Join("; ", l.Signers.Select(Signer)), 40),
        new("Độ khẩn", l => l.Marks.Urgency.Value, 12), new("Độ mật", l => l.Marks.Secrecy.Value, 12),
        new("Văn bản viện dẫn", l => string.Join("; ", l.References.Select(Name)), 60),
        new("Số nhiệm vụ", l => LetterDuty.In(l).Count().ToString(CultureInfo.InvariantCulture), 12), new("Cần xem lại", l => string.Join(", ", ReviewList.Of(l)), 30),
    ];

    public static ImmutableArray<Column<LetterDuty>> Duties { get; } =
    [
        new("Tệp", d => d.Letter.File), new("Mục", d => d.Label, 10), new("Nội dung nhiệm vụ", d => d.Directive.Text, 70),
        new("Văn bản giao", d => Source(d.Letter), 40), new("Căn cứ, thực hiện", d => string.Join("; ", Rests(d).Select(Name)), 50),
        new("Chủ trì", d => Names(d.Directive.Leads), 34), new("Phối hợp", d => Names(d.Directive.Cooperators), 34),
        new("Thời hạn (như in)", d => d.Directive.Deadline?.Raw, 28), new("Hạn", d => d.Directive.Deadline?.Date ?? d.Directive.Deadline?.Interval?.To, 12),
        new("Định kỳ (RRULE)", d => d.Directive.Deadline?.Recurrence, 28), new("Chế độ báo cáo", d => Reporting(d.Directive.Report), 50),
        new("Theo dõi, đôn đốc", d => Names(d.Directive.Supervisors), 30),
        new("Độ chắc chắn", d => d.Directive.Confidence.ToString("0.00", CultureInfo.InvariantCulture), 12),
    ];

    /// <summary>«Công văn 12/UBND-VX, 05/01/2025, UBND tỉnh».</summary>
    public static string Source(Letter letter) => string.Join(", ",
        new[] { $"{Capital(letter.DocumentType.Value)} {Number(letter)}".Trim(), Day(letter.Date.Value)?.ToString(), letter.Issuer.Value?.Name }.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>Number and symbol as the letter's regime writes them; null when neither is read.</summary>
    public static string? Number(Letter letter) => letter.Number.Value is not { } number ? null
        : (number.Ordinal, number.Symbol) switch
        {
            (null, null) => null,
            (var ordinal, null) => ordinal,
            (var ordinal, { } symbol) => $"{ordinal}{(letter.Regime is Regime.Party or Regime.MassOrganisation && symbol.Contains('/', StringComparison.Ordinal) ? '-' : '/')}{symbol}",
        };

    public static string Name(Reference reference) => reference.Number is { } number ? $"{reference.Type} {number}" : reference.Title ?? reference.Type;

    public static string Names(ImmutableArray<Assignee> bodies) => string.Join("; ", bodies.Select(b => b.Inherited ? $"({b.FullName ?? b.Name})" : b.FullName ?? b.Name));

    /// <summary>What the directive itself cites, else what the letter carries out or rests on.</summary>
    public static IEnumerable<Reference> Rests(LetterDuty duty)
    {
        var own = duty.Letter.References.Where(r => r.Mentions.Any(m => duty.Directive.Span.Contains(m.Span))).ToList();
        return own.Count > 0 ? own : duty.Letter.References.Where(r => r.Relation is ReferenceRelation.CarriesOut or ReferenceRelation.Basis);
    }

    /// <summary>«Ủy ban nhân dân tỉnh, qua Sở Tài chính, trước ngày 15/12 hằng năm».</summary>
    public static string Reporting(ReportingDuty? report) => report is null ? "" : string.Join(", ", new[]
    {
        Names(report.To), report.Through.IsEmpty ? "" : "qua " + Names(report.Through), report.Deadline?.Raw,
    }.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>A whole date as such, a partial one as text.</summary>
    private static object? Day(PartialDate? date) => date?.ToDate() is { } day ? day : date?.ToString();

    private static string Signer(Signer signer) =>
        string.Join(", ", new[] { signer.Authority.Value, signer.Position.Value, signer.Name.Value }.Where(p => p is not null));

    private static string Join(ImmutableArray<Field<string>> fields) => string.Join("; ", fields.Select(f => f.Value).OfType<string>());

    private static string Capital(string? type) => type is { Length: > 0 } ? char.ToUpper(type[0], CultureInfo.InvariantCulture) + type[1..] : "";
}
