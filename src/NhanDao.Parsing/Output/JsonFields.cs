using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>
/// What the writers of our JSON are made of. They write by hand what <see cref="OutputContext"/> reads: its generated writer is generic code of the
/// framework over each of our types, which no compiler makes ahead of time, and a command for one letter spent a quarter of its time on it.
/// </summary>
internal static class JsonFields
{
    /// <summary>The default encoder writes Vietnamese as \uXXXX.</summary>
    public static JavaScriptEncoder Readable { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The text of one JSON value.</summary>
    public static string Text<T>(T value, bool indented, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = indented, NewLine = "\n", Encoder = Readable }))
            write(json, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An enum as a camelCase word.</summary>
    public static void Word(this Utf8JsonWriter json, string name, Enum value) => json.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>A number, or null.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A day as ISO 8601, or null.</summary>
    public static void Day(this Utf8JsonWriter json, string name, DateOnly? value) => json.WriteString(name, value?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>An object, or null.</summary>
    public static void Object<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            write(json, value);
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    /// <summary>A list of texts.</summary>
    public static void List(this Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    /// <summary>A place in the text, or null.</summary>
    public static void Span(this Utf8JsonWriter json, string name, TextSpan? value)
    {
        if (value is not { } span)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }

    /// <summary>Places on the scan.</summary>
    public static void Boxes(this Utf8JsonWriter json, ImmutableArray<PageBox> boxes)
    {
        json.WriteStartArray("boxes");
        foreach (var box in boxes)
        {
            json.WriteStartObject();
            json.WriteNumber("page", box.Page);
            json.WriteNumber("left", box.Left);
            json.WriteNumber("top", box.Top);
            json.WriteNumber("width", box.Width);
            json.WriteNumber("height", box.Height);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
