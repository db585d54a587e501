using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>
/// Says which fields of a letter a person should look at. A field is listed when a value in it is conflicting, unreadable,
/// handwritten and not read, or less sure than the threshold, or when a warning speaks of it.
/// </summary>
public static class ReviewList
{
    /// <summary>Nine of ten: a value that is less sure is listed. Of what is surer, about 99 in 100 are right (docs/accuracy.md).</summary>
    public const double DefaultThreshold = 0.90;

    /// <summary>Which field a diagnostic speaks of, by the first word of its code («number.blank» → number).</summary>
    internal static string? FieldOf(string code) => code.AsSpan(0, Math.Max(code.IndexOf('.', StringComparison.Ordinal), 0)) switch
    {
        "documentType" => "documentType",
        "issuer" => "issuer",
        "number" => "number",
        "place" => "place",
        "date" => "date",
        "subject" => "subject",
        "addressee" or "addressees" => "addressees",
        "recipient" or "recipients" => "recipients",
        "directive" or "directives" or "deadline" => "tasks",
        "reference" or "references" => "references",
        "signer" or "signers" => "signers",
        "mark" or "marks" => "marks",
        _ => null,
    };

    /// <summary>The fields of <paramref name="letter"/> to look at, in the order of the flat record.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="threshold">A value with a lower confidence is listed, 0–1.</param>
    public static ImmutableArray<string> Of(Letter letter, double threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var warned = letter.Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => FieldOf(d.Code)).ToHashSet();
        (string Field, bool Doubtful)[] fields =
        [
            ("documentType", Doubtful(letter.DocumentType)),
            ("issuer", Doubtful(letter.Issuer)),
            ("number", Doubtful(letter.Number) || letter.Number is { Status: FieldStatus.Handwritten, Value.Ordinal: null }),
            ("place", Doubtful(letter.Place)),
            ("date", Doubtful(letter.Date) || letter.Date is { Status: FieldStatus.Handwritten, Value.Day: null }),
            ("subject", Doubtful(letter.Subject)),
            ("addressees", letter.Addressees.Any(Doubtful)),
            ("recipients", letter.Recipients.Any(Doubtful)),
            ("tasks", letter.Directives.Any(d => d.Confidence < threshold || d.Deadline?.Confidence < threshold || d.Leads.Concat(d.Cooperators).Any(a => !a.Inherited && a.Confidence < threshold))),
            ("references", letter.References.Any(r => r.Confidence < threshold || Doubtful(r.Date))),
            ("signers", letter.Signers.Any(s => Doubtful(s.Authority) || Doubtful(s.Position) || Doubtful(s.Name))),
            ("marks", Doubtful(letter.Marks.Urgency) || Doubtful(letter.Marks.Secrecy)),
        ];
        return [.. fields.Where(f => f.Doubtful || warned.Contains(f.Field)).Select(f => f.Field)];

        bool Doubtful<T>(Field<T> field)
            where T : class => field.Confidence < threshold
                || field.Status is FieldStatus.Conflicting or FieldStatus.Unreadable
                || field is { Status: FieldStatus.Handwritten, Value: null };
    }
}
