using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;

namespace NhanDao.Benchmarks;

/// <summary>Labelling alone: lines a second on the recorded scans of corpus/, on one core.</summary>
internal static class LinesBenchmark
{
    public static void Run(int rounds)
    {
        var texts = Directory.EnumerateFiles(CorpusFiles.Root, "scan.words.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read).ToList();
        var lines = texts.Sum(t => t.Lines.Length);
        texts.ForEach(t => LineLabeller.Label(t)); // warm
        var best = double.PositiveInfinity;
        for (var round = 0; round < rounds; round++)
        {
            var start = ThreadClock.Milliseconds;
            texts.ForEach(t => LineLabeller.Label(t));
            best = Math.Min(best, ThreadClock.Milliseconds - start);
        }
        Console.WriteLine($"{texts.Count} scans, {lines} lines: {lines / best * 1000,10:0} lines a second");
    }

    private static DocumentText Read(string path)
    {
        using var stream = File.OpenRead(path);
        return TextAssembler.Assemble(RecordedPages.Read(stream).Pages);
    }
}
