using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>A partial date as ISO 8601 text, as far as it is known: «2025-01-15», «2025-01», «2025».</summary>
internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    /// <summary>The form, for the JSON Schema.</summary>
    public const string Pattern = @"^\d{4}(-\d{2}(-\d{2})?)?$";

    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        foreach (var (form, date) in Forms)
            if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return date(day);
        throw new JsonException("A date is written yyyy-MM-dd, yyyy-MM or yyyy.");
    }

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    private static readonly (string Form, Func<DateOnly, PartialDate> Date)[] Forms =
    [
        ("yyyy-MM-dd", PartialDate.Of),
        ("yyyy-MM", d => new(d.Year, d.Month)),
        ("yyyy", d => new(d.Year)),
    ];
}
