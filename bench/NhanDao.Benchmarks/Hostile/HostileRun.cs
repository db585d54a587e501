using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>
/// Hostile files and texts, by seed, through <c>nhandao parse</c>. Held to: no death of a process; every file ends in a record or in a line
/// of its own that is no defect; within <see cref="MostSeconds"/> and <see cref="MostMegabytes"/>.
/// </summary>
/// <remarks>Each process is bound to one core, so that it reads one file after the other and the time between two answers is a file's own.</remarks>
internal sealed partial class HostileRun(string program, string? keep)
{
    private const double MostSeconds = 30;
    private const double MostMegabytes = 512;
    private const string Record = "a record", Died = "DIED", Silent = "NO ANSWER";

    private readonly ConcurrentDictionary<string, Tally> outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(double Seconds, string Name)> times = [];
    private readonly ConcurrentBag<string> faults = [];
    private readonly ConcurrentDictionary<string, int> remarks = new(StringComparer.Ordinal);
    private readonly Lock peaks = new();
    private (double Megabytes, string Name) peak;

    private sealed record Tally
    {
        public int Count;
    }

    /// <summary>Ends with 0 when everything held.</summary>
    /// <param name="files">How many hostile files; the bombs come on top when there are any.</param>
    /// <param name="texts">How many hostile texts.</param>
    /// <param name="seed">The same seed gives the same files.</param>
    public int Run(int files, int texts, int seed)
    {
        var watch = Stopwatch.StartNew();
        if (files > 0)
        {
            Read(Bombs.All(), 1); // a process each: what one takes is its own
            Read(Files(files, seed), 100);
        }
        Read(Enumerable.Range(0, texts).Select(i => ($"text-{i:000000}.txt", HostileTexts.Next(new Random(seed + 7919 * (i + 1))))), 1000);

        Console.WriteLine($"{"outcome",-100} {"files",8}");
        foreach (var (outcome, tally) in outcomes.OrderByDescending(o => o.Value.Count))
            Console.WriteLine($"{outcome,-100} {tally.Count,8}");
        Console.WriteLine($"slowest: {string.Join(", ", times.OrderDescending().Take(5).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Seconds:0.0} s")))}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest process: {peak.Megabytes:0} MB, after {peak.Name}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} files, {times.Sum(t => t.Seconds):0} s of reading, {watch.Elapsed.TotalMinutes:0.0} min"));
        Console.WriteLine($"remarks of libraries on standard error: {string.Join("; ", remarks.Keys.Order(StringComparer.Ordinal).Take(12))}");
        foreach (var fault in faults.Order(StringComparer.Ordinal))
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine($"{faults.Count} faults");
        return faults.IsEmpty ? 0 : 1;
    }

    private static IEnumerable<(string, byte[])> Files(int count, int seed)
    {
        var kinds = HostileSeeds.All();
        var whole = kinds.Sum(k => k.Share);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(seed + 104_729 * (i + 1)); // each file by itself: it can be made again without the others
            var at = random.Next(whole);
            var kind = kinds.First(k => (at -= k.Share) < 0);
            yield return ($"file-{i:00000}.{kind.Ending}", kind.Hostile(random));
        }
    }

    private void Read(IEnumerable<(string Name, byte[] Content)> files, int together)
    {
        var core = -1;
        var free = new ConcurrentQueue<int>(Enumerable.Range(0, Environment.ProcessorCount));
        Parallel.ForEach(files.Chunk(together), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            if (!free.TryDequeue(out var own))
                own = Interlocked.Increment(ref core) % Environment.ProcessorCount;
            var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
            try
            {
                foreach (var (name, content) in batch)
                    File.WriteAllBytes(Path.Combine(folder, name), content);
                Read(folder, [.. batch.Select(b => b.Name)], own);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
                free.Enqueue(own);
            }
        });
    }

    private void Read(string folder, List<string> names, int core)
    {
        var waiting = names.ToHashSet(StringComparer.Ordinal);
        var writing = new Lock();
        var last = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), program, "parse", "--format", "flat", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PARSE_PATH: where the program finds its tools; without soffice there the library's own readers take all Word files.
        if (Environment.GetEnvironmentVariable("PARSE_PATH") is { Length: > 0 } path)
            start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Answer(e.Data, line => (NameOf(line), Record));
        process.ErrorDataReceived += (_, e) => Answer(e.Data, line => Complaint.Match(line) is { Success: true } m ? (m.Groups["name"].Value, Reason(m.Groups["message"].Value)) : (null, line));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.WaitForExit(1000))
            lock (writing)
                if (Stopwatch.GetElapsedTime(last).TotalSeconds > 4 * MostSeconds)
                    process.Kill(entireProcessTree: true);
        process.WaitForExit();

        foreach (var name in names.Where(waiting.Contains))
        {
            var outcome = process.ExitCode is >= 128 ? Died : Silent;
            Count(outcome);
            Blame($"{outcome} (exit code {process.ExitCode})", name, folder);
        }

        void Answer(string? line, Func<string, (string? Name, string Outcome)> read)
        {
            if (string.IsNullOrEmpty(line))
                return;
            lock (writing)
            {
                var (name, outcome) = read(line);
                if (name is null || !waiting.Remove(name))
                {
                    if (!line.StartsWith("nhandao: ", StringComparison.Ordinal))
                        remarks.TryAdd(line[..Math.Min(line.Length, 120)], 0); // what the picture libraries have to say, or how a process died
                    return;
                }
                var seconds = Stopwatch.GetElapsedTime(last).TotalSeconds;
                last = Stopwatch.GetTimestamp();
                times.Add((seconds, name));
                Count(outcome);
                if (seconds > MostSeconds)
                    Blame(string.Create(CultureInfo.InvariantCulture, $"took {seconds:0} s"), name, folder);
                if (outcome.Contains("defect", StringComparison.OrdinalIgnoreCase))
                    Blame(line[..Math.Min(line.Length, 200)], name, folder);
                Weigh(process.Id, name, folder);
            }
        }
    }

    /// <summary>VmHWM, the highest resident set so far, of the process; the program comes in the place of <c>taskset</c>, under its number.</summary>
    private void Weigh(int process, string name, string folder)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is null)
                return;
            var megabytes = double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
            lock (peaks)
                if (megabytes > peak.Megabytes)
                    peak = (megabytes, name);
            if (megabytes > MostMegabytes)
                Blame(string.Create(CultureInfo.InvariantCulture, $"takes {megabytes:0} MB"), name, folder);
        }
        catch (IOException)
        {
            // It has ended.
        }
    }

    private void Count(string outcome) => Interlocked.Increment(ref outcomes.GetOrAdd(outcome, _ => new()).Count);

    private void Blame(string what, string name, string folder)
    {
        faults.Add($"{name}: {what}");
        var file = Path.Combine(folder, name);
        if (keep is not null && File.Exists(file))
            File.Copy(file, Path.Combine(Directory.CreateDirectory(keep).FullName, name), overwrite: true);
    }

    private static string? NameOf(string record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.TryGetProperty("file", out var file) && file.GetString() is { } path ? Path.GetFileName(path) : null;
    }

    /// <summary>A message without the numbers and names in it, by which alike ones are counted.</summary>
    private static string Reason(string message) => Particular.Replace(message, "…") is var general && general.Length > 100 ? general[..99] + "…" : general;

    /// <summary>«nhandao: /tmp/hostile-x/file-00001.pdf: The file is …».</summary>
    [GeneratedRegex(@"^nhandao: \S*/(?<name>[\w.-]+): (?<message>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Complaint { get; }

    [GeneratedRegex(@"\d[\d.,]*|«[^»]*»", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Particular { get; }
}
