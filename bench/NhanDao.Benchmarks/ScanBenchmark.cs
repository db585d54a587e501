using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NhanDao.Parsing;

namespace NhanDao.Benchmarks;

/// <summary>
/// Clean one-page scans: our whole way from the file to the letter, against <c>tesseract FILE - -l vie tsv</c> on the same picture with
/// <c>OMP_THREAD_LIMIT=1</c>. The two take turns, so that a busy machine slows both, and the ratio is taken within a turn.
/// </summary>
/// <remarks>The program pays its start and the model's in every run; both are shown apart, not subtracted.</remarks>
internal static class ScanBenchmark
{
    // Scans of corpus/ with little dust and skew, each one page in a picture file that both can open.
    private static readonly string[] Clean =
        ["05_cv_huyen_phuc_dap_1533", "07_cv_bo_noivu_de_so_trong", "09_cv_vpcp_y_kien_pttg", "20_cv_tinhdoan_tinh_nguyen", "23_cv_tinhuy_mat_tieu_de", "25_ttr_dang_uy_hd05"];

    public static async Task RunAsync(int rounds)
    {
        var parser = new LetterParser();
        var scans = Clean.Select(name => CorpusFiles.Scans().Single(f => Path.GetFileName(Path.GetDirectoryName(f)) == name)).ToArray();
        await parser.ParseAsync(scans[0]); // the engine is started once and kept, as in a worker
        Tesseract(scans[0]);

        Console.WriteLine($"{"page",-30}{"ours ms",10}{"tesseract ms",14}{"ratio",8}");
        var ratios = new Sample();
        foreach (var scan in scans)
        {
            Sample ours = new(), theirs = new(), ratio = new();
            for (var round = 0; round < rounds; round++)
            {
                // The order changes from round to round: neither is always the one that finds the caches warm.
                double a, b;
                if (round % 2 == 0)
                    (a, b) = (await OursAsync(parser, scan), Tesseract(scan));
                else
                {
                    b = Tesseract(scan);
                    a = await OursAsync(parser, scan);
                }
                ours.Add(a);
                theirs.Add(b);
                ratio.Add(a / b);
            }
            ratios.Add(ratio.Median);
            Console.WriteLine($"{Path.GetFileName(Path.GetDirectoryName(scan)),-30}{ours.Median,10:0}{theirs.Median,14:0}{ratio.Median,8:0.000}");
        }
        Console.WriteLine($"median of the ratios {ratios.Median:0.000}  (bar: 1.10), {rounds} rounds");
        Console.WriteLine($"start of the program and its model, within each of its runs: {Start():0} ms");
    }

    private static async Task<double> OursAsync(LetterParser parser, string scan)
    {
        var start = Stopwatch.GetTimestamp();
        await parser.ParseAsync(scan);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Tesseract(string scan) => Run(scan, "-", "-l", "vie", "tsv");

    // A blank picture costs the program nothing but its start.
    private static double Start()
    {
        var blank = Path.Combine(Path.GetTempPath(), $"blank-{Environment.ProcessId}.pgm");
        File.WriteAllText(blank, "P2\n400 400\n1\n" + string.Concat(Enumerable.Repeat("1 ", 160_000)));
        try
        {
            var start = new Sample();
            for (var i = 0; i < 5; i++)
                start.Add(Run(blank, "-", "-l", "vie", "tsv"));
            return start.Median;
        }
        finally
        {
            File.Delete(blank);
        }
    }

    private static double Run(params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        var info = new ProcessStartInfo("tesseract") { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(info)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"tesseract ended with {process.ExitCode}"));
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("tesseract is not installed: apt-get install tesseract-ocr tesseract-ocr-vie", e);
        }
    }
}
