using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using NhanDao.Parsing.Native;

namespace NhanDao.Service.Workers;

/// <summary>One worker, seen from the process that started it. One request at a time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LogLines = 40;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static long lastRequest;

    private readonly WorkerOptions options;
    private readonly WorkerFolder folder = new();
    private readonly Process process;
    private readonly Channel<string> answers = Channel.CreateUnbounded<string>(new() { SingleReader = true, SingleWriter = true });
    private readonly Queue<string> log = [];
    private int wear;

    public WorkerProcess(WorkerOptions options)
    {
        this.options = options;
        process = new() { StartInfo = Start(options, folder.Path) };
        process.Start();
        // Reading a pipe holds a thread: threads of their own, or sixty workers would starve the pool.
        Listen(process.StandardOutput, "answers", line => answers.Writer.TryWrite(line), () => answers.Writer.Complete());
        Listen(process.StandardError, "errors", Log, static () => { });
    }

    /// <summary>Process id.</summary>
    public int Id => process.Id;

    /// <summary>The file at hand; null between files.</summary>
    public string? File { get; private set; }

    /// <summary>Whether it has read as much as it should, holds more than it should, or is gone.</summary>
    public bool IsSpent => wear >= 10 * options.LettersPerWorker || answers.Reader.Completion.IsCompleted || IsHeavy();

    private bool IsHeavy()
    {
        process.Refresh();
        return process.HasExited || process.WorkingSet64 > options.Kept;
    }

    /// <summary>Reads one file. A worker that died, or was ended, is spent.</summary>
    /// <exception cref="OperationCanceledException">Told to stop, the worker has finished its page and stopped, or was ended.</exception>
    public async Task<ReadingOutcome> ReadAsync(WorkerRequest request, Action<int, int>? pageRead, CancellationToken cancellation)
    {
        request = request with { Id = Interlocked.Increment(ref lastRequest) };
        var clock = Stopwatch.StartNew();
        using var limit = new CancellationTokenSource(options.Silence);
        File = request.Path;
        try
        {
            if (!Send(request))
                return Death(null);
            using var stop = cancellation.UnsafeRegister(_ =>
            {
                limit.CancelAfter(options.Stopping);
                Send(new() { Cancel = request.Id });
            }, null);
            while (await NextAsync(limit.Token).ConfigureAwait(false) is { } line)
            {
                var answer = WorkerLine.Read<WorkerAnswer>(line);
                switch (answer.Kind)
                {
                    case WorkerAnswerKind.Page:
                        if (!cancellation.IsCancellationRequested)
                            limit.CancelAfter(Shorter(options.Silence, options.Longest - clock.Elapsed));
                        pageRead?.Invoke(answer.Page, answer.Pages);
                        break;
                    case WorkerAnswerKind.Letters:
                        wear += answer.Ocr ? 10 : 1;
                        var letters = ImmutableArray.CreateBuilder<string>(answer.Letters);
                        while (letters.Count < answer.Letters && await NextAsync(limit.Token).ConfigureAwait(false) is { } letter)
                            letters.Add(letter);
                        return letters.Count < answer.Letters ? Death(null)
                            : new ReadingOutcome.Read(letters.MoveToImmutable(), answer.Pages, answer.Ocr, TimeSpan.FromMilliseconds(answer.Milliseconds));
                    case WorkerAnswerKind.Failed:
                        wear++;
                        return new ReadingOutcome.Refused(new(answer.ExitCode, answer.Message ?? ""));
                    case WorkerAnswerKind.Cancelled:
                        throw new OperationCanceledException(cancellation);
                }
            }
            cancellation.ThrowIfCancellationRequested();
            return Death(null);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            End();
            cancellation.ThrowIfCancellationRequested();
            return Death(clock.Elapsed >= options.Longest
                ? $"Reading it took longer than {options.Longest.TotalMinutes:0} minutes."
                : string.Create(CultureInfo.InvariantCulture, $"A page of it was not read within {options.Silence.TotalSeconds:0} seconds."));
        }
        catch (JsonException)
        {
            End();
            return Death("The worker's answer could not be understood.");
        }
        finally
        {
            File = null;
        }
    }

    /// <summary>Ends the worker and whatever it has started, at once.</summary>
    public void End()
    {
        SystemLibrary.EndGroup(process.Id);
        process.WaitForExit();
    }

    /// <summary>Lets an idle worker end in order: its input ends. One that does not is ended.</summary>
    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone.
        }
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            End();
        process.Dispose();
        folder.Dispose();
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b > TimeSpan.Zero ? b : TimeSpan.Zero;

    private async ValueTask<string?> NextAsync(CancellationToken limit) =>
        await answers.Reader.WaitToReadAsync(limit).ConfigureAwait(false) && answers.Reader.TryRead(out var line) ? line : null;

    private bool Send(WorkerRequest request)
    {
        try
        {
            lock (process)
            {
                process.StandardInput.Write(WorkerLine.Of(request) + "\n");
                process.StandardInput.Flush();
            }
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private ReadingOutcome.Died Death(string? reason)
    {
        End(); // its tools, too, which outlive a worker that was killed
        reason ??= process.ExitCode switch
        {
            128 + 9 => "The worker was killed (signal 9); the system kills what takes too much memory.",
            > 128 and var code => string.Create(CultureInfo.InvariantCulture, $"The worker was ended by signal {code - 128}."),
            var code => string.Create(CultureInfo.InvariantCulture, $"The worker ended with code {code}."),
        };
        lock (log)
            return new(reason, string.Join('\n', log));
    }

    private void Log(string line)
    {
        lock (log)
        {
            if (log.Count == LogLines)
                log.Dequeue();
            log.Enqueue(line.Length > 500 ? line[..500] : line);
        }
    }

    private static void Listen(StreamReader stream, string name, Action<string> line, Action end) => new Thread(() =>
    {
        try
        {
            while (stream.ReadLine() is { } next)
                line(next);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Closed on this side.
        }
        end();
    })
    { IsBackground = true, Name = name }.Start();

    private static ProcessStartInfo Start(WorkerOptions options, string folder)
    {
        var start = new ProcessStartInfo(options.Command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            WorkingDirectory = folder,
        };
        foreach (var argument in options.Command.Skip(1))
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--memory-megabytes");
        start.ArgumentList.Add((options.Memory / (1024 * 1024)).ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add("--folder");
        start.ArgumentList.Add(folder);
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // no debugger's pipes and sockets, which a worker that is killed would leave
        return start;
    }
}
