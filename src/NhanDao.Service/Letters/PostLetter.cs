using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;
using NhanDao.Service.Jobs;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary><c>POST /v1/letters</c>: a file in, its record out, or a job for what takes long.</summary>
internal sealed class PostLetter(
    LetterStore store, LetterReading letters, ContentStore content, JobJournal journal, JobRunner runner, FileReader reader, ReadingGate gate, Lifetime lifetime,
    IOptions<ServiceOptions> options)
{
    private const int LongestKey = 200;
    private static readonly ReadingOptions Choices = ReadingOptions.Default;

    /// <summary>A letter is read while the caller waits, and answered with its record; the same file again is the same letter.</summary>
    public static Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> HandleAsync(HttpContext context, ClaimsPrincipal user, PostLetter post, CancellationToken cancellation) =>
        post.ReceiveAsync(context, Caller.Of(user), cancellation);

    private async Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> ReceiveAsync(HttpContext context, Caller caller, CancellationToken cancellation)
    {
        if (lifetime.IsDraining)
            return Refused(context, Problem.Draining, 5);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey)
            return Problem.InvalidRequest.Because($"An Idempotency-Key has at most {LongestKey} characters.");
        if (context.Request.ContentLength > options.Value.InProcessTextBytes && gate.IsFull && !PrefersJob(context.Request))
            return Refused(context, Problem.Busy, 2); // before the body is taken in for nothing
        var (file, name) = await Upload.ReadAsync(context.Request, content, options.Value.MaxBytes, cancellation).ConfigureAwait(false);
        var isKept = false;
        try
        {
            var answer = await AnswerAsync(context, file, name, caller, key, cancellation).ConfigureAwait(false);
            isKept = answer.Result is not ProblemHttpResult;
            return answer;
        }
        finally
        {
            content.Release(file.Hash);
            if (!isKept)
                await store.ForgetAsync(file.Hash).ConfigureAwait(false);
        }
    }

    private async Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> AnswerAsync(
        HttpContext context, StoredFile file, string? name, Caller caller, string key, CancellationToken cancellation)
    {
        var request = $"{file.Hash} {Choices.Key}";
        if (key.Length > 0 && await journal.FindAsync(caller.Id, key, cancellation).ConfigureAwait(false) is { } used)
            return used.Request == request ? await ReplayAsync(context, used.JobId, cancellation).ConfigureAwait(false)
                : Problem.KeyReused.Because("Use a new Idempotency-Key for another file.");
        IdempotencyRow? once = key.Length == 0 ? null : new() { Caller = caller.Id, Key = key, Request = request, At = DateTimeOffset.UtcNow };

        if (await store.FindAsync(file.Hash, Choices.Key, cancellation).ConfigureAwait(false) is [_, ..] known)
        {
            var job = await journal.RecordAsync(journal.New(file, Choices, name, caller.KeyId, JobState.Done), once, cancellation).ConfigureAwait(false);
            return await RecordAsync(known, job.Id, StatusCodes.Status200OK, cancellation).ConfigureAwait(false);
        }
        return WantsJob(context.Request, file)
            ? await QueueAsync(context, file, name, caller, once, cancellation).ConfigureAwait(false)
            : await ReadAsync(context, file, name, caller, once, cancellation).ConfigureAwait(false);
    }

    /// <summary>A caller who asked for a job, or a file that would keep one waiting for long.</summary>
    private bool WantsJob(HttpRequest request, StoredFile file) => PrefersJob(request) || file.Length > options.Value.RespondAsyncAbove;

    private static bool PrefersJob(HttpRequest request) => request.Headers["Prefer"].Any(p => p?.Contains("respond-async", StringComparison.OrdinalIgnoreCase) == true);

    private async Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> QueueAsync(
        HttpContext context, StoredFile file, string? name, Caller caller, IdempotencyRow? once, CancellationToken cancellation)
    {
        if (await journal.CountQueuedAsync(cancellation).ConfigureAwait(false) >= options.Value.MaxQueuedJobs)
            return Refused(context, Problem.Busy, 30);
        var job = await journal.AcceptAsync(journal.New(file, Choices, name, caller.KeyId, JobState.Queued), file, once, cancellation).ConfigureAwait(false);
        runner.Tell(job.Id);
        return Accepted(context, job);
    }

    private async Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> ReadAsync(
        HttpContext context, StoredFile file, string? name, Caller caller, IdempotencyRow? once, CancellationToken cancellation)
    {
        using var turn = await gate.TryEnterAsync(reader.IsShortText(file), cancellation).ConfigureAwait(false);
        if (turn is null)
            return Refused(context, Problem.Busy, 2);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var read = await reader.ReadAsync(file, name, Choices, null, cancellation).ConfigureAwait(false);
            context.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"read;dur={Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0.0}");
            var job = journal.New(file, Choices, name, caller.KeyId, JobState.Done);
            var kept = (await store.KeepAsync(new(file, Choices, name, read) { Journal = job, Also = (context, _) => JobJournal.RememberAsync(context, job, once, cancellation) }, cancellation).ConfigureAwait(false))!.Value;
            return kept.Created
                ? new LetterRecord(kept.Letters[0], 1, kept.Record!, status: StatusCodes.Status201Created) { Others = kept.Letters[1..], Job = job.Id }
                : await RecordAsync(kept.Letters, job.Id, StatusCodes.Status200OK, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it becomes a problem; a defect is logged by the handler that it is thrown on to.
        catch (Exception exception) when (Problem.Of(exception).Problem != Problem.Defect)
#pragma warning restore CA1031
        {
            var (problem, reason) = Problem.Of(exception);
            var job = journal.New(file, Choices, name, caller.KeyId, problem == Problem.Quarantined ? JobState.Quarantined : JobState.Failed);
            (job.Problem, job.Reason) = (problem.Name, reason);
            if (problem != Problem.MissingTool) // may work tomorrow: nothing is to be remembered
                await journal.RecordAsync(job, once, cancellation).ConfigureAwait(false);
            return problem.Because(reason);
        }
    }

    /// <summary>The answer to a request that was sent before.</summary>
    private async Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> ReplayAsync(HttpContext context, long id, CancellationToken cancellation)
    {
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (await journal.FindAsync(id, cancellation).ConfigureAwait(false) is not { } job)
            return Problem.NotFound.Because("What came of the first request has been deleted.");
        if (job.State != JobState.Done)
            return job.Problem is { } problem ? Problem.Named(problem).Because(job.Reason) : Accepted(context, job);
        var known = await store.FindAsync(job.ContentHash, job.Options, cancellation).ConfigureAwait(false);
        return known.IsEmpty ? Problem.NotFound.Because("The letter has been deleted.") : await RecordAsync(known, job.Id, StatusCodes.Status200OK, cancellation).ConfigureAwait(false);
    }

    private async Task<Results<LetterRecord, Accepted<JobResource>, ProblemHttpResult>> RecordAsync(
        ImmutableArray<long> known, long job, int status, CancellationToken cancellation) =>
        await letters.FindAsync(known[0], null, cancellation).ConfigureAwait(false) is { } stored
            ? new LetterRecord(stored.Id, stored.Revision, stored.Record, status: status) { Others = known[1..], Job = job }
            : Problem.NotFound.Because("The letter was deleted at this moment.");

    private static Accepted<JobResource> Accepted(HttpContext context, JobRow job)
    {
        context.Response.Headers["Preference-Applied"] = "respond-async";
        context.Response.Headers.RetryAfter = JobResource.RetryAfter;
        return TypedResults.Accepted(JobResource.PathOf(job.Id), JobResource.Of(job, []));
    }

    private static ProblemHttpResult Refused(HttpContext context, Problem problem, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return problem.Because();
    }
}
