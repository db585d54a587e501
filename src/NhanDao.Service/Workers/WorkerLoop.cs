using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Workers;

/// <summary>
/// The worker's side: requests come in on one stream, answers go out on the other, one file at a time. The OCR engine stays warm between files.
/// When the input ends, whoever asked is gone (also by <c>kill -9</c>): what is at hand is dropped.
/// </summary>
/// <param name="input">Requests.</param>
/// <param name="output">Answers.</param>
/// <param name="abandoned">Called when the input has ended and the page at hand does not: ends the process.</param>
/// <remarks>PR_SET_PDEATHSIG would not do: it fires when the parent's <em>thread</em> that started the child ends, and a thread pool's threads come and go.</remarks>
internal sealed class WorkerLoop(TextReader input, TextWriter output, Action abandoned) : IDisposable
{
    /// <summary>How long a page may still take when nobody waits for it any more.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Channel<WorkerRequest> requests = Channel.CreateUnbounded<WorkerRequest>();
    private readonly CancellationTokenSource gone = new();
    private readonly Lock writing = new();
    private (long Id, CancellationTokenSource Stop)? atHand;
    private long cancelled;
    private volatile bool ended;

    /// <summary>Serves until the input ends.</summary>
    public async Task RunAsync()
    {
        var listening = new Thread(Listen) { IsBackground = true, Name = "requests" };
        listening.Start();
        await foreach (var request in requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
            lock (writing)
            {
                atHand = (request.Id, stop);
                if (cancelled == request.Id)
                    stop.Cancel(); // told before it was begun
            }
            await ServeAsync(request, stop.Token).ConfigureAwait(false);
            lock (writing)
                atHand = null;
        }
        ended = true;
    }

    public void Dispose() => gone.Dispose();

    private void Listen()
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                var request = WorkerLine.Read<WorkerRequest>(line);
                if (request.Cancel is { } id)
                    Cancel(id);
                else
                    requests.Writer.TryWrite(request);
            }
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            Console.Error.WriteLine($"nhandao worker: no request can be read: {e.GetType().Name}");
        }
        gone.Cancel();
        requests.Writer.Complete();
        Thread.Sleep(Grace);
        if (!ended)
            abandoned();
    }

    private void Cancel(long id)
    {
        lock (writing)
        {
            cancelled = id;
            if (atHand is { } now && now.Id == id)
                now.Stop.Cancel();
        }
    }

    private async Task ServeAsync(WorkerRequest request, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            stop.ThrowIfCancellationRequested();
            var letters = await ReadAsync(request, stop).ConfigureAwait(false);
            if (request.SearchablePdf is { } copy)
                await SearchableCopy.WriteAsync(request.Path!, copy, request.Options ?? ParsingOptions.Default, stop).ConfigureAwait(false);
            Answer(new()
            {
                Id = request.Id,
                Kind = WorkerAnswerKind.Letters,
                Letters = letters.Length,
                Pages = letters.Sum(l => l.Pages.Length),
                Ocr = letters.Any(l => l.Pages.Any(p => p.Method == ReadingMethod.Ocr)),
                Milliseconds = clock.Elapsed.TotalMilliseconds,
            }, letters);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Answer(new() { Id = request.Id, Kind = WorkerAnswerKind.Cancelled });
        }
        catch (OutOfMemoryException)
        {
            throw; // the process is of no more use; its death costs the file one attempt
        }
#pragma warning disable CA1031 // A bad file is an answer, and the next one goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(exception);
            Answer(new() { Id = request.Id, Kind = WorkerAnswerKind.Failed, ExitCode = failure.ExitCode, Message = failure.Message, Milliseconds = clock.Elapsed.TotalMilliseconds });
        }
    }

    private async Task<ImmutableArray<Letter>> ReadAsync(WorkerRequest request, CancellationToken stop)
    {
        var options = (request.Options ?? ParsingOptions.Default) with
        {
            PageRead = (page, pages) => Answer(new() { Id = request.Id, Kind = WorkerAnswerKind.Page, Page = page, Pages = pages }),
        };
        var letters = await new LetterParser(options).ParseAllAsync(request.Path!, request.Name ?? Path.GetFileNameWithoutExtension(request.Path), stop).ConfigureAwait(false);
        return request.All ? letters : letters[..1];
    }

    private void Answer(WorkerAnswer answer, ImmutableArray<Letter> letters = default)
    {
        lock (writing)
            try
            {
                output.WriteLine(WorkerLine.Of(answer));
                foreach (var letter in letters.IsDefault ? [] : letters)
                    output.WriteLine(LetterJson.Write(letter, indented: false));
                output.Flush();
            }
            catch (IOException)
            {
                // Whoever asked is gone; the input ends, too.
            }
    }
}
