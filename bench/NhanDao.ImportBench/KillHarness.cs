using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing;
using NhanDao.Parsing.Output;
using NhanDao.Service;
using NhanDao.Service.Storage;

namespace NhanDao.ImportBench;

/// <summary>What a run under fire came to.</summary>
/// <param name="Kills">Processes killed: importers and workers.</param>
/// <param name="Importers">Importers among them.</param>
/// <param name="SlowestResume">The longest from a start of the importer to the first file that came to an end.</param>
/// <param name="Elapsed">In all.</param>
/// <param name="Faults">What is wrong at the end; empty when nothing was lost and nothing done twice.</param>
internal sealed record KillReport(int Kills, int Importers, TimeSpan SlowestResume, TimeSpan Elapsed, ImmutableArray<string> Faults)
{
    /// <summary>Letters that were in quarantine, having lost three workers, until they were tried again in peace.</summary>
    public int SetAside { get; init; }
}

/// <summary>
/// Imports a folder of letters while processes are killed (<c>kill -9</c>) at random, and then looks whether every file came to exactly one
/// end, every letter is there once, and every record is the one that an undisturbed reading gives.
/// </summary>
internal sealed class KillHarness(LetterFolder letters, string database, string store, int seed)
{
    private const int ImporterOfTen = 3;

    private readonly Random random = new(seed);

    /// <param name="kills">How many processes are killed, unless the import is done before.</param>
    /// <param name="between">Longest time between two kills; the shortest is a tenth of it.</param>
    public async Task<KillReport> RunAsync(int kills, TimeSpan between)
    {
        var clock = Stopwatch.StartNew();
        var (killed, importers) = (0, 0);
        var slowest = TimeSpan.Zero;
        var processes = new HashSet<int>();
        var code = 0;
        for (var done = false; !done;)
        {
            using var importer = new ImporterProcess(["import", letters.Path, "--into", database, "--files", store, "--report", Path.Combine(store, "..", "report"), "--json", "--workers", "2"]);
            var mustDie = false;
            // Most are let come to work; some are killed while they start.
            while (random.Next(5) > 0 && !importer.HasExited && importer.Ended == 0)
                await Task.Delay(50).ConfigureAwait(false);
            while (!importer.HasExited && killed < kills && !mustDie)
            {
                await Task.Delay(between * (0.1 + 0.9 * random.NextDouble())).ConfigureAwait(false);
                mustDie = random.Next(10) < ImporterOfTen;
                if (importer.HasExited)
                    break;
                if (mustDie)
                {
                    importer.Kill();
                    importers++;
                }
                else if (!KillWorker(importer))
                    continue;
                killed++;
            }
            code = await importer.WaitAsync().ConfigureAwait(false);
            processes.UnionWith(importer.Workers);
            slowest = importer.FirstEnded is { } first && first > slowest ? first : slowest;
            done = !mustDie;
            if (done && code is not (0 or 6 or 11 or 15))
                return new(killed, importers, slowest, clock.Elapsed, [$"the importer ended with code {code}: {importer.Errors}"]);
        }
        var elapsed = clock.Elapsed;
        var (setAside, faults) = await EndAsync().ConfigureAwait(false);
        return new(killed, importers, slowest, elapsed, faults.AddRange(processes.Where(IsWorker).Select(id => $"worker {id} still runs"))) { SetAside = setAside };
    }

    /// <summary>A letter at hand while three workers were killed is in quarantine, rightly: it is tried again in peace, and then everything is looked at.</summary>
    public async Task<(int SetAside, ImmutableArray<string> Faults)> EndAsync()
    {
        using (var opened = LetterDatabase.Of(database))
        {
            var context = opened.Open();
            await using (context.ConfigureAwait(false))
            {
                var killed = await context.ImportFiles.Where(f => f.State == ImportState.Quarantined && f.FailureCode == ExitCode.Unreadable(UnreadableReason.TooCostly)).Select(f => f.Path).ToArrayAsync().ConfigureAwait(false);
                if (killed.Length > 0)
                {
                    using var retry = new ImporterProcess(["retry", .. killed, "--into", database, "--files", store, "--report", Path.Combine(store, "..", "report"), "--json", "--workers", "2"]);
                    if (await retry.WaitAsync().ConfigureAwait(false) is not 0 and var code)
                        return (killed.Length, [$"trying again ended with code {code}: {retry.Errors}"]);
                }
                return (killed.Length, await FaultsAsync().ConfigureAwait(false));
            }
        }
    }

    private bool KillWorker(ImporterProcess importer)
    {
        var alive = importer.Workers.Where(IsWorker).ToArray();
        if (alive.Length == 0)
            return false;
        try
        {
            using var worker = Process.GetProcessById(alive[random.Next(alive.Length)]);
            worker.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false; // it has just ended
        }
    }

    /// <summary>Process ids come round again: only what runs as our worker is one.</summary>
    private static bool IsWorker(int id)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
            return arguments.Contains("worker") && arguments.Any(a => a.EndsWith("nhandao.dll", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What is lost, there twice, or other than an undisturbed reading gives.</summary>
    public async Task<ImmutableArray<string>> FaultsAsync()
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        using var opened = LetterDatabase.Of(database);
        var context = opened.Open();
        await using (context.ConfigureAwait(false))
        {
            var counts = (await context.ImportFiles.GroupBy(f => f.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync().ConfigureAwait(false)).ToDictionary(g => g.Key, g => g.Count);
            Expect("files in the journal", letters.Files, counts.Values.Sum());
            Expect("done", letters.Hashes.Count, counts.GetValueOrDefault(ImportState.Done));
            Expect("duplicates", letters.Copies, counts.GetValueOrDefault(ImportState.Duplicate));
            Expect("quarantined", letters.Junk, counts.GetValueOrDefault(ImportState.Quarantined));

            var jobs = (await context.Jobs.GroupBy(j => j.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync().ConfigureAwait(false)).ToDictionary(g => g.Key, g => g.Count);
            Expect("jobs done", letters.Hashes.Count, jobs.GetValueOrDefault(JobState.Done));
            Expect("jobs in all", letters.Hashes.Count + letters.Junk, jobs.Values.Sum());

            var content = new ContentStore(store);
            var kept = new Dictionary<string, int>(StringComparer.Ordinal);
            for (long after = 0; ;)
            {
                var page = await context.Letters.Where(l => l.Id > after).OrderBy(l => l.Id).Take(500)
                    .Select(l => new { l.Id, l.ContentHash, l.Part, l.FileName, l.Revisions.Single().Record, Directives = l.Directives.Count, Citations = l.Citations.Count }).ToListAsync().ConfigureAwait(false);
                if (page.Count == 0)
                    break;
                after = page[^1].Id;
                foreach (var letter in page)
                {
                    if (letter.Part == 1)
                        kept[letter.ContentHash] = kept.GetValueOrDefault(letter.ContentHash) + 1;
                    var read = (await new LetterParser().ParseAllAsync(content.PathOf(letter.ContentHash), Path.GetFileNameWithoutExtension(letter.FileName), CancellationToken.None).ConfigureAwait(false))[letter.Part - 1];
                    if (LetterJson.Write(read with { File = LetterJson.Read(letter.Record).File }, indented: false) != letter.Record)
                        faults.Add($"letter {letter.Id} is not what its file says");
                    if (letter.Directives != LetterDuty.In(read).Count() || letter.Citations != read.References.Length)
                        faults.Add($"letter {letter.Id} has not all its rows");
                }
            }
            Expect("letters kept, by hash", letters.Hashes.Count, kept.Count);
            faults.AddRange(kept.Where(k => k.Value != 1).Select(k => $"{k.Key} is kept {k.Value} times"));
            faults.AddRange(letters.Hashes.Except(kept.Keys).Select(h => $"{h} is lost"));
        }
        return faults.ToImmutable();

        void Expect(string what, int expected, int found)
        {
            if (expected != found)
                faults.Add($"{what}: {found}, not {expected}");
        }
    }
}
