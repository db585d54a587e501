using NhanDao.Service.Queue;

namespace NhanDao.Service.Import;

/// <summary>Publishes jobs again whose message is lost: accepted before the importer was killed, or dropped by whoever died with them.</summary>
internal static class QueueSweep
{
    /// <summary>How long a job must have waited.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private const int Most = 10_000;

    public static Task RunAsync(LetterQueue queue, ImportJournal journal, CancellationToken cancellation) => queue.PatientlyAsync(async () =>
    {
        // A job that waits behind others has its message; one that waits while the queues are empty has none.
        var (bulk, urgent, _) = await queue.DepthAsync(cancellation).ConfigureAwait(false);
        if (bulk.Ready + urgent.Ready > 0)
            return;
        var forgotten = await DatabasePatience.TryAsync(() => journal.ForgottenAsync(Age, Most, cancellation), cancellation).ConfigureAwait(false);
        await queue.PublishAsync(forgotten, urgent: false, cancellation).ConfigureAwait(false);
    }, cancellation);
}
