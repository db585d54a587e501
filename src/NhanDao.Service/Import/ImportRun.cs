using System.Collections.Immutable;
using System.Threading.Channels;
using NhanDao.Parsing;
using NhanDao.Parsing.Output;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Import;

/// <summary>
/// One run of an import on this machine: takes up what an earlier run left waiting, walks the folders, takes each new file into the store and
/// the journal, and has workers read them. Wherever it is killed, the next run goes on.
/// </summary>
internal sealed class ImportRun(ImportOptions options, LetterDatabase database, ContentStore content, TimeProvider clock, ImportProgress progress)
{
    /// <summary>Files written into the journal in one transaction.</summary>
    private const int Batch = 64;

    private readonly ImportJournal journal = new(database, new(database, content, clock), content, options.Reading, clock);
    private readonly Sidecars sidecars = new(options);

    /// <summary>Runs until every file has come to its end, or until it is stopped: then pages at hand are finished, and the rest waits for the next run.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await DatabasePatience.TryAsync(() => journal.SettleStrayAsync(cancellation), cancellation).ConfigureAwait(false);
        // A reader that fails for good (the disk is full) must stop the walk, too.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var pool = new WorkerPool(options.Workers);
        var tasks = Channel.CreateBounded<ImportTask>(4 * Batch);
        // One more than workers, so that none waits while letters are written.
        var readers = Enumerable.Range(0, options.Workers.Count + 2).Select(_ => GuardAsync(() => ReadAllAsync(tasks.Reader, pool, stop.Token), stop)).ToList();
        var walking = GuardAsync(() => FeedAsync(tasks.Writer, stop.Token), stop);
        var renewing = RenewAsync(stop.Token);
        try
        {
            await Task.WhenAll([walking, .. readers]).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            await DatabasePatience.TryAsync(journal.ReleaseAsync, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task GuardAsync(Func<Task> work, CancellationTokenSource stop)
    {
        try
        {
            await Task.Run(work, stop.Token).ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task FeedAsync(ChannelWriter<ImportTask> tasks, CancellationToken cancellation)
    {
        // The walk waits for the workers; the count goes ahead, for the time that is left.
        var counting = options.Watch ? Task.CompletedTask : Task.Run(() => progress.Expect(FileWalk.Find(options.Paths, static (_, _) => { }).Count()), CancellationToken.None);
        var takenUp = new HashSet<string>(StringComparer.Ordinal);
        for (long? page = 0; page is { } after;)
        {
            (var waiting, page) = await DatabasePatience.TryAsync(() => journal.WaitingAsync(after, 5000, cancellation), cancellation).ConfigureAwait(false);
            progress.Find(waiting.Length);
            takenUp.UnionWith(waiting.Select(w => w.Path));
            foreach (var batch in waiting.Chunk(Batch))
                await WriteAsync(tasks, await DatabasePatience.TryAsync(() => journal.TakeAsync(batch, cancellation), cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }
        var dropped = new DropFolder(options.Paths);
        do
        {
            foreach (var chunk in (options.Watch ? dropped.Settled() : FileWalk.Find(options.Paths, progress.Skip)).Chunk(Batch))
                await TakeInAsync(chunk, takenUp, tasks, cancellation).ConfigureAwait(false);
            if (!options.Watch)
                break;
            await Task.Delay(options.Settled, cancellation).ConfigureAwait(false);
        }
        while (true);
        await counting.ConfigureAwait(false);
        progress.Walked();
        tasks.Complete();
    }

    private async Task TakeInAsync(FoundFile[] chunk, HashSet<string> takenUp, ChannelWriter<ImportTask> tasks, CancellationToken cancellation)
    {
        var fresh = await DatabasePatience.TryAsync(() => journal.NewAsync(chunk, cancellation), cancellation).ConfigureAwait(false);
        var known = chunk.Count(f => !takenUp.Contains(f.Path)) - fresh.Count(f => !takenUp.Contains(f.Path));
        progress.Find(fresh.Count + (options.Watch ? 0 : known));
        if (!options.Watch)
        {
            progress.Know(known);
            progress.List(chunk.Length);
        }
        if (fresh.Count == 0)
            return;
        var taken = new List<TakenFile>();
        foreach (var file in fresh)
            taken.Add(await Intake.TakeAsync(file, content, options.Limits.MaxBytes, cancellation).ConfigureAwait(false));
        var registered = await DatabasePatience.TryAsync(() => journal.RegisterAsync(taken, cancellation), cancellation).ConfigureAwait(false);
        foreach (var (path, state, reason) in registered.Ended)
            progress.End(path, state, null, reason);
        progress.Know(registered.Unchanged);
        await WriteAsync(tasks, registered.Tasks, cancellation).ConfigureAwait(false);
    }

    private static async Task WriteAsync(ChannelWriter<ImportTask> tasks, ImmutableArray<ImportTask> list, CancellationToken cancellation)
    {
        foreach (var task in list)
            await tasks.WriteAsync(task, cancellation).ConfigureAwait(false);
    }

    private async Task ReadAllAsync(ChannelReader<ImportTask> tasks, WorkerPool pool, CancellationToken cancellation)
    {
        await foreach (var task in tasks.ReadAllAsync(cancellation).ConfigureAwait(false))
            await ReadAsync(task, pool, cancellation).ConfigureAwait(false);
    }

    private async Task ReadAsync(ImportTask task, WorkerPool pool, CancellationToken cancellation)
    {
        var request = new WorkerRequest
        {
            Path = content.PathOf(task.Stored.Hash),
            Name = Path.GetFileNameWithoutExtension(task.Path),
            All = options.Reading.All,
            Options = options.Reading.With(options.Limits),
            SearchablePdf = sidecars.PdfOnTheWay(task),
        };
        for (var attempt = 1; ; attempt++)
        {
            var worker = 0;
            var outcome = await pool.TryAsync(request, (page, pages) => progress.PageRead(worker, task.Path, page, pages), id => progress.Begin(worker = id, task.Path), cancellation).ConfigureAwait(false);
            progress.Finish(worker);
            switch (outcome)
            {
                case ReadingOutcome.Read read:
                    var letters = read.Letters.Select(LetterJson.Read).ToImmutableArray();
                    sidecars.Write(task, letters);
                    Tell(await DatabasePatience.TryAsync(() => journal.KeepAsync(task, letters, read, attempt, CancellationToken.None), cancellation).ConfigureAwait(false), read.Time.TotalMilliseconds, null);
                    return;
                case ReadingOutcome.Refused refused:
                    Tell(await QuarantineAsync(refused.Failure, null).ConfigureAwait(false), null, refused.Failure.Message);
                    return;
                case ReadingOutcome.Died died when attempt >= options.Workers.Attempts:
                    progress.Died(worker, task.Path, died.Reason);
                    Tell(await QuarantineAsync(new(ExitCode.Unreadable(UnreadableReason.TooCostly), died.Reason), died.Log).ConfigureAwait(false), null, died.Reason);
                    return;
                case ReadingOutcome.Died died:
                    progress.Died(worker, task.Path, died.Reason);
                    break;
            }

            Task<ImportState?> QuarantineAsync(Failure failure, string? log) =>
                DatabasePatience.TryAsync(() => journal.QuarantineAsync(task, failure, log, attempt, cancellation), cancellation);
        }

        void Tell(ImportState? state, double? milliseconds, string? reason)
        {
            if (state is { } ended)
                progress.End(task.Path, ended, milliseconds, reason);
            else
                progress.Skip(task.Path, "Another process has taken it over.");
        }
    }

    private async Task RenewAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(ImportJournal.Lease / 4, cancellation).ConfigureAwait(false);
                await DatabasePatience.TryAsync(() => journal.RenewAsync(cancellation), cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }
}
