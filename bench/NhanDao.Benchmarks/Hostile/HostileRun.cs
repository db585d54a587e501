using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>
/// Hostile files and texts, by seed, through <c>nhandao parse</c> or <c>nhandao serve</c>. Held to: no death of a process; every file ends in
/// a record or in a refusal of its own that is no defect; within <see cref="HostileTally.MostSeconds"/> and <see cref="HostileTally.MostMegabytes"/>.
/// </summary>
internal static class HostileRun
{
    /// <summary>Ends with 0 when everything held. A signal to end (Ctrl-C, SIGTERM) ends it early, with the table of what was done.</summary>
    /// <param name="target">What the files are given to.</param>
    /// <param name="files">How many hostile files; the bombs come on top when there are any.</param>
    /// <param name="texts">How many hostile texts.</param>
    /// <param name="seed">The same seed gives the same files.</param>
    /// <param name="keep">Folder for files that broke something; null: they are not kept.</param>
    public static int Run(Func<HostileTally, IHostileTarget> target, int files, int texts, int seed, string? keep)
    {
        var watch = Stopwatch.StartNew();
        var tally = new HostileTally(keep);
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using (var taker = target(tally))
        {
            if (files > 0)
            {
                taker.Take(Bombs.All(), 1, stop.Token); // a process each: what one takes is its own
                taker.Take(Files(files, seed), 100, stop.Token);
            }
            taker.Take(Texts(texts, seed), 1000, stop.Token);
        }
        tally.Print(watch.Elapsed, stop.IsCancellationRequested);
        return tally.HasFaults ? 1 : 0;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    // Each file by itself: it can be made again without the others.
    private static IEnumerable<(string, byte[])> Files(int count, int seed)
    {
        var kinds = HostileSeeds.All();
        var whole = kinds.Sum(k => k.Share);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(seed + 104_729 * (i + 1));
            var at = random.Next(whole);
            var kind = kinds.First(k => (at -= k.Share) < 0);
            yield return ($"file-{i:00000}.{kind.Ending}", kind.Hostile(random));
        }
    }

    private static IEnumerable<(string, byte[])> Texts(int count, int seed) =>
        Enumerable.Range(0, count).Select(i => ($"text-{i:000000}.txt", HostileTexts.Next(new Random(seed + 7919 * (i + 1)))));
}

/// <summary>A program that hostile files are given to, and that tells the tally what became of each.</summary>
internal interface IHostileTarget : IDisposable
{
    /// <param name="files">Name and content.</param>
    /// <param name="together">How many a process may be given at once.</param>
    /// <param name="stop">Ends it after the files at hand.</param>
    void Take(IEnumerable<(string Name, byte[] Content)> files, int together, CancellationToken stop);
}
