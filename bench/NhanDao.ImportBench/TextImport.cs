using System.Diagnostics;
using System.Globalization;

namespace NhanDao.ImportBench;

/// <summary>Typed letters through the whole import: rate, and memory of importer and workers together as files come to an end.</summary>
internal static class TextImport
{
    public static async Task<int> RunAsync(int count)
    {
        using var folder = new Scratch();
        var letters = LetterFolder.Write(folder["in"], count);
        var clock = Stopwatch.StartNew();
        using var importer = new ImporterProcess(["import", letters.Path, "--into", folder["nhandao.db"], "--json", "--workers", "2"]);
        var samples = new List<(int Ended, long Resident)>();
        while (!importer.HasExited)
        {
            await Task.Delay(200).ConfigureAwait(false);
            samples.Add((importer.Ended, importer.Workers.Append(importer.Id).Sum(Resident)));
        }
        var seconds = clock.Elapsed.TotalSeconds;
        var code = await importer.WaitAsync().ConfigureAwait(false);
        var step = Math.Max(1, count / 10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{letters.Files} files in {seconds:0.0} s, {letters.Files / seconds:0} a second, exit code {code}"));
        Console.WriteLine("files ended   mean resident memory of importer and workers, MB");
        foreach (var thousand in samples.Where(s => s.Resident > 0).GroupBy(s => s.Ended / step).OrderBy(g => g.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{thousand.Key * step,8}..     {thousand.Average(s => s.Resident) / 1e6,8:0}"));
        return 0;
    }

    private static long Resident(int process)
    {
        try
        {
            return long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        }
        catch (Exception e) when (e is IOException or IndexOutOfRangeException)
        {
            return 0;
        }
    }
}
