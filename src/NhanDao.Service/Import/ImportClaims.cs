using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing;
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

    /// <summary>A job taken so often without an end, on whatever machines, ends in quarantine.</summary>
    private const int MostTaken = 10;

    /// <summary>Takes one job; null when it has ended, is somebody's who may be alive, or was taken too often and is set aside now.</summary>
    public async Task<ImportTask?> ClaimAsync(long job, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        JobRow? row;
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            row = await context.Jobs.SingleOrDefaultAsync(j => j.Id == job, cancellation).ConfigureAwait(false);
        if (row is not { State: JobState.Queued or JobState.Running } || !IsFree(row, now)
            || !await database.WriteAsync(write => ClaimAsync(write, job, row.Attempt, now, cancellation), cancellation).ConfigureAwait(false))
            return null;
        var task = new ImportTask(job, row.Attempt + 1, Stored(row.ContentHash, content.Holds(row.ContentHash) ? new FileInfo(content.PathOf(row.ContentHash)).Length : 0), row.FileName ?? row.ContentHash);
        if (row.Attempt == 0 || row.Attempt % MostTaken != 0)
            return task;
        await QuarantineAsync(task, new(ExitCode.Unreadable(UnreadableReason.TooCostly), $"It was taken {row.Attempt} times, and every time whoever had it died."), null, 0, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>Jobs that nobody has at hand, though they have waited for so long: their message may be lost.</summary>
    public async Task<ImmutableArray<long>> ForgottenAsync(TimeSpan age, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var before = now - age;
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return [.. await context.Jobs.Where(j => j.Source == Source && ((j.State == JobState.Queued && j.CreatedAt < before) || (j.State == JobState.Running && j.LeaseUntil < now)))
                .OrderBy(j => j.Id).Select(j => j.Id).Take(most).ToListAsync(cancellation).ConfigureAwait(false)];
    }

    /// <summary>Gives one job back.</summary>
    public Task<int> GiveBackAsync(ImportTask task) => database.WriteAsync(context => context.Jobs.Where(j => j.Id == task.Job && j.Attempt == task.Attempt && j.State == JobState.Running)
        .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Queued).SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null)), CancellationToken.None);

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
    public Task<int> RenewAsync(CancellationToken cancellation) => database.WriteAsync(context =>
    {
        var until = clock.GetUtcNow() + Lease;
        return context.Jobs.Where(j => j.Owner == Owner && j.State == JobState.Running).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until), cancellation);
    }, cancellation);

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
