using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NhanDao.Parsing.Output;

/// <summary>What is written and read as JSON: camelCase, enums as words.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FlatRecord))]
internal sealed partial class OutputContext : JsonSerializerContext;

/// <summary><see cref="OutputContext"/> with Vietnamese left readable; the generator's attribute has no encoder setting.</summary>
internal static class ReadableJson
{
    public static OutputContext Compact { get; } = new(Options(indented: false));

    public static OutputContext Indented { get; } = new(Options(indented: true));

    private static JsonSerializerOptions Options(bool indented) => new(OutputContext.Default.Options)
    {
        TypeInfoResolver = null, // a context takes only options that belong to nobody
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = indented,
        NewLine = "\n",
    };
}
