using System.Diagnostics;
using System.Globalization;

namespace NhanDao.ImportBench;

/// <summary>A folder of scans through the whole import with two workers, against two bare <c>tesseract</c> processes over the same pages, in turns.</summary>
internal static class ScanImport
{
    /// <param name="folder">Pictures of one page each, as <c>nhandao corpus generate --scans</c> makes them.</param>
    /// <param name="count">How many: the pictures are taken in turns, each copy with its number behind the picture's end, so that it is a file of its own.</param>
    public static async Task RunAsync(string folder, int count)
    {
        using var scratch = new Scratch();
        var pages = Repeat(Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray(), Directory.CreateDirectory(scratch["pages"]).FullName, count);
        // In turns by halves, so that a machine that gets busier in between does not speak for one of them.
        var half = pages.Length / 2;
        var (ours, bare) = (0.0, 0.0);
        foreach (var (part, number) in new[] { (pages[..half], 0), (pages[half..], 1) })
        {
            bare += number == 0 ? await BareAsync(part).ConfigureAwait(false) : 0;
            var inner = Directory.CreateDirectory(scratch[string.Create(CultureInfo.InvariantCulture, $"in{number}")]).FullName;
            foreach (var page in part)
                File.Copy(page, Path.Combine(inner, Path.GetFileName(page)));
            var clock = Stopwatch.StartNew();
            using (var importer = new ImporterProcess(["import", inner, "--into", scratch["db"] + "/", "--json", "--workers", "2"]))
                if (await importer.WaitAsync().ConfigureAwait(false) is not 0 and var code)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exit code {code}: {importer.Errors}"));
            ours += clock.Elapsed.TotalSeconds;
            bare += number == 1 ? await BareAsync(part).ConfigureAwait(false) : 0;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages.Length} scans: import {ours:0.0} s ({pages.Length / ours:0.00} a second), two tesseract {bare:0.0} s ({pages.Length / bare:0.00} a second), {bare / ours:P0} of their rate"));
    }

    private static string[] Repeat(string[] pictures, string folder, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:0000}{Path.GetExtension(pictures[i % pictures.Length])}"));
        File.WriteAllBytes(copy, [.. File.ReadAllBytes(pictures[i % pictures.Length]), .. BitConverter.GetBytes(i)]);
        return copy;
    })];

    private static async Task<double> BareAsync(string[] pages)
    {
        var clock = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < pages.Length;)
            {
                var start = new ProcessStartInfo("tesseract", [pages[i], "-", "-l", "vie", "tsv"]) { RedirectStandardOutput = true, RedirectStandardError = true };
                start.Environment["OMP_THREAD_LIMIT"] = "1";
                using var process = Process.Start(start)!;
                var errors = process.StandardError.ReadToEndAsync();
                await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
                await errors.ConfigureAwait(false);
                await process.WaitForExitAsync().ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);
        return clock.Elapsed.TotalSeconds;
    }
}
