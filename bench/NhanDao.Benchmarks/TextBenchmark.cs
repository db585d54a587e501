using System.Diagnostics;
using NhanDao.Parsing;

namespace NhanDao.Benchmarks;

/// <summary>Typed letters through the whole parser, on one thread.</summary>
internal static class TextBenchmark
{
    public static void Run(int rounds)
    {
        var letters = CorpusFiles.Typed().Select(File.ReadAllText).ToArray();
        var parser = new LetterParser();

        var cold = Stopwatch.StartNew();
        parser.Parse(letters[0]);
        Console.WriteLine($"first letter of the process   {cold.Elapsed.TotalMilliseconds,8:0.0} ms (vocabularies are read, code is compiled)");

        for (var round = 0; round < 5; round++)
            foreach (var letter in letters)
                parser.Parse(letter);

        Sample latency = new(), cost = new();
        var slowest = letters.ToDictionary(l => l, _ => double.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
            foreach (var letter in letters)
            {
                double start = Stopwatch.GetTimestamp(), work = ThreadClock.Milliseconds;
                parser.Parse(letter);
                work = ThreadClock.Milliseconds - work;
                latency.Add((Stopwatch.GetTimestamp() - start) * 1000 / Stopwatch.Frequency);
                cost.Add(work);
                slowest[letter] = Math.Min(slowest[letter], work);
            }
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / latency.Count;

        Console.WriteLine($"letters                       {letters.Length,8} ({letters.Average(l => l.Length):0} characters on average), {rounds} rounds, one thread");
        Console.WriteLine($"throughput                    {cost.Count / cost.Sum * 1000,8:0} letters a second of processor time (bar: 300)");
        Console.WriteLine($"processor time p50, p95, p99  {cost.Median,8:0.00} {cost.Percentile(95),8:0.00} {cost.Percentile(99),8:0.00} ms (bar: p95 5 ms)");
        Console.WriteLine($"wall clock     p50, p95, p99  {latency.Median,8:0.00} {latency.Percentile(95),8:0.00} {latency.Percentile(99),8:0.00} ms (counts what else the machine does)");
        Console.WriteLine($"slowest letter, its best time {slowest.Values.Max(),8:0.00} ms");
        Console.WriteLine($"allocated                     {allocated / 1024.0,8:0} KB a letter");
    }
}
