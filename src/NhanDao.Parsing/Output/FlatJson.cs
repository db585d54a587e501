using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NhanDao.Parsing.Output;

/// <summary>Flat records as JSON.</summary>
public static class FlatJson
{
    /// <summary>One record as JSON text, without a line end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="indented">Over several lines for people, or on one line.</param>
    public static string Write(FlatRecord record, bool indented = true) =>
        JsonSerializer.Serialize(record, (JsonTypeInfo<FlatRecord>)(indented ? ReadableJson.Indented : ReadableJson.Compact).GetTypeInfo(typeof(FlatRecord)));
}
