using System.Text.Json;
using System.Text.Json.Serialization;
using NhanDao.Parsing.Pages;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Pages as they were read once, kept as JSON: grammar is measured again and again without paying for OCR
/// (<c>nhandao evaluate --pages</c>), and tests run on recorded words.
/// </summary>
internal static class RecordedPages
{
    public static ReadDocument Read(Stream json) =>
        JsonSerializer.Deserialize(json, RecordedPagesContext.Default.ReadDocument)!;

    public static void Write(Stream json, ReadDocument document) =>
        JsonSerializer.Serialize(json, document, RecordedPagesContext.Default.ReadDocument);
}

[JsonSerializable(typeof(ReadDocument))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class RecordedPagesContext : JsonSerializerContext;
