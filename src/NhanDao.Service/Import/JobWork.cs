using System.Collections.Immutable;
using NhanDao.Parsing;
using NhanDao.Parsing.Output;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Import;

/// <summary>Does one job whose message has come to this machine: takes it under a new fencing number, has a worker read it, settles it.</summary>
internal sealed class JobWork(ImportJournal journal, ContentStore content, WorkerPool pool, WorkerOptions workers, ReadingOptions reading, ParsingOptions limits)
{
    /// <summary>Returns when the job is settled, by this machine or, as far as can be seen, by another one that has it.</summary>
    public async Task DoAsync(long job, CancellationToken cancellation)
    {
        if (await DatabasePatience.TryAsync(() => journal.ClaimAsync(job, cancellation), cancellation).ConfigureAwait(false) is not { } task)
            return; // settled, or somebody alive has it: should that one die, the sweep publishes the job again
        try
        {
            await ReadAsync(task, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await DatabasePatience.TryAsync(() => journal.GiveBackAsync(task), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReadAsync(ImportTask task, CancellationToken cancellation)
    {
        var request = new WorkerRequest { Path = content.PathOf(task.Stored.Hash), Name = Path.GetFileNameWithoutExtension(task.Path), All = reading.All, Options = reading.With(limits) };
        for (var attempt = 1; ; attempt++)
            switch (await pool.TryAsync(request, null, null, cancellation).ConfigureAwait(false))
            {
                case ReadingOutcome.Read read:
                    ImmutableArray<Parsing.Model.Letter> letters = [.. read.Letters.Select(LetterJson.Read)];
                    await DatabasePatience.TryAsync(() => journal.KeepAsync(task, letters, read, attempt, CancellationToken.None), cancellation).ConfigureAwait(false);
                    return;
                case ReadingOutcome.Refused { Failure: var failure }:
                    await DatabasePatience.TryAsync(() => journal.QuarantineAsync(task, failure, null, attempt, CancellationToken.None), cancellation).ConfigureAwait(false);
                    return;
                case ReadingOutcome.Died died when attempt >= workers.Attempts:
                    await DatabasePatience.TryAsync(() => journal.QuarantineAsync(
                        task, new(ExitCode.Unreadable(UnreadableReason.TooCostly), died.Reason), died.Log, attempt, CancellationToken.None), cancellation).ConfigureAwait(false);
                    return;
            }
    }
}
