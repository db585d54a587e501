using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using NhanDao.Parsing;

namespace NhanDao.Service.Workers;

/// <summary>What a worker is told, one line of JSON each: read a file, or stop reading it.</summary>
internal sealed record WorkerRequest
{
    /// <summary>Answers carry it. The asker numbers its requests; 0 until it is sent.</summary>
    public long Id { get; init; }

    /// <summary>The file to read, full path; null in a request to stop.</summary>
    public string? Path { get; init; }

    /// <summary>What its sender called the file, without ending, where it is stored under another name: it may hold the letter's number.</summary>
    public string? Name { get; init; }

    /// <summary>Every letter of the file, not only the first.</summary>
    public bool All { get; init; }

    /// <summary>Limits; null for the defaults.</summary>
    public ParsingOptions? Options { get; init; }

    /// <summary>Where to put a searchable copy (PDF) of the scan; null for none. The folder is there, the file is not.</summary>
    public string? SearchablePdf { get; init; }

    /// <summary>The request to stop working on; it is then answered as cancelled, after the page at hand.</summary>
    public long? Cancel { get; init; }
}

/// <summary>What a worker says of a request.</summary>
internal enum WorkerAnswerKind
{
    /// <summary>A page was read; more follows.</summary>
    Page,

    /// <summary>Done: as many lines follow as there are letters, each a letter's JSON.</summary>
    Letters,

    /// <summary>The file cannot be read, and why.</summary>
    Failed,

    /// <summary>Stopped as asked.</summary>
    Cancelled,
}

/// <summary>What a worker answers, one line of JSON; letters follow on lines of their own, so that who only stores them need not parse them twice.</summary>
internal sealed record WorkerAnswer
{
    /// <summary>The request's.</summary>
    public required long Id { get; init; }

    /// <summary>What it says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // the first kind is the default value, which is left out elsewhere
    public required WorkerAnswerKind Kind { get; init; }

    /// <summary>Pages read so far, of <see cref="Pages"/>.</summary>
    public int Page { get; init; }

    /// <summary>Pages of the file.</summary>
    public int Pages { get; init; }

    /// <summary>How many letters follow.</summary>
    public int Letters { get; init; }

    /// <summary>Whether a page was read by OCR.</summary>
    public bool Ocr { get; init; }

    /// <summary>Time it took, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>Why it failed: one of <see cref="Service.ExitCode"/>.</summary>
    public int ExitCode { get; init; }

    /// <summary>Why it failed, in one line.</summary>
    public string? Message { get; init; }
}

/// <summary>Requests and answers as lines.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerContext : JsonSerializerContext;

/// <summary>Writes and reads those lines.</summary>
internal static class WorkerLine
{
    private static readonly JsonSerializerOptions Options = new(WorkerContext.Default.Options)
    {
        TypeInfoResolver = WorkerContext.Default,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of<T>(T message) => JsonSerializer.Serialize(message, Type<T>());

    /// <exception cref="JsonException">It is no such message.</exception>
    public static T Read<T>(string line) => JsonSerializer.Deserialize(line, Type<T>()) ?? throw new JsonException("null is no message.");

    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
