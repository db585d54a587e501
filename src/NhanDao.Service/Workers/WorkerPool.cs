using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Service.Hosting;

namespace NhanDao.Service.Workers;

/// <summary>
/// Worker processes, as many as cores, each reading one file at a time. A file that kills its worker costs an attempt and a new worker;
/// the others go on. Safe to call from several threads: who finds no worker free waits.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly WorkerOptions options;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentStack<WorkerProcess> idle = new();
    private readonly ConcurrentDictionary<WorkerProcess, bool> alive = new();

    public WorkerPool(WorkerOptions options)
    {
        this.options = options;
        free = new(options.Count);
        WorkerFolder.Sweep();
    }

    /// <summary>The workers with the file at hand; null for an idle one.</summary>
    public IReadOnlyList<(int Process, string? File)> Workers => [.. alive.Keys.Select(w => (w.Id, w.File)).OrderBy(w => w.Id)];

    /// <summary>Reads a file, in as many attempts as the options allow.</summary>
    /// <returns>What the last attempt gave; a death is final and says how often it was tried.</returns>
    /// <exception cref="OperationCanceledException">Stopped after the page at hand.</exception>
    public async Task<ReadingOutcome> ReadAsync(WorkerRequest request, Action<int, int>? pageRead, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
            switch (await TryAsync(request, pageRead, null, cancellation).ConfigureAwait(false))
            {
                case ReadingOutcome.Died died when attempt == options.Attempts:
                    return died with { Reason = string.Create(CultureInfo.InvariantCulture, $"{died.Reason} Given up after {attempt} attempts.") };
                case ReadingOutcome.Died:
                    break;
                case var outcome:
                    return outcome;
            }
    }

    /// <summary>Reads every letter of a file, as <see cref="LetterParser.ParseAllAsync(string, CancellationToken)"/> does, in a worker.</summary>
    /// <param name="path">The file, full path.</param>
    /// <param name="fileName">What its sender called it, where it is stored under another name.</param>
    /// <param name="options">Limits.</param>
    /// <param name="progress">Told of each page.</param>
    /// <param name="cancellation">Stops the reading after the page at hand.</param>
    /// <exception cref="UnreadableDocumentException">The file cannot be read; trying again does not help.</exception>
    /// <exception cref="QuarantinedException">It has killed every worker that tried.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    /// <exception cref="WorkerFailedException">The file is not at fault: a tool is missing, the file is gone, or the program is defective.</exception>
    public async Task<ImmutableArray<Letter>> ParseAsync(
        string path, string? fileName, ParsingOptions options, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var request = new WorkerRequest { Path = path, Name = fileName is null ? null : Path.GetFileNameWithoutExtension(fileName), All = true, Options = options };
        return await ReadAsync(request, progress is null ? null : (done, total) => progress.Report((done, total)), cancellation).ConfigureAwait(false) switch
        {
            ReadingOutcome.Read read => [.. read.Letters.Select(LetterJson.Read)],
            ReadingOutcome.Refused { Failure: var failure } => throw (ExitCode.ReasonOf(failure.ExitCode) is { } reason
                ? new UnreadableDocumentException(reason, failure.Message) : new WorkerFailedException(failure)),
            ReadingOutcome.Died died => throw new QuarantinedException(died.Reason, died.Log),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>One attempt.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="pageRead">Told of each page: how many are read, of how many.</param>
    /// <param name="begun">Told of the process that reads it.</param>
    /// <param name="cancellation">Stops the reading after the page at hand.</param>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task<ReadingOutcome> TryAsync(WorkerRequest request, Action<int, int>? pageRead, Action<int>? begun, CancellationToken cancellation)
    {
        using var span = Tracing.Source.StartActivity("worker"); // the time until one is free included
        await free.WaitAsync(cancellation).ConfigureAwait(false);
        WorkerProcess? worker = null;
        try
        {
            worker = Take();
            begun?.Invoke(worker.Id);
            span?.AddEvent(new("begun")).SetTag("process.pid", worker.Id);
            var outcome = await worker.ReadAsync(request, pageRead, cancellation).ConfigureAwait(false);
            span?.SetTag("nhandao.outcome", outcome.GetType().Name).SetStatus(outcome is ReadingOutcome.Read ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
            return outcome;
        }
        catch (Exception exception)
        {
            span.Failed(exception);
            throw;
        }
        finally
        {
            if (worker is { IsSpent: false })
                idle.Push(worker);
            else if (worker is not null)
                Remove(worker);
            free.Release();
        }
    }

    /// <summary>Lets every idle worker end in order. Call it when no reading is under way.</summary>
    public void Dispose()
    {
        while (idle.TryPop(out var worker))
            Remove(worker);
        free.Dispose();
    }

    private WorkerProcess Take()
    {
        while (idle.TryPop(out var worker))
            if (!worker.IsSpent)
                return worker;
            else
                Remove(worker); // killed while it was idle: no file's fault
        var started = new WorkerProcess(options);
        alive[started] = true;
        return started;
    }

    private void Remove(WorkerProcess worker)
    {
        alive.TryRemove(worker, out _);
        worker.Dispose();
    }
}
