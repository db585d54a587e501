using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>What became of hostile files: how many of each outcome, the slowest, the largest, and what did not hold.</summary>
internal sealed partial class HostileTally(string? keep)
{
    /// <summary>Of processor time, a child's included: a busy machine does not count against a file.</summary>
    public const double MostSeconds = 30;

    public const double MostMegabytes = 512;

    public const string Record = "a record", Died = "DIED", Silent = "NO ANSWER";

    private readonly Stopwatch sinceLine = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<(double Seconds, string Name)> times = [];
    private readonly ConcurrentBag<string> faults = [];
    private readonly ConcurrentDictionary<string, int> remarks = new(StringComparer.Ordinal);
    private readonly Lock peaks = new();
    private readonly List<(double Megabytes, string Name)> heaviest = [];

    public bool HasFaults => !faults.IsEmpty;

    /// <summary>A file has its answer.</summary>
    /// <param name="name">The file's.</param>
    /// <param name="content">Its bytes, or null where they are not at hand.</param>
    /// <param name="outcome"><see cref="Record"/>, or the message that it was refused with.</param>
    /// <param name="seconds">The processor time that it took.</param>
    public void Count(string name, byte[]? content, string outcome, double seconds)
    {
        outcomes.AddOrUpdate(Reason(outcome), 1, static (_, n) => n + 1);
        times.Add((seconds, name));
        if (seconds > MostSeconds)
            Blame(string.Create(CultureInfo.InvariantCulture, $"took {seconds:0} s"), name, content);
        if (outcome.Contains("defect", StringComparison.OrdinalIgnoreCase) || outcome is Died or Silent)
            Blame(outcome[..Math.Min(outcome.Length, 200)], name, content);
        lock (sinceLine)
            if (sinceLine.Elapsed.TotalMinutes >= 1)
            {
                Console.Error.WriteLine($"{times.Count} done, at {name}; {faults.Count} faults");
                sinceLine.Restart();
            }
    }

    /// <summary>The highest resident set that a process has had by the time that a file was answered.</summary>
    /// <remarks>A process that has read several files keeps its peak: only the file that raised it is told of.</remarks>
    public void Weigh(double megabytes, string name, byte[]? content)
    {
        lock (peaks)
        {
            heaviest.Add((megabytes, name));
            heaviest.Sort((a, b) => b.Megabytes.CompareTo(a.Megabytes));
            if (heaviest.Count > 5)
                heaviest.RemoveAt(5);
        }
        if (megabytes > MostMegabytes)
            Blame(string.Create(CultureInfo.InvariantCulture, $"takes {megabytes:0} MB"), name, content);
    }

    /// <summary>What libraries say on standard error, or how a process died.</summary>
    public void Remark(string line) => remarks.TryAdd(line[..Math.Min(line.Length, 120)], 0);

    public void Blame(string what, string name, byte[]? content)
    {
        faults.Add($"{name}: {what}");
        if (keep is not null && content is not null)
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(keep).FullName, name), content);
    }

    public void Print(TimeSpan elapsed, bool stopped)
    {
        Console.WriteLine($"{"outcome",-100} {"files",8}");
        foreach (var (outcome, count) in outcomes.OrderByDescending(o => o.Value))
            Console.WriteLine($"{outcome,-100} {count,8}");
        Console.WriteLine($"slowest: {string.Join(", ", times.OrderDescending().Take(5).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Seconds:0.0} s")))}");
        Console.WriteLine($"largest processes: {string.Join(", ", heaviest.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Name} {h.Megabytes:0} MB")))}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Count} files, {times.Sum(t => t.Seconds):0} s of processor time, {elapsed.TotalMinutes:0.0} min"));
        if (stopped)
            Console.WriteLine("stopped before the end");
        Console.WriteLine($"remarks of libraries on standard error: {string.Join("; ", remarks.Keys.Order(StringComparer.Ordinal).Take(12))}");
        foreach (var fault in faults.Order(StringComparer.Ordinal))
            Console.WriteLine($"FAULT {fault}");
        Console.WriteLine($"{faults.Count} faults");
    }

    /// <summary>A message without the numbers and names in it, by which alike ones are counted.</summary>
    private static string Reason(string message) => Particular.Replace(message, "…") is var general && general.Length > 100 ? general[..99] + "…" : general;

    [GeneratedRegex(@"\d[\d.,]*|«[^»]*»", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Particular { get; }
}
