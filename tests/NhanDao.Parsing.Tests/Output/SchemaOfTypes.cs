using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

/// <summary>The JSON Schema of a type of the library: a definition for each type it is made of, described by its XML comment.</summary>
internal sealed class SchemaOfTypes
{
    private readonly SortedDictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);
    private readonly Queue<Type> waiting = new();
    private readonly Dictionary<string, XElement> comments = XDocument.Load(Path.ChangeExtension(typeof(Letter).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    public static string Of(Type type, string contract)
    {
        var schema = new SchemaOfTypes().Collect(type);
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = contract,
        };
        foreach (var (key, value) in schema[NameOf(type)]!.DeepClone().AsObject())
            root[key] = value?.DeepClone();
        schema.Remove(NameOf(type));
        root["$defs"] = schema;
        return root.ToJsonString(new(ReadableJson.Indented) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private JsonObject Collect(Type root)
    {
        waiting.Enqueue(root);
        while (waiting.TryDequeue(out var type))
            if (!definitions.ContainsKey(NameOf(type)))
                definitions[NameOf(type)] = Definition(type);
        return new(definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
    }

    private JsonObject Definition(Type type)
    {
        var schema = ReadableJson.Indented.GetJsonSchemaAsNode(type, new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => context.Path.IsEmpty ? node : Member(context, node),
        }).AsObject();
        schema["required"] = new JsonArray([.. ReadableJson.Indented.GetTypeInfo(type).Properties
            .Where(p => p.Get is not null && p.ShouldSerialize is null).Select(p => (JsonNode)p.Name)]);
        var summary = Text(Comment($"T:{FullName(type)}")?.Element("summary"));
        return new([KeyValuePair.Create("description", (JsonNode?)summary), .. schema.Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone()))]);
    }

    private JsonObject Member(JsonSchemaExporterContext context, JsonNode node)
    {
        var (type, nullable) = (context.TypeInfo.Type, context.PropertyInfo?.IsGetNullable ?? false);
        var schema = Shape(type, nullable) ?? node.DeepClone().AsObject();
        schema.Remove("default"); // every member is always written
        if (context.PropertyInfo is not { } property || context.Path[^1] is "items")
            return schema;
        if (property.Name is "confidence" or "ocrConfidence")
            (schema["minimum"], schema["maximum"]) = (0, 1);
        if (property.Name is "schema")
            schema["const"] = Letter.Contract;
        if (Describe(property) is { } text)
            schema.Insert(0, "description", text);
        return schema;
    }

    /// <summary>The shape of a type that is defined here, of a list of one, or of a date; null for what the exporter does well.</summary>
    private JsonObject? Shape(Type type, bool nullable)
    {
        if (Nullable.GetUnderlyingType(type) is { } value && value != typeof(DateOnly) && value.Namespace == typeof(Letter).Namespace)
            return Shape(value, nullable: true);
        if (type == typeof(PartialDate))
            return new() { ["type"] = nullable ? new JsonArray("string", "null") : "string", ["pattern"] = PartialDateConverter.Pattern };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return new() { ["type"] = "array", ["items"] = Shape(type.GenericTypeArguments[0], nullable: false) ?? new() { ["type"] = "string" } };
        if (type.IsEnum || type.Namespace != typeof(Letter).Namespace && type.Namespace != typeof(FlatRecord).Namespace)
            return null;
        waiting.Enqueue(type);
        JsonObject reference = new() { ["$ref"] = "#/$defs/" + NameOf(type) };
        return nullable ? new() { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private string? Describe(JsonPropertyInfo property)
    {
        var name = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
        var type = FullName(property.DeclaringType);
        return Text(Comment($"P:{type}.{name}")?.Element("summary"))
            ?? Text(Comment($"T:{type}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name));
    }

    private XElement? Comment(string member) => comments.GetValueOrDefault(member);

    private static string? Text(XElement? comment)
    {
        if (comment is null)
            return null;
        var words = comment.Nodes().Select(n => n switch
        {
            XElement { HasAttributes: true, IsEmpty: true } see => see.FirstAttribute!.Value.Split('.', ':')[^1],
            XElement inner => inner.Value,
            _ => n.ToString(),
        });
        return string.Join(' ', System.Net.WebUtility.HtmlDecode(string.Concat(words)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string FullName(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{NameOf(type.GenericTypeArguments[0])}"
        : type.Name;
}
