using System.Data.Common;
using NhanDao.Parsing;
using NhanDao.Service.Import;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Queue;

/// <summary>A machine's part in a scaled-out import: takes jobs from the queue, reads them in worker processes, writes results to the database.</summary>
/// <param name="queue">The broker.</param>
/// <param name="connection">The PostgreSQL server.</param>
/// <param name="files">Folder of the files' content, which all machines reach.</param>
/// <param name="workers">Worker processes.</param>
/// <param name="limits">What is refused before it is decoded.</param>
/// <param name="errors">Told when the broker goes away and when it is back.</param>
internal sealed class QueueHost(Uri queue, string connection, string files, WorkerOptions workers, ParsingOptions limits, TextWriter errors)
{
    /// <summary>Runs until <paramref name="stop"/>, which drains.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var database = LetterDatabase.Of(connection);
        var content = new ContentStore(files);
        var journal = new ImportJournal(database, new(database, content, TimeProvider.System), content, ReadingOptions.Default, TimeProvider.System);
        using var pool = new WorkerPool(workers);
        var work = new JobWork(journal, content, pool, workers, ReadingOptions.Default, limits);
        using var ended = new CancellationTokenSource();
        var letters = new LetterQueue(queue) { Told = message => errors.WriteLine($"nhandao: {message}") };
        await using (letters.ConfigureAwait(false))
        {
            var renewing = EveryAsync(ImportJournal.Lease / 4, () => DatabasePatience.TryAsync(() => journal.RenewAsync(ended.Token), ended.Token), ended.Token);
            // The importer sweeps, too, while it runs; the hosts go on when it is gone.
            var sweeping = EveryAsync(TimeSpan.FromSeconds(45 + Random.Shared.Next(30)), () => QueueSweep.RunAsync(letters, journal, ended.Token), ended.Token);
            // One more than workers, so that none waits while letters are written.
            await new QueueWorker(letters, workers.Count + 1, work.DoAsync).RunAsync(stop).ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(renewing, sweeping).ConfigureAwait(false);
        }
        await DatabasePatience.TryAsync(journal.ReleaseAsync, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task EveryAsync(TimeSpan time, Func<Task> action, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(time, cancellation).ConfigureAwait(false);
                try
                {
                    await action().ConfigureAwait(false);
                }
                catch (DbException e)
                {
                    await errors.WriteLineAsync($"nhandao: {e.Message}").ConfigureAwait(false); // the tables are not there before the first import
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host ends.
        }
    }
}
