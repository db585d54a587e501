using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Jobs;

/// <summary>How jobs are followed and called off.</summary>
internal static class JobEndpoints
{
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromMilliseconds(300);

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/v1/jobs").WithTags("Jobs").RequireAuthorization(Access.ReadOrParse);
        jobs.MapGet("", List).WithName("listJobs").WithSummary("Jobs, newest first.").ProducesProblem(400);
        jobs.MapGet("/{id:long}", Get).WithName("getJob").WithSummary("Where a job stands.").ProducesProblem(404);
        jobs.MapDelete("/{id:long}", Cancel).WithName("cancelJob").WithSummary("Calls a job off.").ProducesProblem(404).ProducesProblem(409);
        jobs.MapGet("/{id:long}/events", Events).WithName("followJob").WithSummary("Every change of a job until it ends, as server-sent events.").ProducesProblem(404);
    }

    private static async Task<Results<Ok<JobPage>, ProblemHttpResult>> List(
        [AsParameters] JobFilter filter, ClaimsPrincipal user, LetterDatabase database, CancellationToken cancellation)
    {
        if (filter.Mistake is { } mistake)
            return Problem.InvalidRequest.Because(mistake);
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var limit = filter.Limit ?? JobFilter.DefaultLimit;
            var rows = await filter.Apply(context.Jobs, Caller.Of(user)).OrderByDescending(j => j.Id).Take(limit + 1).ToListAsync(cancellation).ConfigureAwait(false);
            var hashes = rows.Select(j => j.ContentHash).Distinct().ToList();
            var letters = (await context.Letters.Where(l => hashes.Contains(l.ContentHash)).OrderBy(l => l.Id).Select(l => new { l.Id, l.ContentHash, l.Options })
                .ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(l => (l.ContentHash, l.Options), l => l.Id);
            return TypedResults.Ok(new JobPage(
                [.. rows.Take(limit).Select(j => JobResource.Of(j, j.State == JobState.Done ? letters[(j.ContentHash, j.Options)] : []))], rows.Count > limit ? rows[limit - 1].Id : null));
        }
    }

    private static async Task<Results<Ok<JobResource>, ProblemHttpResult>> Get(
        long id, HttpContext context, ClaimsPrincipal user, JobJournal journal, LetterStore store, CancellationToken cancellation)
    {
        if (await FindAsync(id, Caller.Of(user), journal, store, cancellation).ConfigureAwait(false) is not { } job)
            return Problem.NotFound.Because();
        if (!job.HasEnded)
            context.Response.Headers.RetryAfter = JobResource.RetryAfter;
        else if (job.Letters is [var first, ..])
            context.Response.Headers.Link = $"<{first}>; rel=\"result\"";
        return TypedResults.Ok(job);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Cancel(
        long id, ClaimsPrincipal user, JobJournal journal, LetterStore store, JobRunner runner, CancellationToken cancellation)
    {
        var caller = Caller.Of(user);
        if (await journal.FindAsync(id, cancellation).ConfigureAwait(false) is not { } job || !Sees(caller, job))
            return Problem.NotFound.Because();
        if (job.KeyId != caller.KeyId && !caller.Scopes.HasFlag(Scopes.Admin))
            return Problem.Forbidden.Because("Only who sent the file, or an admin, calls its job off.");
        if (!await journal.CancelAsync(id, cancellation).ConfigureAwait(false))
            return Problem.Conflict.Because("The job has ended already.");
        runner.Stop(id);
        await store.ForgetAsync(job.ContentHash).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<Results<ServerSentEventsResult<JobResource>, ProblemHttpResult>> Events(
        long id, ClaimsPrincipal user, JobJournal journal, LetterStore store, Lifetime lifetime, CancellationToken cancellation)
    {
        var caller = Caller.Of(user);
        return await FindAsync(id, caller, journal, store, cancellation).ConfigureAwait(false) is null
            ? Problem.NotFound.Because()
            : TypedResults.ServerSentEvents(FollowAsync(id, caller, journal, store, lifetime, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<JobResource>> FollowAsync(
        long id, Caller caller, JobJournal journal, LetterStore store, Lifetime lifetime, [EnumeratorCancellation] CancellationToken cancellation)
    {
        JobResource? last = null;
        while (!lifetime.IsDraining && await FindAsync(id, caller, journal, store, cancellation).ConfigureAwait(false) is { } now)
        {
            if (last is null || (now.State, now.PagesDone, now.PagesTotal) != (last.State, last.PagesDone, last.PagesTotal))
                yield return new(now, now.HasEnded ? "ended" : "progress") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
            if (now.HasEnded)
                yield break;
            last = now;
            await Task.Delay(BetweenEvents, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<JobResource?> FindAsync(long id, Caller caller, JobJournal journal, LetterStore store, CancellationToken cancellation) =>
        await journal.FindAsync(id, cancellation).ConfigureAwait(false) is not { } job || !Sees(caller, job) ? null
        : JobResource.Of(job, job.State == JobState.Done ? await store.FindAsync(job.ContentHash, job.Options, cancellation).ConfigureAwait(false) : []);

    private static bool Sees(Caller caller, JobRow job) => caller.SeesAll || (job.KeyId is not null && job.KeyId == caller.KeyId);
}
