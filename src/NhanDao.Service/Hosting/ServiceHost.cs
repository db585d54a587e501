using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NhanDao.Service.Jobs;
using NhanDao.Service.Keys;
using NhanDao.Service.Letters;
using NhanDao.Service.Review;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Hosting;

/// <summary>The HTTP service, put together.</summary>
internal static class ServiceHost
{
    private const int FormOverhead = 64 * 1024; // what multipart adds to a file of the largest size

    /// <param name="listen">Where it listens; port 0 for any that is free.</param>
    /// <param name="settings">Values of <see cref="ServiceOptions"/> that come before environment and file: «NhanDao:Name».</param>
    /// <param name="file">A JSON file with more; null for none.</param>
    /// <param name="services">Added last, so that a test can put its own in place.</param>
    public static WebApplication Build(IPEndPoint listen, IEnumerable<KeyValuePair<string, string?>> settings, string? file = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "nhandao" });
        builder.Configuration.Sources.Clear();
        if (file is not null)
            builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables("NHANDAO_").AddInMemoryCollection(settings);

        builder.Services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        var options = builder.Configuration.GetSection(ServiceOptions.Section).Get<ServiceOptions>() ?? new();

        options.MakeDataFolder();
        AddLogging(builder.Logging);
        AddKestrel(builder.WebHost, listen, options);
        AddParts(builder.Services, options);
        builder.Services.AddDataProtection().SetApplicationName("nhandao").PersistKeysToFileSystem(new(Path.Combine(options.DataFolder, "keys"))); // of sign-in cookies
        Access.Add(builder.Services, options);
        RateLimits.Add(builder.Services, options);
        Tracing.Add(builder.Services, options);
        ProblemHandling.Add(builder.Services);
        builder.Services.AddApiDescription();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = ServiceJson.Readable.Options.Encoder;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServiceJson.Readable);
            foreach (var converter in ServiceJson.Readable.Options.Converters) // a context's own converters do not come with it
                json.SerializerOptions.Converters.Add(converter);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.ShutdownSeconds));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>(); // the command decides when it ends
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use(RequestLog.WriteAsync);
        ProblemHandling.Use(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapLetters();
        app.MapJobs();
        app.MapQueue();
        app.MapDirectives();
        app.MapInstruments();
        app.MapCaller();
        app.MapHealth();
        app.MapApiDescription();
        app.MapReviewPages();
        return app;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // What the frameworks log holds paths with searches in them, and texts of queries.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter(typeof(KeyAuthentication).FullName, LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
    }

    private static void AddKestrel(IWebHostBuilder web, IPEndPoint listen, ServiceOptions options) => web.UseKestrelCore().ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxBytes + FormOverhead;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.MinBodyBytesPerSecond, TimeSpan.FromSeconds(5));
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Listen(listen);
    });

    private static void AddParts(IServiceCollection services, ServiceOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Lifetime>();
        services.AddSingleton<ServiceMeter>();
        services.AddSingleton<PrometheusText>();
        services.AddSingleton(_ => LetterDatabase.Of(options.DatabaseConnection));
        services.AddSingleton(_ => new ContentStore(options.FilesFolder));
        services.AddSingleton(_ => new WorkerPool(new() { Count = options.MaxConcurrentParses }));
        services.AddSingleton<LetterStore>();
        services.AddSingleton<LetterReading>();
        services.AddSingleton<ReadingGate>();
        services.AddSingleton<FileReader>();
        services.AddSingleton<PageImages>();
        services.AddSingleton<PostLetter>();
        services.AddSingleton<JobJournal>();
        services.AddSingleton<BrokerQueue>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<StartUp>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
    }

    /// <summary>Brings the tables up to date before anything else starts.</summary>
    private sealed class StartUp(LetterDatabase database, ContentStore content, PrometheusText metrics, ServiceMeter meter, ReadingGate gate) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            metrics.Start();
            meter.Watch("nhandao.readings", "Files that are being read.", () => gate.Load.Reading);
            meter.Watch("nhandao.waiting", "Requests that wait to be read.", () => gate.Load.Waiting);
            content.RemoveLeftovers();
            return database.MigrateAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
