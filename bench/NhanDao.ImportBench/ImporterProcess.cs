using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace NhanDao.ImportBench;

/// <summary>A <c>nhandao import --json</c> in a process of its own, with what it has told so far.</summary>
internal sealed class ImporterProcess : IDisposable
{
    private readonly Process process;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<int, bool> workers = new();
    private readonly Queue<string> errors = [];
    private int ended;

    public ImporterProcess(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "nhandao.dll")))
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) =>
        {
            lock (errors)
                if (e.Data is { } line)
                    errors.Enqueue(line);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Files that came to an end in this run.</summary>
    public int Ended => ended;

    /// <summary>Processes that have read something.</summary>
    public IEnumerable<int> Workers => workers.Keys;

    /// <summary>From the start of the process to the first file that came to an end.</summary>
    public TimeSpan? FirstEnded { get; private set; }

    public string Errors
    {
        get
        {
            lock (errors)
                return string.Join('\n', errors);
        }
    }

    public async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }

    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        using var told = JsonDocument.Parse(line);
        switch (told.RootElement.GetProperty("kind").GetString())
        {
            case "reading":
                workers[told.RootElement.GetProperty("worker").GetInt32()] = true;
                break;
            case "done" or "duplicate" or "quarantined":
                FirstEnded ??= clock.Elapsed;
                Interlocked.Increment(ref ended);
                break;
        }
    }
}
