using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>The values of a letter with nothing around them: what <c>nhandao parse --format flat</c> prints.</summary>
/// <remarks>What the parser is not sure of is listed by field in <see cref="Review"/>; see <see cref="ReviewList"/>.</remarks>
public sealed record FlatRecord
{
    /// <summary>File name without its ending; «#2» and so on behind it for the further letters of a file.</summary>
    public required string Id { get; init; }

    /// <summary>File name.</summary>
    public required string File { get; init; }

    /// <summary>Loại văn bản, lower-case.</summary>
    public string? DocumentType { get; init; }

    /// <summary>Cơ quan ban hành; null when it is neither printed nor derived.</summary>
    public FlatIssuer? Issuer { get; init; }

    /// <summary>Số, ký hiệu; null when the letter has no number line.</summary>
    public FlatNumber? Number { get; init; }

    /// <summary>Địa danh.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 8601, as far as it is known: «2025-01-15», «2025-01».</summary>
    public string? Date { get; init; }

    /// <summary>Whether day or month are written by hand.</summary>
    public bool DateHandwritten { get; init; }

    /// <summary>Trích yếu.</summary>
    public string? Subject { get; init; }

    /// <summary>Kính gửi.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];

    /// <summary>Nơi nhận.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Top-level directives, in order.</summary>
    public ImmutableArray<FlatTask> Tasks { get; init; } = [];

    /// <summary>Every instrument cited, once.</summary>
    public ImmutableArray<FlatReference> References { get; init; } = [];

    /// <summary>Who signed, in printed order.</summary>
    public ImmutableArray<FlatSigner> Signers { get; init; } = [];

    /// <summary>Độ khẩn and độ mật.</summary>
    public required FlatMarks Marks { get; init; }

    /// <summary>The fields to look at: «number», «date», «tasks» …</summary>
    public ImmutableArray<string> Review { get; init; } = [];

    private static string IdOf(string file)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        return ending.LastIndexOf('#') is >= 0 and var number && int.TryParse(ending.AsSpan(number + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? stem + ending[number..] : stem;
    }

    /// <summary>The flat record of <paramref name="letter"/>.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="file">Name of the file it was read from; folders before it are dropped.</param>
    /// <param name="reviewThreshold">A value with a lower confidence is listed for review, 0–1.</param>
    public static FlatRecord Of(Letter letter, string file, double reviewThreshold = ReviewList.DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(file);
        return new()
        {
            Id = IdOf(file),
            File = Path.GetFileName(file),
            DocumentType = letter.DocumentType.Value,
            Issuer = FlatIssuer.Of(letter.Issuer),
            Number = FlatNumber.Of(letter.Number),
            Place = letter.Place.Value,
            Date = letter.Date.Value?.ToString(),
            DateHandwritten = letter.Date.Status == FieldStatus.Handwritten,
            Subject = letter.Subject.Value,
            Addressees = Values(letter.Addressees),
            Recipients = Values(letter.Recipients),
            Tasks = [.. letter.Directives.Select(FlatTask.Of)],
            References = [.. letter.References.Select(FlatReference.Of)],
            Signers = [.. letter.Signers.Select(FlatSigner.Of)],
            Marks = new(letter.Marks.Urgency.Value, letter.Marks.Secrecy.Value),
            Review = ReviewList.Of(letter, reviewThreshold),
        };
    }

    private static ImmutableArray<string> Values(ImmutableArray<Field<string>> fields) => [.. fields.Select(f => f.Value).OfType<string>()];
}

/// <summary>Cơ quan ban hành.</summary>
/// <param name="Name">The issuing body.</param>
/// <param name="Parent">The body above it; null when there is none.</param>
public sealed record FlatIssuer(string Name, string? Parent)
{
    /// <summary>The other bodies of a joint letter; left out when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CoIssuers { get; init; }

    /// <summary>True when the name is not printed and was derived; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Inferred { get; init; }

    internal static FlatIssuer? Of(Field<Issuer> field) => field.Value is { } issuer
        ? new(issuer.Name, issuer.Parent)
        {
            CoIssuers = issuer.CoIssuers.IsEmpty ? null : issuer.CoIssuers,
            Inferred = field.Status == FieldStatus.Inferred,
        }
        : null;
}

/// <summary>Số, ký hiệu.</summary>
/// <param name="Ordinal">Digits as written; null when blank or unread.</param>
/// <param name="Symbol">What follows the separator; null when unread.</param>
/// <param name="Handwritten">Whether the number is written by hand.</param>
public sealed record FlatNumber(string? Ordinal, string? Symbol, bool Handwritten)
{
    internal static FlatNumber? Of(Field<LetterNumber> field) => field.Status == FieldStatus.Absent
        ? null
        : new(field.Value?.Ordinal, field.Value?.Symbol, field.Status == FieldStatus.Handwritten);
}

/// <summary>A directive.</summary>
/// <param name="Label">Printed label without punctuation; null for a paragraph or dash item.</param>
/// <param name="Text">The whole text after the label.</param>
/// <param name="Assignees">Who must do it; empty when everybody addressed must.</param>
/// <param name="Cooperators">With whom.</param>
/// <param name="Deadline">The deadline as printed.</param>
/// <param name="DeadlineDate">ISO 8601 when it is a concrete day.</param>
public sealed record FlatTask(
    string? Label, string Text, ImmutableArray<string> Assignees, ImmutableArray<string> Cooperators, string? Deadline, DateOnly? DeadlineDate)
{
    // What a directive inherited from the addressees is not printed in it: the flat record gives what the text names.
    internal static FlatTask Of(Directive directive) => new(
        directive.Label,
        directive.Text,
        [.. directive.Leads.Where(a => !a.Inherited).Select(a => a.Name)],
        [.. directive.Cooperators.Where(a => !a.Inherited).Select(a => a.Name)],
        directive.Deadline?.Raw,
        directive.Deadline?.Date);
}

/// <summary>A cited instrument.</summary>
/// <param name="Type">Type word as printed, singular.</param>
/// <param name="Number">Number with symbol; null for a law cited by name.</param>
/// <param name="Date">ISO 8601; a law by name may have the year alone.</param>
/// <param name="Issuer">As printed; null when the letter does not say.</param>
public sealed record FlatReference(string Type, string? Number, string? Date, string? Issuer)
{
    /// <summary>Name of a law cited without a number; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    internal static FlatReference Of(Reference reference) =>
        new(reference.Type, reference.Number, reference.Date.Value?.ToString(), reference.Issuer) { Title = reference.Title };
}

/// <summary>A signer.</summary>
/// <param name="Authority">Authority line as printed; null when there is none.</param>
/// <param name="Position">Post as printed.</param>
/// <param name="Name">Name as printed.</param>
public sealed record FlatSigner(string? Authority, string? Position, string? Name)
{
    internal static FlatSigner Of(Signer signer) => new(signer.Authority.Value, signer.Position.Value, signer.Name.Value);
}

/// <summary>Marks.</summary>
/// <param name="Urgency">Độ khẩn.</param>
/// <param name="Secrecy">Độ mật.</param>
public sealed record FlatMarks(string? Urgency, string? Secrecy);
