using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NhanDao.Parsing;

namespace NhanDao.Service.Hosting;

/// <summary>Choices of <c>nhandao serve</c>, with their defaults. Set by <c>NHANDAO_NhanDao__Name=value</c> in the environment or in a JSON file. docs/service.md lists them.</summary>
internal sealed class ServiceOptions
{
    public const string Section = "NhanDao";

    /// <summary>Holds the SQLite database and the files.</summary>
    [Required]
    public string DataFolder { get; set; } = DefaultDataFolder;

    /// <summary>«Host=…» for PostgreSQL; null for the SQLite file in <see cref="DataFolder"/>.</summary>
    public string? Database { get; set; }

    /// <summary>A larger request is refused with 413, in bytes.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>A file with more pages is refused.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; set; } = ParsingOptions.Default.MaxPages;

    /// <summary>A page with more pixels is refused before it is decoded.</summary>
    [Range(1, long.MaxValue)]
    public long MaxPixels { get; set; } = ParsingOptions.Default.MaxPixels;

    /// <summary>How long the reading of one file may take.</summary>
    [Range(1, 86_400)]
    public int ParseSeconds { get; set; } = 600;

    /// <summary>How many files are read at a time.</summary>
    [Range(1, 1024)]
    public int MaxConcurrentParses { get; set; } = Environment.ProcessorCount;

    /// <summary>How many requests may wait for their turn to be read; the next gets 429.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingParses { get; set; } = Environment.ProcessorCount;

    /// <summary>As <see cref="MaxWaitingParses"/>, for typed letters, which take milliseconds.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingTexts { get; set; } = 256;

    /// <summary>A typed letter up to this size is read in the service itself; a larger one by a worker. In bytes.</summary>
    [Range(0, 1024 * 1024)]
    public int InProcessTextBytes { get; set; } = 64 * 1024;

    /// <summary>A larger file is answered with 202 and a job even where the caller did not ask for it. In bytes.</summary>
    [Range(0, long.MaxValue)]
    public long RespondAsyncAbove { get; set; } = 8L * 1024 * 1024;

    /// <summary>How many jobs may wait; the next gets 429.</summary>
    [Range(1, 10_000_000)]
    public int MaxQueuedJobs { get; set; } = 10_000;

    /// <summary>Requests a second that one key may send on average.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 1000;

    /// <summary>How many requests a key may send at once beyond that.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; set; } = 2000;

    /// <summary>Requests a second from one address that come without a key that is known.</summary>
    [Range(1, 1_000_000)]
    public int UnknownRequestsPerSecond { get; set; } = 50;

    /// <summary>How slow a body may come before the request is ended, in bytes a second.</summary>
    [Range(1, 1_000_000)]
    public int MinBodyBytesPerSecond { get; set; } = 240;

    /// <summary>How long new work is refused with 503 before the listener closes, so that a load balancer notices.</summary>
    [Range(0, 600)]
    public int DrainSeconds { get; set; }

    /// <summary>How long work under way may take to end when the service stops.</summary>
    [Range(0, 3600)]
    public int ShutdownSeconds { get; set; } = 30;

    /// <summary>OpenID Connect issuer whose tokens are taken besides keys; null for none.</summary>
    public string? OidcAuthority { get; set; }

    /// <summary>What its tokens must be made out to.</summary>
    public string OidcAudience { get; set; } = "nhandao";

    /// <summary>Where traces go, as OTLP over HTTP: «http://127.0.0.1:4318/v1/traces»; null for none.</summary>
    [Url]
    public string? OtlpEndpoint { get; set; }

    /// <summary>Headers that the collector asks for: «name=value,name=value».</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>Which share of the requests is traced, from 0 to 1. A caller that sends a trace of its own decides for itself.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 1;

    /// <summary>The RabbitMQ broker whose queues the page shows to admins, «amqp://…»; null for none.</summary>
    public string? Queue { get; set; }

    public static string DefaultDataFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } share ? share : ".", "nhandao");

    /// <summary>What the environment and <paramref name="settings"/>, which come first, say.</summary>
    public static ServiceOptions Read(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddEnvironmentVariables("NHANDAO_").AddInMemoryCollection(settings).Build().GetSection(Section).Get<ServiceOptions>() ?? new();

    /// <summary>Makes the data folder where there is none, for its owner alone: letters are nobody else's business.</summary>
    public void MakeDataFolder()
    {
        if (Directory.Exists(DataFolder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(DataFolder);
        else
            Directory.CreateDirectory(DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string DatabaseConnection => Database ?? Path.Combine(DataFolder, "nhandao.db");

    public string FilesFolder => Path.Combine(DataFolder, "files");

    public ParsingOptions Limits => ParsingOptions.Default with { MaxBytes = MaxBytes, MaxPages = MaxPages, MaxPixels = MaxPixels };
}

/// <summary>Checks the options when the service starts.</summary>
[OptionsValidator]
internal sealed partial class ServiceOptionsValidator : IValidateOptions<ServiceOptions>;
