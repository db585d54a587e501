using System.Globalization;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>What /proc says of a process and of its children that live.</summary>
internal static class ProcessFigures
{
    private const double TicksASecond = 100; // USER_HZ, the same on every Linux that .NET runs on

    /// <summary>Seconds of processor time: its own, and of all children, ended or not; null when it is gone.</summary>
    public static double? Seconds(int process)
    {
        double sum = 0;
        foreach (var id in Family(process))
            if (Read(id, "stat") is { } stat)
            {
                var values = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                sum += Enumerable.Range(11, 4).Sum(i => double.Parse(values[i], CultureInfo.InvariantCulture)) / TicksASecond; // utime, stime, cutime, cstime
            }
            else if (id == process)
                return null;
        return sum;
    }

    /// <summary>VmHWM of the largest, in MB, and what runs in it; null when it is gone.</summary>
    public static (double Megabytes, string Program)? Peak(int process)
    {
        (double Megabytes, string Program)? most = null;
        foreach (var id in Family(process))
            if (Read(id, "status")?.Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
                && double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024 is var megabytes && megabytes > (most?.Megabytes ?? 0))
                most = (megabytes, Read(id, "cmdline")?.Split('\0').ElementAtOrDefault(1) ?? "");
        return most;
    }

    /// <summary>Begins their peaks anew.</summary>
    public static void ForgetPeak(int process)
    {
        foreach (var id in Family(process))
            try
            {
                File.WriteAllText($"/proc/{id}/clear_refs", "5");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended.
            }
    }

    private static IEnumerable<int> Family(int process)
    {
        yield return process;
        string[] threads;
        try
        {
            threads = Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (IOException)
        {
            yield break;
        }
        foreach (var thread in threads)
            foreach (var child in Read(thread, "children")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
                foreach (var id in Family(int.Parse(child, CultureInfo.InvariantCulture)))
                    yield return id;
    }

    private static string? Read(int process, string file) => Read($"/proc/{process}", file);

    private static string? Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (IOException)
        {
            return null; // it has ended
        }
    }
}
