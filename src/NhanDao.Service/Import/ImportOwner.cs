using System.Globalization;

namespace NhanDao.Service.Import;

/// <summary>Who has a job at hand: «host:process:start». Whether one on this machine still lives can be seen at once; of others, only their lease tells.</summary>
internal static class ImportOwner
{
    /// <summary>Machine and, for containers of one name, the namespace that process ids are counted in.</summary>
    public static string Host { get; } = $"{Environment.MachineName}/{Path.GetFileName(new FileInfo("/proc/self/ns/pid").LinkTarget)?.Replace(':', '=')}";

    /// <summary>This process.</summary>
    public static string Own { get; } = string.Create(CultureInfo.InvariantCulture, $"{Host}:{Environment.ProcessId}:{Start(Environment.ProcessId)}");

    /// <summary>Whether <paramref name="owner"/> ran on this machine and is gone.</summary>
    public static bool IsGone(string owner) => owner.Split(':') is [var host, var process, var start]
        && host == Host && int.TryParse(process, CultureInfo.InvariantCulture, out var id) && Start(id) != start;

    /// <summary>When a process started, in the kernel's ticks: with it a process id is never taken for another's; null for one that is gone.</summary>
    private static string? Start(int process)
    {
        try
        {
            // The name, in parentheses, may hold anything; the 22nd field is the 20th behind it.
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return status[(status.LastIndexOf(')') + 2)..].Split(' ') is { Length: > 19 } fields && fields[0] is not ("Z" or "X") ? fields[19] : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
