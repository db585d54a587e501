using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Tests.Output;

/// <summary>
/// Checks JSON against the part of JSON Schema that our schemas use. A keyword that is not known here fails, so the part cannot
/// grow unseen; a property that the schema does not name fails too, although a schema left open would allow it.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];
    private readonly List<string> faults = [];

    /// <summary>What is wrong with <paramref name="json"/>, each with its place; empty when it is valid.</summary>
    public static IReadOnlyList<string> Faults(string schema, string json)
    {
        var check = new JsonSchemaCheck(JsonElement.Parse(schema));
        check.Check(check.Root, JsonElement.Parse(json), "$");
        return check.faults;
    }

    private JsonElement Root => schema;

    private void Check(JsonElement rule, JsonElement value, string place)
    {
        foreach (var keyword in rule.EnumerateObject())
            if (!Annotations.Contains(keyword.Name) && !Holds(keyword, rule, value, place))
                faults.Add($"{place}: {keyword.Name} {keyword.Value.GetRawText()} does not hold for {value.ValueKind}");
    }

    private bool Holds(JsonProperty keyword, JsonElement rule, JsonElement value, string place) => keyword.Name switch
    {
        "$ref" => Nested(Resolve(keyword.Value.GetString()!), value, place),
        "type" => keyword.Value.ValueKind == JsonValueKind.Array
            ? keyword.Value.EnumerateArray().Any(t => IsOf(t.GetString()!, value))
            : IsOf(keyword.Value.GetString()!, value),
        "anyOf" => keyword.Value.EnumerateArray().Any(option => new JsonSchemaCheck(Root).Accepts(option, value)),
        "properties" => value.ValueKind != JsonValueKind.Object || Members(keyword.Value, value, place),
        "required" => value.ValueKind != JsonValueKind.Object
            || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "items" => value.ValueKind != JsonValueKind.Array
            || value.EnumerateArray().Select((item, index) => Nested(keyword.Value, item, $"{place}[{index}]")).ToList().TrueForAll(_ => true),
        "enum" => keyword.Value.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
        "format" => value.ValueKind != JsonValueKind.String || IsWritten(keyword.Value.GetString()!, value.GetString()!),
        _ => throw new NotSupportedException($"JSON Schema keyword {keyword.Name}"),
    };

    // Faults inside are recorded with their own place, so the keyword above them holds.
    private bool Nested(JsonElement rule, JsonElement value, string place)
    {
        Check(rule, value, place);
        return true;
    }

    private bool Accepts(JsonElement rule, JsonElement value)
    {
        Check(rule, value, "");
        return faults.Count == 0;
    }

    private bool Members(JsonElement rules, JsonElement value, string place)
    {
        foreach (var member in value.EnumerateObject())
            if (rules.TryGetProperty(member.Name, out var rule))
                Check(rule, member.Value, $"{place}.{member.Name}");
            else
                faults.Add($"{place}: {member.Name} is not in the schema");
        return true;
    }

    private JsonElement Resolve(string reference) =>
        reference[2..].Split('/').Aggregate(Root, (element, name) => element.GetProperty(name));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"JSON Schema type {type}"),
    };

    private static bool IsWritten(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => throw new NotSupportedException($"JSON Schema format {format}"),
    };
}
