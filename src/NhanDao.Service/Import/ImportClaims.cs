using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Pages;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>Taking, renewing and giving back what waits in the journal.</summary>
internal sealed partial class ImportJournal
{
    /// <summary>A page of the files that wait and that nobody alive has at hand: those never begun, and those whose owner was killed.</summary>
    /// <param name="after">Id of the last file of the page before; 0 for the first.</param>
    /// <param name="most">Most files of a page.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The files, with the numbers that they were last taken with; and what to ask for the next page with, null behind the last.</returns>
    public async Task<(ImmutableArray<ImportTask> Files, long? Next)> WaitingAsync(long after, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var waiting = await (
                from file in context.ImportFiles
                where file.State == ImportState.Waiting && file.Id > after
                join job in context.Jobs on file.JobId equals job.Id
                where job.State == JobState.Queued || job.State == JobState.Running
                orderby file.Id
                select new { file.Id, file.Path, file.Length, Job = job }).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
            return ([.. waiting.Where(w => IsFree(w.Job, now)).Select(w => new ImportTask(w.Job.Id, w.Job.Attempt, Stored(w.Job.ContentHash, w.Length), w.Path))],
                waiting.Count == most ? waiting[^1].Id : null);
        }
    }

    /// <summary>Takes files under a new fencing number each: an owner that was only thought dead can write nothing any more.</summary>
    /// <returns>Those that nobody else was quicker to take.</returns>
    public Task<ImmutableArray<ImportTask>> TakeAsync(IReadOnlyCollection<ImportTask> files, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var now = clock.GetUtcNow();
        var taken = ImmutableArray.CreateBuilder<ImportTask>();
        foreach (var file in files)
            if (await ClaimAsync(context, file.Job, file.Attempt, now, cancellation).ConfigureAwait(false))
                taken.Add(file with { Attempt = file.Attempt + 1 });
        return taken.ToImmutable();
    }, cancellation);

    /// <summary>Files that wait for a job which somebody else has ended (a person, in the service) end as it did.</summary>
    public Task<int> SettleStrayAsync(CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var strays = await (
            from file in context.ImportFiles
            where file.State == ImportState.Waiting
            join job in context.Jobs on file.JobId equals job.Id
            where job.State != JobState.Queued && job.State != JobState.Running
            select new { File = file, Job = job }).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var stray in strays)
            if (stray.Job.State == JobState.Cancelled)
                stray.Job.State = JobState.Queued; // called off by somebody who knew nothing of the import
            else
                (stray.File.State, stray.File.Reason, stray.File.EndedAt) =
                    (stray.Job.State == JobState.Done ? ImportState.Done : ImportState.Quarantined, stray.Job.Reason, stray.Job.EndedAt);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return strays.Count;
    }, cancellation);

    private static bool IsFree(JobRow job, DateTimeOffset now) => job.State == JobState.Queued
        || job.LeaseUntil is null || job.LeaseUntil < now || (job.Owner is { } owner && ImportOwner.IsGone(owner));

    private async Task<bool> ClaimAsync(NhanDaoContext context, long job, int seen, DateTimeOffset now, CancellationToken cancellation) =>
        await context.Jobs.Where(j => j.Id == job && j.Attempt == seen && (j.State == JobState.Queued || j.State == JobState.Running)).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Attempt, seen + 1).SetProperty(j => j.Owner, Owner)
            .SetProperty(j => j.LeaseUntil, now + Lease).SetProperty(j => j.StartedAt, now), cancellation).ConfigureAwait(false) == 1;

    private StoredFile Stored(string hash, long length)
    {
        Span<byte> head = stackalloc byte[FileSignature.HeadLength];
        if (!content.Holds(hash))
            return new(hash, length, MediaTypes.Of([])); // reading it will say so
        using var file = File.OpenRead(content.PathOf(hash));
        return new(hash, length, MediaTypes.Of(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]));
    }

    /// <summary>Says that this process still lives.</summary>
    public async Task RenewAsync(CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + Lease;
        await database.WriteAsync(context => context.Jobs.Where(j => j.Owner == Owner && j.State == JobState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until), cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives back what was not finished, for the next run.</summary>
    public Task<int> ReleaseAsync() => database.WriteAsync(context => context.Jobs.Where(j => j.Owner == Owner && j.State == JobState.Running).ExecuteUpdateAsync(set => set
        .SetProperty(j => j.State, JobState.Queued).SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null)), CancellationToken.None);

    /// <summary>Lets files in quarantine be read again.</summary>
    /// <param name="paths">Files, or folders with all they hold; none for every file.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Their paths.</returns>
    public Task<ImmutableArray<string>> RetryAsync(IReadOnlyCollection<string> paths, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var rows = await context.ImportFiles.Where(f => f.State == ImportState.Quarantined).ToListAsync(cancellation).ConfigureAwait(false);
        rows.RemoveAll(row => paths.Count > 0 && !paths.Any(path => row.Path == path || row.Path.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)));
        foreach (var row in rows)
            if (row.JobId is { } id)
            {
                row.State = ImportState.Waiting;
                (row.Reason, row.FailureCode, row.Log, row.EndedAt) = (null, null, null, null);
                await context.Jobs.Where(j => j.Id == id && (j.State == JobState.Failed || j.State == JobState.Quarantined)).ExecuteUpdateAsync(set => set
                    .SetProperty(j => j.State, JobState.Queued).SetProperty(j => j.Reason, (string?)null).SetProperty(j => j.Problem, (string?)null)
                    .SetProperty(j => j.EndedAt, (DateTimeOffset?)null), cancellation).ConfigureAwait(false);
            }
            else
                row.ModifiedAt = DateTimeOffset.UnixEpoch; // it was never taken in: the walk finds it changed
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return rows.Select(r => r.Path).ToImmutableArray();
    }, cancellation);

    /// <summary>How many files stand where.</summary>
    public async Task<ImportCounts> CountAsync(CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var counts = await context.ImportFiles.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation).ConfigureAwait(false);
            return new(Of(ImportState.Waiting), Of(ImportState.Done), Of(ImportState.Duplicate), Of(ImportState.Quarantined));

            int Of(ImportState state) => counts.GetValueOrDefault(state);
        }
    }
}
