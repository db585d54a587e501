using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Jobs;

/// <summary>The jobs in the database. Every change of a job's state names the state it changes from, so each ends once.</summary>
internal sealed class JobJournal(LetterDatabase database, LetterStore store, TimeProvider clock)
{
    /// <summary>Jobs of this service; an import has others, which are left alone here.</summary>
    public const string Source = "api";

    /// <summary>How long a job stays with a service that gives no sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static readonly string Me = OwnerOf(Process.GetCurrentProcess());

    /// <summary>Writes a job down. When this returns, it will be done even if the process is killed.</summary>
    /// <param name="job">As it is to be in the journal.</param>
    /// <param name="file">What it is to read.</param>
    /// <param name="once">The caller's Idempotency-Key; null without one.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<JobRow> AcceptAsync(JobRow job, StoredFile file, IdempotencyRow? once, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        await store.AddFileAsync(context, file, clock.GetUtcNow(), cancellation).ConfigureAwait(false);
        return await WriteAsync(context, job, once, cancellation).ConfigureAwait(false);
    }, cancellation);

    /// <summary>Writes down a job that has ended already.</summary>
    public Task<JobRow> RecordAsync(JobRow job, IdempotencyRow? once, CancellationToken cancellation) =>
        database.WriteAsync(context => WriteAsync(context, job, once, cancellation), cancellation);

    /// <summary>A new job of this caller.</summary>
    public JobRow New(StoredFile file, ReadingOptions options, string? name, long? key, JobState state)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            State = state,
            Source = Source,
            KeyId = key,
            ContentHash = file.Hash,
            Options = options.Key,
            FileName = name,
            CreatedAt = now,
            EndedAt = state == JobState.Queued ? null : now,
        };
    }

    /// <summary>Takes the job that has waited longest; null when none waits.</summary>
    public async Task<JobRow?> ClaimAsync(CancellationToken cancellation)
    {
        while (true)
        {
            JobRow? next;
            var context = database.Open();
            await using (context.ConfigureAwait(false))
                next = await context.Jobs.Where(j => j.State == JobState.Queued && j.Source == Source).OrderBy(j => j.Id).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
            if (next is null)
                return null;
            var now = clock.GetUtcNow();
            next.Attempt++;
            if (await UpdateAsync(jobs => jobs.Where(j => j.Id == next.Id && j.State == JobState.Queued && j.Attempt == next.Attempt - 1)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Attempt, next.Attempt).SetProperty(j => j.Owner, Me)
                    .SetProperty(j => j.StartedAt, now).SetProperty(j => j.LeaseUntil, now + Lease), cancellation), cancellation).ConfigureAwait(false))
                return next;
        }
    }

    /// <summary>Says how far a job is, and that whoever has it lives.</summary>
    /// <returns>False when it was cancelled or taken over: stop.</returns>
    public Task<bool> RenewAsync(JobRow job, int pagesDone, int pagesTotal, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + Lease;
        return UpdateAsync(jobs => Mine(jobs, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.PagesDone, pagesDone).SetProperty(j => j.PagesTotal, pagesTotal)
            .SetProperty(j => j.LeaseUntil, until), cancellation), cancellation);
    }

    /// <summary>Ends a job that came to nothing.</summary>
    public Task<bool> EndAsync(JobRow job, JobState state, string problem, string reason, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(jobs => Mine(jobs, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.State, state).SetProperty(j => j.EndedAt, now)
            .SetProperty(j => j.Problem, problem).SetProperty(j => j.Reason, reason).SetProperty(j => j.Owner, (string?)null)
            .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), cancellation), cancellation);
    }

    /// <summary>Gives a job back: the service stops, and the next one goes on.</summary>
    public Task<bool> GiveBackAsync(JobRow job) => UpdateAsync(jobs => Mine(jobs, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Queued)
        .SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null)), default);

    /// <returns>False when it has ended already.</returns>
    public Task<bool> CancelAsync(long job, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(jobs => jobs.Where(j => j.Id == job && (j.State == JobState.Queued || j.State == JobState.Running)).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Owner, (string?)null), cancellation), cancellation);
    }

    /// <summary>Puts back what services had that are gone.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TakeOverAsync(CancellationToken cancellation)
    {
        List<JobRow> running;
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            running = await context.Jobs.Where(j => j.State == JobState.Running && j.Source == Source && j.Owner != Me).ToListAsync(cancellation).ConfigureAwait(false);
        var taken = 0;
        foreach (var job in running.Where(j => j.LeaseUntil < clock.GetUtcNow() || IsDead(j.Owner)))
            if (await GiveBackAsync(job).ConfigureAwait(false))
                taken++;
        return taken;
    }

    public async Task<int> CountQueuedAsync(CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await context.Jobs.CountAsync(j => j.State == JobState.Queued && j.Source == Source, cancellation).ConfigureAwait(false);
    }

    public async Task<JobRow?> FindAsync(long job, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await context.Jobs.FirstOrDefaultAsync(j => j.Id == job, cancellation).ConfigureAwait(false);
    }

    /// <summary>What an Idempotency-Key was used for before; null when it was not.</summary>
    public async Task<IdempotencyRow?> FindAsync(string caller, string key, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await context.IdempotencyKeys.FirstOrDefaultAsync(i => i.Caller == caller && i.Key == key, cancellation).ConfigureAwait(false);
    }

    private static async Task<JobRow> WriteAsync(NhanDaoContext context, JobRow job, IdempotencyRow? once, CancellationToken cancellation)
    {
        await context.PutAsync([job], cancellation).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await RememberAsync(context, job, once, cancellation).ConfigureAwait(false);
        return job;
    }

    /// <summary>Notes the Idempotency-Key that a job was asked for with.</summary>
    public static async Task RememberAsync(NhanDaoContext context, JobRow job, IdempotencyRow? once, CancellationToken cancellation)
    {
        if (once is null)
            return;
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false); // gives the job its number
        if (!await context.IdempotencyKeys.AnyAsync(i => i.Caller == once.Caller && i.Key == once.Key, cancellation).ConfigureAwait(false))
        {
            once.JobId = job.Id;
            context.IdempotencyKeys.Add(once);
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static IQueryable<JobRow> Mine(IQueryable<JobRow> jobs, JobRow job) => jobs.Where(j => j.Id == job.Id && j.State == JobState.Running && j.Attempt == job.Attempt);

    private async Task<bool> UpdateAsync(Func<IQueryable<JobRow>, Task<int>> update, CancellationToken cancellation) =>
        await database.WriteAsync(context => update(context.Jobs), cancellation).ConfigureAwait(false) > 0;

    /// <summary>A process that no other is mistaken for, even when its number is used again.</summary>
    private static string OwnerOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{process.Id}:{process.StartTime.ToUniversalTime().Ticks}");

    /// <summary>Whether it was a process of this machine that is no more; false where nobody can tell.</summary>
    private static bool IsDead(string? owner)
    {
        if (owner?.Split(':') is not [var machine, var id, _] || machine != Environment.MachineName)
            return false;
        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            return OwnerOf(process) != owner;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
