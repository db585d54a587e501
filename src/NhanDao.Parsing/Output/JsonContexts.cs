using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>What our JSON is, for readers and for the schema: camelCase, enums as words, dates as ISO 8601. <see cref="LetterJsonWriter"/> writes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(PartialDateConverter), typeof(WordConverter<FieldStatus>), typeof(WordConverter<Regime>),
        typeof(WordConverter<Severity>), typeof(WordConverter<ReadingMethod>), typeof(WordConverter<ReferenceRelation>),
        typeof(WordConverter<PartKind>),
    ])]
[JsonSerializable(typeof(FlatRecord))]
[JsonSerializable(typeof(Letter))]
internal sealed partial class OutputContext : JsonSerializerContext;

/// <summary><see cref="OutputContext"/> with what the generator's attribute has no setting for.</summary>
internal static class ReadableJson
{
    /// <summary>One line.</summary>
    public static JsonSerializerOptions Compact { get; } = Options(indented: false);

    /// <summary>Over several lines, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Options(indented: true);

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions(OutputContext.Default.Options)
        {
            TypeInfoResolver = OutputContext.Default.WithAddedModifier(RequireWhatHasNoNull),
            Encoder = JsonFields.Readable,
            WriteIndented = indented,
            NewLine = "\n",
        };
        options.MakeReadOnly();
        return options;
    }

    // A generated reader gives a missing property default(T), not its initialiser: a list would be a default array, which
    // throws when it is used. A missing list is an error at the door instead.
    private static void RequireWhatHasNoNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property is { Set: not null } or { AssociatedParameter: not null })
                property.IsRequired |= property.ShouldSerialize is null && !property.IsSetNullable;
    }
}

/// <summary>Enums as camelCase words; a number is refused.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
