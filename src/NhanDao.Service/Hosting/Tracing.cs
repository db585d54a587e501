using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NhanDao.Service.Hosting;

/// <summary>
/// Traces: a span for each request, job, reading, worker and write, so that one sees where the time went. They hold ids, counts and kinds; a path or a query
/// may hold words, and stays out. Sent by OTLP where <see cref="ServiceOptions.OtlpEndpoint"/> says to; otherwise nobody listens and none is made.
/// </summary>
internal static class Tracing
{
    public const string Name = "NhanDao.Service";

    /// <summary>Of all our spans.</summary>
    public static readonly ActivitySource Source = new(Name, ProgramVersion.Text);

    /// <summary>Tags of ASP.NET Core's span that hold what the caller wrote.</summary>
    private static readonly string[] CallersWords = ["url.path", "url.query", "url.full", "user_agent.original", "server.address"];

    public static void Add(IServiceCollection services, ServiceOptions options)
    {
        if (options.OtlpEndpoint is { } endpoint)
            Export(services, new(endpoint), options);
    }

    private static void Export(IServiceCollection services, Uri endpoint, ServiceOptions options) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("nhandao", serviceVersion: ProgramVersion.Text))
        .WithTracing(traces => traces
            .AddSource(Name)
            .AddAspNetCoreInstrumentation(Quiet)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceShare)))
            .AddOtlpExporter(otlp =>
            {
                otlp.Endpoint = endpoint;
                otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
                otlp.Headers = options.OtlpHeaders;
            }));

    private static void Quiet(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = context => context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal);
        requests.EnrichWithHttpRequest = (span, _) => Forget(span);
        requests.EnrichWithHttpResponse = (span, _) => Forget(span);
    }

    private static void Forget(Activity span)
    {
        foreach (var tag in CallersWords)
            span.SetTag(tag, null);
    }

    /// <summary>Says how a span ended, by the kind of what went wrong and never by its message.</summary>
    public static void Failed(this Activity? span, Exception exception) => span?.SetTag("error.type", exception.GetType().Name).SetStatus(ActivityStatusCode.Error);
}
