using System.Diagnostics;
using System.Globalization;
using NhanDao.Parsing;

namespace NhanDao.Benchmarks;

/// <summary>Peak resident memory of a process that reads scans one after the other: a worker's life.</summary>
internal static class MemoryBenchmark
{
    public const string Child = "memory-child";

    public static void Run(string[] files)
    {
        // In a process of its own, so that nothing else is counted.
        var info = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            info.ArgumentList.Add(typeof(MemoryBenchmark).Assembly.Location);
        info.ArgumentList.Add(Child);
        foreach (var file in files.Length > 0 ? files : CorpusFiles.Scans())
            info.ArgumentList.Add(file);
        using var process = Process.Start(info)!;
        process.WaitForExit();
    }

    public static async Task RunChildAsync(string[] files)
    {
        var parser = new LetterParser();
        Console.WriteLine($"before the first file         {Peak(),6:0} MB");
        for (var i = 0; i < files.Length; i++)
        {
            await parser.ParseAsync(files[i]);
            if (i == 0 || i == files.Length - 1)
                Console.WriteLine($"peak after {i + 1,3} file(s)         {Peak(),6:0} MB");
        }
    }

    /// <summary>The kernel's own account: VmHWM, the highest resident set so far, in MB.</summary>
    private static double Peak()
    {
        var line = File.ReadLines("/proc/self/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
