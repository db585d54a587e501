using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>How the jobs of imports stand.</summary>
/// <param name="Queued">Wait.</param>
/// <param name="Running">Are at hand.</param>
/// <param name="Owners">Of how many processes.</param>
/// <param name="Oldest">How long the oldest has waited; null when none waits.</param>
/// <param name="LastMinute">Ended within the last minute.</param>
/// <param name="Quarantined">Failed or set aside.</param>
internal sealed record JobCounts(int Queued, int Running, int Owners, TimeSpan? Oldest, int LastMinute, int Quarantined);

/// <summary>What people ask of the journal.</summary>
internal sealed partial class ImportJournal
{
    /// <summary>A journal to look at and to end jobs in; it takes none.</summary>
    public static ImportJournal ToLookAt(LetterDatabase database) => new(database, null!, null!, ReadingOptions.Default, TimeProvider.System) { Owner = null };

    public async Task<JobCounts> JobsAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var minute = now.AddMinutes(-1);
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var jobs = context.Jobs.Where(j => j.Source == Source);
            var queued = jobs.Where(j => j.State == JobState.Queued);
            return new(
                await queued.CountAsync(cancellation).ConfigureAwait(false),
                await jobs.CountAsync(j => j.State == JobState.Running, cancellation).ConfigureAwait(false),
                await jobs.Where(j => j.State == JobState.Running).Select(j => j.Owner).Distinct().CountAsync(cancellation).ConfigureAwait(false),
                await queued.OrderBy(j => j.Id).Select(j => (DateTimeOffset?)j.CreatedAt).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is { } oldest ? now - oldest : null,
                await jobs.CountAsync(j => j.EndedAt > minute, cancellation).ConfigureAwait(false),
                await jobs.CountAsync(j => j.State == JobState.Failed || j.State == JobState.Quarantined, cancellation).ConfigureAwait(false));
        }
    }

    /// <summary>Ends a job that a person gives up: whoever may still have it can write nothing any more.</summary>
    public Task<bool> SetAsideAsync(long job, string reason, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var now = clock.GetUtcNow();
        if (await context.Jobs.Where(j => j.Id == job && (j.State == JobState.Queued || j.State == JobState.Running)).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Quarantined).SetProperty(j => j.Attempt, j => j.Attempt + 1).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Reason, reason)
            .SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), cancellation).ConfigureAwait(false) == 0)
            return false;
        await SettleAsync(context, job, ImportState.Quarantined, 0, set => set.SetProperty(f => f.Reason, reason).SetProperty(f => f.FailureCode, ExitCode.Unreadable(Parsing.UnreadableReason.TooCostly)), cancellation).ConfigureAwait(false);
        return true;
    }, cancellation);
}
