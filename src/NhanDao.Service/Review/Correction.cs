using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Review;

/// <summary>One field that a person put right or confirmed.</summary>
/// <param name="Field">As the flat record names it.</param>
/// <param name="Before">What was there; null when nothing was.</param>
/// <param name="After">What is there now; the same as before when it was confirmed.</param>
internal sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

/// <summary>A correction names nothing that can be corrected so; the message says what.</summary>
internal sealed class CorrectionException(string message) : Exception(message);

/// <summary>
/// Corrections of a letter: a JSON merge patch (RFC 7396) of its flat record. What is given is what a person stands for: it is sure, the
/// reading before becomes a candidate, and place and raw text stay. <c>null</c> says that the slot is blank. <c>"review": []</c> confirms the rest.
/// </summary>
internal static class Correction
{
    /// <summary>The source of values that a person gave.</summary>
    public const string Source = "review";

    /// <exception cref="CorrectionException">It is no correction of this letter.</exception>
    public static (Letter Letter, ImmutableArray<FieldChange> Changes) Apply(Letter letter, JsonObject patch)
    {
        var before = Flat(letter);
        var corrected = letter;
        var fields = new List<string>();
        foreach (var (field, value) in patch)
        {
            if (field == "review")
            {
                if (value is not JsonArray { Count: 0 })
                    throw new CorrectionException("review can only be set to [], which confirms every field.");
                continue;
            }
            corrected = Correct(corrected, field, value);
            fields.Add(field);
        }
        if (patch.ContainsKey("review"))
            foreach (var field in ReviewList.Of(corrected).Except(fields).ToList())
            {
                corrected = Correct(corrected, field, before[field]?.DeepClone());
                fields.Add(field);
            }
        corrected = corrected with { Diagnostics = [.. corrected.Diagnostics.Select(d => fields.Contains(ReviewList.FieldOf(d.Code) ?? "") ? d with { Severity = Severity.Note } : d)] };
        var after = Flat(corrected);
        return (corrected, [.. fields.Select(f => new FieldChange(f, before[f]?.DeepClone(), after[f]?.DeepClone()))]);
    }

    private static Letter Correct(Letter letter, string field, JsonNode? value)
    {
        try
        {
            return field switch
            {
                "documentType" => letter with { DocumentType = Given(letter.DocumentType, Text(value)?.ToLowerInvariant()) },
                "issuer" => letter with { Issuer = Given(letter.Issuer, IssuerOf(letter.Issuer.Value, value)) },
                "number" => letter with { Number = Given(letter.Number, NumberOf(letter.Number.Value, value)) },
                "place" => letter with { Place = Given(letter.Place, Text(value)) },
                "date" => letter with { Date = Given(letter.Date, DateOf(value)) },
                "subject" => letter with { Subject = Given(letter.Subject, Text(value)) },
                "addressees" => letter with { Addressees = Names(letter.Addressees, value) },
                "recipients" => letter with { Recipients = Names(letter.Recipients, value) },
                "signers" => letter with { Signers = Signers(letter.Signers, value) },
                "marks" => letter with { Marks = MarksOf(letter.Marks, value) },
                "tasks" => letter with { Directives = TaskCorrection.Apply(letter.Directives, List(value)) },
                "references" => letter with { References = ReferenceCorrection.Apply(letter.References, List(value)) },
                _ => throw new CorrectionException($"There is no field '{(field.Length > 40 ? field[..40] : field)}' that can be corrected."),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or JsonException or ArgumentException)
        {
            throw new CorrectionException($"{field} does not have the form that it has in the flat record.");
        }
    }

    /// <summary>The field with a value that a person stands for.</summary>
    internal static Field<T> Given<T>(Field<T> field, T? value)
        where T : class
    {
        var same = value is null ? field.Value is null : value.Equals(field.Value) || (value is Issuer a && field.Value is Issuer b && (a.Name, a.Parent) == (b.Name, b.Parent) && a.CoIssuers.SequenceEqual(b.CoIssuers));
        var status = value is null ? field.Status is FieldStatus.Absent or FieldStatus.Handwritten or FieldStatus.Blank ? field.Status : FieldStatus.Blank
            : field.Status is FieldStatus.Handwritten || (field.Status == FieldStatus.Inferred && same) ? field.Status : FieldStatus.Present;
        return field with
        {
            Status = value is null && status == FieldStatus.Handwritten ? FieldStatus.Blank : status,
            Value = value,
            Confidence = 1,
            Source = Source,
            Candidates = same || field.Value is null ? field.Candidates : [new(field.Value, field.Source ?? "", field.Confidence, field.Span), .. field.Candidates],
        };
    }

    internal static Field<string> Given(Field<string> field, JsonNode? value) => Given(field, Text(value));

    internal static string? Text(JsonNode? value) => value?.GetValue<string>().Normalize().Trim() is { Length: > 0 } text
        ? text.Length <= 20_000 ? text : throw new FormatException() : null;

    internal static JsonArray List(JsonNode? value) => value switch { null => [], JsonArray { Count: <= 1000 } list => list, _ => throw new FormatException() };

    internal static PartialDate? DateOf(JsonNode? value)
    {
        if (Text(value) is not { } text)
            return null;
        int[] parts = [.. text.Split('-').Select(p => int.Parse(p, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture))];
        var date = parts switch
        {
            [var year, var month, var day] => PartialDate.Of(new(year, month, day)),
            [var year, >= 1 and <= 12 and var month] => new(year, month),
            [var year] => new PartialDate(year),
            _ => throw new FormatException(),
        };
        return date.Year is >= 1 and <= 9999 ? date : throw new FormatException();
    }

    private static Issuer? IssuerOf(Issuer? old, JsonNode? value) => value switch
    {
        null => null,
        JsonValue name => Text(name) is { } text ? new(text, old?.Parent) : null,
        JsonObject given when Text(given.ContainsKey("name") ? given["name"] : old?.Name) is { } name => new(name, given.ContainsKey("parent") ? Text(given["parent"]) : old?.Parent)
        {
            CoIssuers = given.ContainsKey("coIssuers") ? [.. List(given["coIssuers"]).Select(Text).OfType<string>()] : old?.CoIssuers ?? [],
        },
        _ => throw new FormatException(),
    };

    private static LetterNumber? NumberOf(LetterNumber? old, JsonNode? value)
    {
        if (value is not JsonObject given)
            return value is null ? null : throw new FormatException();
        var number = new LetterNumber(given.ContainsKey("ordinal") ? Text(given["ordinal"]) : old?.Ordinal, given.ContainsKey("symbol") ? Text(given["symbol"]) : old?.Symbol);
        return number is { Ordinal: null, Symbol: null } ? null : number;
    }

    private static ImmutableArray<Field<string>> Names(ImmutableArray<Field<string>> old, JsonNode? value) =>
        [.. List(value).Select(Text).OfType<string>().Select((name, i) => Given(old.FirstOrDefault(o => o.Value == name) ?? (i < old.Length ? old[i] : Field<string>.Absent), name))];

    private static ImmutableArray<Signer> Signers(ImmutableArray<Signer> old, JsonNode? value) => [.. List(value).Select((node, i) =>
    {
        var signer = i < old.Length ? old[i] : new Signer();
        return node is JsonObject given ? new Signer
        {
            Authority = Given(signer.Authority, given["authority"]),
            Position = Given(signer.Position, given["position"]),
            Name = Given(signer.Name, given["name"]),
        } : throw new FormatException();
    })];

    private static Marks MarksOf(Marks old, JsonNode? value) => value is JsonObject given ? old with
    {
        Urgency = Given(old.Urgency, given.ContainsKey("urgency") ? Text(given["urgency"]) : old.Urgency.Value),
        Secrecy = Given(old.Secrecy, given.ContainsKey("secrecy") ? Text(given["secrecy"]) : old.Secrecy.Value),
    } : throw new FormatException();

    private static JsonObject Flat(Letter letter) => JsonNode.Parse(FlatJson.Write(FlatRecord.Of(letter, letter.File ?? "letter"), indented: false))!.AsObject();
}
