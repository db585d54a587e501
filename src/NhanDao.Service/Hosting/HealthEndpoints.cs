using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NhanDao.Parsing.Model;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Hosting;

/// <summary>What a supervisor, a load balancer and a metrics collector ask.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").WithTags("Health").AllowAnonymous().DisableRateLimiting();
        open.MapGet("/livez", Live).WithName("live").WithSummary("Whether the process answers.");
        open.MapGet("/readyz", Ready).WithName("ready").WithSummary("Whether it takes work: the database answers and it is not stopping.").ProducesProblem(503);
        open.MapGet("/version", Version).WithName("version").WithSummary("Which version this is.");
        routes.MapGet("/metrics", Metrics).WithTags("Health").RequireAuthorization().WithName("metrics").WithSummary("Counters and durations in the Prometheus text format; any key will do.")
            .Produces<string>(200, "text/plain");
    }

    private static Ok Live() => TypedResults.Ok();

    private static async Task<Results<Ok, ProblemHttpResult>> Ready(HttpContext http, Lifetime lifetime, LetterDatabase database, CancellationToken cancellation)
    {
        if (lifetime.IsReady && await database.AnswersAsync(cancellation).ConfigureAwait(false))
            return TypedResults.Ok();
        http.Response.Headers.RetryAfter = "1";
        return Problem.Draining.Because(lifetime.IsDraining ? null : "It is not ready: the database does not answer, or it is still starting.");
    }

    private static Ok<VersionResource> Version() => TypedResults.Ok(new VersionResource(ProgramVersion.Text, Letter.Contract, RuntimeInformation.FrameworkDescription));

    private static ContentHttpResult Metrics(PrometheusText metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8");
}

/// <summary>What runs here.</summary>
/// <param name="Version">Of nhandao.</param>
/// <param name="Contract">Of its records.</param>
/// <param name="Runtime">What it runs on.</param>
internal sealed record VersionResource(string Version, string Contract, string Runtime);
