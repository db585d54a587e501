using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;
using NhanDao.Service.Import;
using NhanDao.Service.Queue;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Jobs;

/// <summary>The queues that carry work to other machines, as this service sees them: how they stand, and what becomes of dead letters.</summary>
internal sealed class BrokerQueue(IOptions<ServiceOptions> options, LetterDatabase database) : IAsyncDisposable
{
    private const int Batch = 500;
    private const string Discarded = "Its message came back too often, and a person discarded it.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lazy<LetterQueue?> queue = new(() => options.Value.Queue is { } address ? new(new Uri(address)) : null);
    private readonly ImportJournal journal = ImportJournal.ToLookAt(database);

    /// <summary>Null when no broker is set.</summary>
    public Task<QueueResource?> LookAsync(CancellationToken cancellation) => AskAsync(async letters =>
    {
        var (bulk, urgent, dead) = await letters.DepthAsync(cancellation).ConfigureAwait(false);
        var jobs = await journal.JobsAsync(cancellation).ConfigureAwait(false);
        return new QueueResource(bulk.Ready, urgent.Ready, dead.Ready, bulk.Consumers, jobs.Running, jobs.Owners, jobs.Queued, jobs.Oldest?.TotalSeconds, jobs.LastMinute / 60.0, jobs.Quarantined);
    }, cancellation);

    /// <summary>Publishes the jobs of dead letters again.</summary>
    public Task<ClearedResource?> RequeueAsync(CancellationToken cancellation) =>
        AskAsync(letters => ClearAsync(letters, jobs => letters.PublishAsync(jobs, urgent: false, cancellation), cancellation), cancellation);

    /// <summary>Ends the jobs of dead letters: their files go to quarantine.</summary>
    public Task<ClearedResource?> DiscardAsync(CancellationToken cancellation) => AskAsync(letters => ClearAsync(letters, async jobs =>
    {
        foreach (var job in jobs)
            await journal.SetAsideAsync(job, Discarded, cancellation).ConfigureAwait(false);
    }, cancellation), cancellation);

    public ValueTask DisposeAsync() => queue is { IsValueCreated: true, Value: { } open } ? open.DisposeAsync() : default;

    private async Task<T?> AskAsync<T>(Func<LetterQueue, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        if (queue.Value is not { } letters)
            return null;
        try
        {
            return await ask(letters).WaitAsync(Patience, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (LetterQueue.IsPassing(exception) && !cancellation.IsCancellationRequested)
        {
            throw new QueueAwayException(exception);
        }
    }

    /// <summary>Takes the dead letters that are there now; what dies again meanwhile is for the next time.</summary>
    private static async Task<ClearedResource> ClearAsync(LetterQueue letters, Func<IReadOnlyCollection<long>, Task> deal, CancellationToken cancellation)
    {
        var (_, _, dead) = await letters.DepthAsync(cancellation).ConfigureAwait(false);
        var count = 0;
        while (count < dead.Ready)
        {
            var (jobs, confirm) = await letters.TakeDeadAsync((int)Math.Min(Batch, dead.Ready - count), cancellation).ConfigureAwait(false);
            await deal(jobs).ConfigureAwait(false);
            await confirm().ConfigureAwait(false);
            if (jobs.IsEmpty)
                break; // somebody else was quicker
            count += jobs.Length;
        }
        return new(count);
    }
}

/// <summary>The broker does not answer.</summary>
internal sealed class QueueAwayException(Exception inner) : Exception("The broker does not answer.", inner);

/// <summary>How the queues stand.</summary>
/// <param name="Bulk">Messages that wait.</param>
/// <param name="Urgent">Messages that wait and go first.</param>
/// <param name="Dead">Messages that came back too often.</param>
/// <param name="Consumers">Machines that take messages.</param>
/// <param name="Running">Jobs at hand.</param>
/// <param name="Hosts">Of how many processes.</param>
/// <param name="Waiting">Jobs in the journal that wait.</param>
/// <param name="OldestSeconds">How long the oldest of them has waited; null when none waits.</param>
/// <param name="PerSecond">Jobs that ended, a second, over the last minute.</param>
/// <param name="Quarantined">Jobs that failed or were set aside.</param>
internal sealed record QueueResource(
    uint Bulk, uint Urgent, uint Dead, uint Consumers, int Running, int Hosts, int Waiting, double? OldestSeconds, double PerSecond, int Quarantined);

/// <summary>What became of dead letters.</summary>
/// <param name="Count">How many there were.</param>
internal sealed record ClearedResource(int Count);
