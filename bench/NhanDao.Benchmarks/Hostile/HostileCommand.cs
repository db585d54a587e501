using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NhanDao.Benchmarks.Hostile;

/// <summary><c>nhandao parse FOLDER</c>, a folder after the other.</summary>
/// <remarks>Each process is bound to one core, so that it reads one file after the other and what it spends between two answers is a file's own.</remarks>
internal sealed partial class HostileCommand(string program, HostileTally tally) : IHostileTarget
{
    private readonly string[] cores = AllowedCores();

    public void Take(IEnumerable<(string Name, byte[] Content)> files, int together, CancellationToken stop)
    {
        var free = new ConcurrentQueue<string>(cores);
        Parallel.ForEach(files.Chunk(together), new ParallelOptions { MaxDegreeOfParallelism = cores.Length }, (batch, loop) =>
        {
            if (stop.IsCancellationRequested)
            {
                loop.Stop();
                return;
            }
            var core = free.TryDequeue(out var own) ? own : cores[0];
            var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
            try
            {
                foreach (var (name, content) in batch)
                    File.WriteAllBytes(Path.Combine(folder, name), content);
                Read(folder, batch.ToDictionary(b => b.Name, b => b.Content, StringComparer.Ordinal), core);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
                free.Enqueue(core);
            }
        });
    }

    public void Dispose()
    {
        // Each process ends with its folder.
    }

    private void Read(string folder, Dictionary<string, byte[]> waiting, string core)
    {
        var turn = new Lock();
        double atLast = 0, now = 0, peak = 0;
        var start = new ProcessStartInfo("taskset", ["-c", core, program, "parse", "--format", "flat", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PARSE_PATH: where the program finds its tools; without soffice there the library's own readers take all Word files.
        if (Environment.GetEnvironmentVariable("PARSE_PATH") is { Length: > 0 } path)
            start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Answer(e.Data, line => (NameOf(line), HostileTally.Record));
        process.ErrorDataReceived += (_, e) => Answer(e.Data, line => Complaint.Match(line) is { Success: true } m ? (m.Groups["name"].Value, m.Groups["message"].Value) : (null, line));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var idle = Stopwatch.StartNew();
        while (!process.WaitForExit(100))
            lock (turn)
            {
                if (ProcessFigures.Seconds(process.Id) is { } seconds)
                {
                    if (seconds > now)
                        idle.Restart();
                    now = Math.Max(now, seconds);
                }
                if (now - atLast > 4 * HostileTally.MostSeconds || idle.Elapsed.TotalMinutes > 10)
                    process.Kill(entireProcessTree: true);
            }
        process.WaitForExit();

        foreach (var (name, content) in waiting)
        {
            tally.Remark($"{name}: exit code {process.ExitCode}");
            tally.Count(name, content, process.ExitCode is >= 128 ? HostileTally.Died : HostileTally.Silent, now - atLast);
        }

        void Answer(string? line, Func<string, (string? Name, string Outcome)> read)
        {
            if (string.IsNullOrEmpty(line))
                return;
            lock (turn)
            {
                var (name, outcome) = read(line);
                if (name is null || !waiting.Remove(name, out var content))
                {
                    if (!line.StartsWith("nhandao: ", StringComparison.Ordinal))
                        tally.Remark(line);
                    return;
                }
                now = Math.Max(now, ProcessFigures.Seconds(process.Id) ?? now);
                tally.Count(name, content, outcome, now - atLast);
                atLast = now;
                if (ProcessFigures.Peak(process.Id) is { Megabytes: var megabytes } && megabytes > peak)
                    tally.Weigh(peak = megabytes, name, content);
            }
        }
    }

    private static string? NameOf(string record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.TryGetProperty("file", out var file) && file.GetString() is { } path ? Path.GetFileName(path) : null;
    }

    // Where this run was bound to some cores (taskset), so are its processes.
    private static string[] AllowedCores()
    {
        var allowed = File.ReadLines("/proc/self/status").First(l => l.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split(':')[1].Trim();
        return [.. allowed.Split(',').SelectMany(range => range.Split('-') is [var first, var last]
            ? Enumerable.Range(int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture) - int.Parse(first, CultureInfo.InvariantCulture) + 1).Select(c => c.ToString(CultureInfo.InvariantCulture))
            : [range])];
    }

    /// <summary>«nhandao: /tmp/hostile-x/file-00001.pdf: The file is …».</summary>
    [GeneratedRegex(@"nhandao: \S*/(?<name>[\w.-]+): (?<message>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Complaint { get; }
}
