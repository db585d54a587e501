using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NhanDao.Parsing.Model;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Import;

/// <summary>A file whose content is to be read, taken under a fencing number.</summary>
/// <param name="Job">The job in the journal.</param>
/// <param name="Attempt">The number it was taken with: what is written under an older one is refused.</param>
/// <param name="Stored">Its content.</param>
/// <param name="Path">Where it was found.</param>
internal sealed record ImportTask(long Job, int Attempt, StoredFile Stored, string Path);

/// <summary>A file that was found, and its content in the store or why it could not be taken in.</summary>
internal sealed record TakenFile(FoundFile Found, StoredFile? Stored, Failure? Failure);

/// <summary>What became of files when they were written into the journal.</summary>
/// <param name="Tasks">Those to be read.</param>
/// <param name="Ended">Those that have come to their end at once.</param>
/// <param name="Unchanged">How many were only touched.</param>
internal sealed record Registered(ImmutableArray<ImportTask> Tasks, ImmutableArray<(string Path, ImportState State, string? Reason)> Ended, int Unchanged);

/// <summary>How many files came to which end.</summary>
internal readonly record struct ImportCounts(int Waiting, int Done, int Duplicate, int Quarantined)
{
    public int All => Waiting + Done + Duplicate + Quarantined;

    public int Ended => All - Waiting;
}

/// <summary>
/// The journal of imported files: what was found, and what became of it. A file's letters, its job and its line here are written in one
/// transaction, so whenever the importer is killed, each file is either untouched or settled.
/// </summary>
internal sealed partial class ImportJournal(LetterDatabase database, LetterStore letters, ContentStore content, ReadingOptions reading, TimeProvider clock)
{
    /// <summary><see cref="JobRow.Source"/> of what comes from here.</summary>
    public const string Source = "import";

    /// <summary>A job whose owner has not renewed it for so long is anybody's.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>What a job's <see cref="JobRow.Owner"/> is while it is at hand here; null leaves new jobs in the queue for other machines.</summary>
    public string? Owner { get; init; } = ImportOwner.Own;

    /// <summary>Those of <paramref name="files"/> that the journal does not hold as they are now.</summary>
    public async Task<List<FoundFile>> NewAsync(IReadOnlyCollection<FoundFile> files, CancellationToken cancellation)
    {
        var paths = files.Select(f => f.Path).ToArray();
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var known = await context.ImportFiles.Where(f => paths.Contains(f.Path)).Select(f => new { f.Path, f.Length, f.ModifiedAt })
                .ToDictionaryAsync(f => f.Path, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
            return [.. files.Where(f => !known.TryGetValue(f.Path, out var row) || row.Length != f.Length || row.ModifiedAt != f.ModifiedAt)];
        }
    }

    /// <summary>Whether the journal holds this content under another path.</summary>
    public async Task<bool> HoldsAsync(string hash, string path, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await context.ImportFiles.AnyAsync(f => f.ContentHash == hash && f.Path != path, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes files into the journal: each is to be read, a duplicate, or in quarantine.</summary>
    /// <returns>What is to be read is taken for <see cref="Owner"/>.</returns>
    public Task<Registered> RegisterAsync(IReadOnlyCollection<TakenFile> files, CancellationToken cancellation) =>
        database.WriteAsync(context => RegisterAsync(context, files, cancellation), cancellation);

    private async Task<Registered> RegisterAsync(NhanDaoContext context, IReadOnlyCollection<TakenFile> files, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var paths = files.Select(f => f.Found.Path).ToArray();
        var hashes = files.Select(f => f.Stored?.Hash).OfType<string>().Distinct().ToArray();
        var rows = await context.ImportFiles.Where(f => paths.Contains(f.Path)).ToDictionaryAsync(f => f.Path, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        foreach (var (found, stored, _) in files)
            if (rows.TryGetValue(found.Path, out var row) && row.ContentHash != stored?.Hash)
                await LetGoAsync(context, row, cancellation).ConfigureAwait(false);
        // Whoever found the content first: a file, or a person who sent it to the service.
        var originals = await context.ImportFiles.Where(f => hashes.Contains(f.ContentHash!) && f.OriginalId == null && !paths.Contains(f.Path))
            .Select(f => new { f.ContentHash, f.Id }).ToListAsync(cancellation).ConfigureAwait(false);
        var first = new Dictionary<string, ImportFileRow>(StringComparer.Ordinal);
        var ids = originals.GroupBy(f => f.ContentHash!).ToDictionary(g => g.Key, g => g.Min(f => f.Id), StringComparer.Ordinal);
        var kept = await context.Letters.Where(l => hashes.Contains(l.ContentHash) && l.Options == reading.Key).Select(l => l.ContentHash).Distinct().ToListAsync(cancellation).ConfigureAwait(false);

        var tasks = new List<(ImportFileRow Row, JobRow Job, StoredFile Stored)>();
        var copies = new List<(ImportFileRow Row, ImportFileRow Original)>();
        var ended = ImmutableArray.CreateBuilder<(string, ImportState, string?)>();
        var unchanged = 0;
        foreach (var (found, stored, failure) in files)
        {
            if (!rows.TryGetValue(found.Path, out var row))
                context.ImportFiles.Add(row = new() { Path = found.Path });
            else if (stored is not null && row.ContentHash == stored.Hash)
            {
                (row.Length, row.ModifiedAt) = (found.Length, found.ModifiedAt); // touched, not changed
                unchanged++;
                continue;
            }
            Reset(row, found, stored?.Hash);
            if (stored is null)
            {
                (row.State, row.Reason, row.FailureCode, row.EndedAt, row.Attempts) = (ImportState.Quarantined, failure!.Message, failure.ExitCode, now, 1);
                ended.Add((found.Path, row.State, row.Reason));
            }
            else if (ids.TryGetValue(stored.Hash, out var original) || kept.Contains(stored.Hash) || first.ContainsKey(stored.Hash))
            {
                (row.State, row.EndedAt) = (ImportState.Duplicate, now);
                row.OriginalId = original != 0 ? original : null;
                if (first.TryGetValue(stored.Hash, out var before))
                    copies.Add((row, before));
                ended.Add((found.Path, row.State, null));
            }
            else
            {
                first[stored.Hash] = row;
                var job = new JobRow
                {
                    Source = Source,
                    ContentHash = stored.Hash,
                    Options = reading.Key,
                    FileName = System.IO.Path.GetFileName(found.Path),
                    CreatedAt = now,
                    State = JobState.Queued,
                };
                if (Owner is not null)
                    (job.State, job.StartedAt, job.Attempt, job.Owner, job.LeaseUntil) = (JobState.Running, now, 1, Owner, now + Lease);
                context.Jobs.Add(job);
                tasks.Add((row, job, stored));
            }
        }
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var (row, job, _) in tasks)
            row.JobId = job.Id;
        foreach (var (row, original) in copies)
            row.OriginalId = original.Id;
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return new([.. tasks.Select(t => new ImportTask(t.Job.Id, t.Job.Attempt, t.Stored, t.Row.Path))], ended.ToImmutable(), unchanged);
    }

    /// <summary>A file has other content now. Who was a duplicate of the old content takes its place; without one, nobody waits for that content any more.</summary>
    private static async Task LetGoAsync(NhanDaoContext context, ImportFileRow row, CancellationToken cancellation)
    {
        var heirs = await context.ImportFiles.Where(f => f.OriginalId == row.Id).OrderBy(f => f.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (heirs is [var heir, .. var others])
        {
            (heir.State, heir.JobId, heir.OriginalId, heir.Reason, heir.FailureCode) = (row.State, row.JobId, null, row.Reason, row.FailureCode);
            (heir.Milliseconds, heir.Pages, heir.TextPrint, heir.EndedAt, heir.Attempts, heir.Log) = (row.Milliseconds, row.Pages, row.TextPrint, row.EndedAt, row.Attempts, row.Log);
            foreach (var other in others)
                other.OriginalId = heir.Id;
        }
        else if (row is { State: ImportState.Waiting, JobId: { } job })
            await context.Jobs.Where(j => j.Id == job && (j.State == JobState.Queued || j.State == JobState.Running)).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.Attempt, j => j.Attempt + 1), cancellation).ConfigureAwait(false);
    }

    private static void Reset(ImportFileRow row, FoundFile found, string? hash)
    {
        (row.Length, row.ModifiedAt, row.ContentHash, row.State) = (found.Length, found.ModifiedAt, hash, ImportState.Waiting);
        (row.JobId, row.OriginalId, row.Reason, row.FailureCode, row.Log) = (null, null, null, null, null);
        (row.Attempts, row.Milliseconds, row.Pages, row.TextPrint, row.EndedAt) = (0, null, 0, null, null);
    }

    /// <summary>Keeps what was read, ends the job and the file's wait.</summary>
    /// <returns>The state the file is in now; null when the job was taken from here, and whoever has it now will settle it.</returns>
    public async Task<ImportState?> KeepAsync(ImportTask task, ImmutableArray<Letter> read, ReadingOutcome.Read outcome, int attempts, CancellationToken cancellation)
    {
        var print = TextPrint.Of(read[0].Text.Content);
        var kept = await letters.KeepAsync(new(task.Stored, reading, System.IO.Path.GetFileName(task.Path), read)
        {
            Claim = (task.Job, task.Attempt),
            Also = (context, created) => SettleAsync(context, task.Job, created ? ImportState.Done : ImportState.Duplicate, attempts,
                set => set.SetProperty(f => f.Milliseconds, outcome.Time.TotalMilliseconds).SetProperty(f => f.Pages, outcome.Pages).SetProperty(f => f.TextPrint, print), cancellation),
        }, cancellation).ConfigureAwait(false);
        return kept is { Created: var created } ? created ? ImportState.Done : ImportState.Duplicate : await StateAsync(task, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sets a file aside with the reason.</summary>
    /// <inheritdoc cref="KeepAsync" path="/returns"/>
    public async Task<ImportState?> QuarantineAsync(ImportTask task, Failure failure, string? log, int attempts, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isFile = ExitCode.ReasonOf(failure.ExitCode) is not null;
        var done = await database.WriteAsync(async context =>
        {
            if (await context.Jobs.Where(j => j.Id == task.Job && j.Attempt == task.Attempt && j.State == JobState.Running).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, isFile ? JobState.Failed : JobState.Quarantined).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Reason, failure.Message)
                .SetProperty(j => j.Problem, isFile ? "unreadable-document" : null)
                .SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), cancellation).ConfigureAwait(false) == 0)
                return false;
            await SettleAsync(context, task.Job, ImportState.Quarantined, attempts, set => set
                .SetProperty(f => f.Reason, failure.Message).SetProperty(f => f.FailureCode, failure.ExitCode).SetProperty(f => f.Log, log), cancellation).ConfigureAwait(false);
            return true;
        }, cancellation).ConfigureAwait(false);
        return done ? ImportState.Quarantined : await StateAsync(task, cancellation).ConfigureAwait(false);
    }

    private async Task SettleAsync(
        NhanDaoContext context, long job, ImportState state, int attempts, Action<UpdateSettersBuilder<ImportFileRow>> more, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await context.ImportFiles.Where(f => f.JobId == job && f.State == ImportState.Waiting).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(f => f.State, state).SetProperty(f => f.EndedAt, now).SetProperty(f => f.Attempts, f => f.Attempts + attempts);
            more(set);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>What a lost claim means: the connection may have broken behind our own commit, and then the file is settled.</summary>
    private async Task<ImportState?> StateAsync(ImportTask task, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await context.ImportFiles.Where(f => f.JobId == task.Job && f.State != ImportState.Waiting).Select(f => (ImportState?)f.State).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
    }
}
