using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Pages as they were read once, kept as JSON: grammar is measured again and again without paying for OCR
/// (<c>nhandao evaluate --pages</c>), and tests run on recorded words.
/// </summary>
internal static class RecordedPages
{
    public static ImmutableArray<ReadPage> Read(Stream json) =>
        JsonSerializer.Deserialize(json, RecordedPagesContext.Default.Recording)!.Pages;

    public static void Write(Stream json, ImmutableArray<ReadPage> pages) =>
        JsonSerializer.Serialize(json, new Recording(pages), RecordedPagesContext.Default.Recording);
}

internal sealed record Recording(ImmutableArray<ReadPage> Pages);

[JsonSerializable(typeof(Recording))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class RecordedPagesContext : JsonSerializerContext;
