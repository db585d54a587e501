using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using NhanDao.Service.Jobs;
using NhanDao.Service.Keys;
using NhanDao.Service.Letters;
using NhanDao.Service.Review;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Hosting;

/// <summary>What the API writes besides letters, which have a contract of their own.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters =
    [typeof(WordConverter<JobState>), typeof(WordConverter<PartyRole>), typeof(WordConverter<Parsing.Model.ReferenceRelation>)])]
[JsonSerializable(typeof(JobResource))]
[JsonSerializable(typeof(JobPage))]
[JsonSerializable(typeof(CallerResource))]
[JsonSerializable(typeof(QueueResource))]
[JsonSerializable(typeof(ClearedResource))]
[JsonSerializable(typeof(LetterPage))]
[JsonSerializable(typeof(RevisionList))]
[JsonSerializable(typeof(DirectivePage))]
[JsonSerializable(typeof(DirectiveSummary))]
[JsonSerializable(typeof(DirectiveMark))]
[JsonSerializable(typeof(InstrumentResource))]
[JsonSerializable(typeof(VersionResource))]
[JsonSerializable(typeof(ImmutableArray<FieldChange>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ServiceJson : JsonSerializerContext
{
    /// <summary>With Vietnamese as it is.</summary>
    public static ServiceJson Readable => WithEncoder.Context;

    // Apart, so that it is made after Default, which lies in the generated half of this class.
    private static class WithEncoder
    {
        public static readonly ServiceJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
    }
}

/// <summary>Enums as camelCase words; a number is refused.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
