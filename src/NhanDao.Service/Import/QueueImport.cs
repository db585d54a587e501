using NhanDao.Service.Queue;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>
/// The same import for many machines: takes files into the shared store and the journal, publishes a message for each, and waits while
/// workers anywhere read them. What was accepted and has neither message nor result after a while is published again.
/// </summary>
internal sealed class QueueImport(ImportOptions options, LetterDatabase database, ContentStore content, TimeProvider clock, LetterQueue queue, ImportProgress progress)
{
    private const int Batch = 64;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly ImportJournal journal = new(database, new(database, content, clock), content, options.Reading, clock) { Owner = null };

    private long swept;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await DatabasePatience.TryAsync(() => journal.SettleStrayAsync(cancellation), cancellation).ConfigureAwait(false);
        swept = clock.GetTimestamp();
        if (options.Watch)
            for (var dropped = new DropFolder(options.Paths); ; await Task.Delay(options.Settled, cancellation).ConfigureAwait(false))
            {
                await TakeInAsync(dropped.Settled(), cancellation).ConfigureAwait(false);
                await LookAsync(cancellation).ConfigureAwait(false);
            }
        await TakeInAsync(FileWalk.Find(options.Paths, progress.Skip), cancellation).ConfigureAwait(false);
        progress.Walked();
        while (await LookAsync(cancellation).ConfigureAwait(false) > 0)
            await Task.Delay(Look, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes files into the store and the journal, and publishes a message for each that is new.</summary>
    private async Task TakeInAsync(IEnumerable<FoundFile> files, CancellationToken cancellation)
    {
        foreach (var chunk in files.Chunk(Batch))
        {
            if (!options.Watch)
                progress.List(chunk.Length);
            var fresh = await DatabasePatience.TryAsync(() => journal.NewAsync(chunk, cancellation), cancellation).ConfigureAwait(false);
            if (fresh.Count == 0)
                continue;
            var taken = new List<TakenFile>();
            foreach (var file in fresh)
                taken.Add(await Intake.TakeAsync(file, content, options.Limits.MaxBytes, cancellation).ConfigureAwait(false));
            var registered = await DatabasePatience.TryAsync(() => journal.RegisterAsync(taken, cancellation), cancellation).ConfigureAwait(false);
            await queue.PublishAsync(registered.Tasks.Select(t => t.Job), urgent: false, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Looks how far the workers are, and sees to it that nothing waits for a message that is lost.</summary>
    /// <returns>How many files wait.</returns>
    private async Task<int> LookAsync(CancellationToken cancellation)
    {
        var counts = await DatabasePatience.TryAsync(() => journal.CountAsync(cancellation), cancellation).ConfigureAwait(false);
        progress.Set(counts);
        if (counts.Waiting > 0 && clock.GetElapsedTime(swept) > QueueSweep.Age)
        {
            await QueueSweep.RunAsync(queue, journal, cancellation).ConfigureAwait(false);
            swept = clock.GetTimestamp();
        }
        return counts.Waiting;
    }
}
