using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Parsing.References;
using NhanDao.Parsing.Text;
using NhanDao.Service.Review;

namespace NhanDao.Service.Storage;

/// <summary>From a letter to the columns and rows that it is looked for by.</summary>
internal static class LetterColumns
{
    /// <summary>Puts the values of <paramref name="letter"/> into <paramref name="row"/>. What does not come from the record stays.</summary>
    /// <param name="row">The row.</param>
    /// <param name="letter">The letter of its newest revision.</param>
    public static void Fill(LetterRow row, Letter letter)
    {
        var number = LetterRows.Number(letter);
        var date = letter.Date.Value;
        var review = ReviewList.Of(letter);
        row.Regime = letter.Regime;
        row.DocumentType = letter.DocumentType.Value;
        row.Issuer = letter.Issuer.Value?.Name;
        row.IssuerKey = letter.Issuer.Value is { } issuer ? Folding.Fold(string.Join(" | ", new[] { issuer.Name, issuer.Parent }.Concat(issuer.CoIssuers).OfType<string>())) : null;
        row.Number = number;
        row.NumberKey = NumberKey(number);
        row.Date = date?.ToString();
        row.Day = date is null ? null : new DateOnly(date.Year, date.Month ?? 1, date.Month is null ? 1 : date.Day ?? 1);
        row.Subject = letter.Subject.Value;
        row.InstrumentId = OwnInstrument(letter);
        row.Pages = letter.Pages.Count(p => p.Method != ReadingMethod.Typed);
        row.Review = string.Join(',', review);
        row.Doubt = review.IsEmpty ? 0 : review.Length + 1 - Lowest(letter);
    }

    public static IEnumerable<DirectiveRow> Directives(Letter letter) => LetterDuty.In(letter).Select((duty, position) =>
    {
        var deadline = duty.Directive.Deadline;
        var row = new DirectiveRow
        {
            Position = position,
            Label = duty.Label,
            Text = duty.Directive.Text,
            Due = deadline?.Date ?? deadline?.Interval?.To,
            DueRaw = deadline?.Raw,
            Recurrence = deadline?.Recurrence,
            Confidence = duty.Directive.Confidence,
        };
        row.Parties.AddRange(Parties(PartyRole.Lead, duty.Directive.Leads));
        row.Parties.AddRange(Parties(PartyRole.Cooperator, duty.Directive.Cooperators));
        row.Parties.AddRange(Parties(PartyRole.Supervisor, duty.Directive.Supervisors));
        if (duty.Directive.Report is { } report)
            row.Parties.AddRange(Parties(PartyRole.ReportTo, report.To));
        return row;
    });

    public static IEnumerable<CitationRow> Citations(Letter letter) => letter.References.Select((reference, position) => new CitationRow
    {
        Position = position,
        InstrumentId = reference.CanonicalId,
        Type = reference.Type,
        Number = reference.Number,
        NumberKey = NumberKey(reference.Number) ?? (reference.Title is { } title ? Key(InstrumentKey.OfTitle(title)) : null),
        Title = reference.Title,
        Date = reference.Date.Value?.ToString(),
        Issuer = reference.Issuer,
        Relation = reference.Relation,
    });

    /// <summary>The letter's text, and the values that a person put right, which its text may not hold.</summary>
    public static SearchText Words(Letter letter) => SearchText.Of(
    [
        LetterRows.Number(letter), letter.Subject.Value, letter.Issuer.Value?.Name, letter.Issuer.Value?.Parent, letter.DocumentType.Value, letter.Place.Value,
        .. letter.Addressees.Concat(letter.Recipients).Concat(letter.Signers.SelectMany(s => new[] { s.Position, s.Name })).Select(f => f.Value),
        .. letter.References.Select(r => r.Number), .. letter.Directives.Where(d => d.Source == Correction.Source).Select(d => d.Text), letter.Text.Content,
    ]);

    /// <summary>A number to look for by, however it is separated: «12|ubndvx»; null when it has neither ordinal nor symbol.</summary>
    public static string? NumberKey(string? number) => number is null ? null
        : InstrumentKey.Of(number) is { } key ? Key(key)
        : string.Concat(Folding.Fold(number).Where(char.IsLetterOrDigit)) is { Length: > 0 } rest ? char.IsAsciiDigit(rest[0]) ? rest.TrimStart('0') + "|" : "|" + rest : null;

    private static string Key(InstrumentKey key) => $"{key.Ordinal}|{key.Symbol}";

    private static string? OwnInstrument(Letter letter)
    {
        if (LetterWitnesses.OfItself(letter) is not { Number: { } number } witness || letter.Number.Value is not { Ordinal: { } ordinal, Symbol: { } symbol })
            return null;
        var segments = symbol.Split('/', '-');
        var year = segments[0].Length == 4 && int.TryParse(segments[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? segments[0] : null;
        if (year is not null)
            segments = segments[1..];
        return segments.Length == 0 ? null
            : Parsing.References.InstrumentId.Of(new(0, number.Length, ordinal, year, [.. segments], number, Damaged: false), null, witness.Date, witness.Issuer);
    }

    private static IEnumerable<PartyRow> Parties(PartyRole role, IEnumerable<Assignee> bodies) =>
        bodies.Select(b => new PartyRow { Role = role, Name = b.Name, NameKey = Folding.Fold(b.Name), Inherited = b.Inherited });

    private static double Lowest(Letter letter) => new[]
    {
        letter.DocumentType.Confidence, letter.Issuer.Confidence, letter.Number.Confidence, letter.Place.Confidence, letter.Date.Confidence, letter.Subject.Confidence,
        letter.Directives.Select(d => d.Confidence).DefaultIfEmpty(1).Min(), letter.References.Select(r => r.Confidence).DefaultIfEmpty(1).Min(),
    }.Min();
}
