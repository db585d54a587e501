using System.Globalization;

namespace NhanDao.Service.Workers;

/// <summary>
/// A worker's own temporary folder (mode 0700). The worker removes it when it ends in order, its owner when it does not; one whose
/// worker and owner were both killed is removed by the next owner on this machine.
/// </summary>
internal sealed class WorkerFolder : IDisposable
{
    private const string Prefix = "nhandao-worker-";

    public WorkerFolder() =>
        Path = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;

    public string Path { get; }

    /// <summary>Removes what owners that are gone have left behind.</summary>
    public static void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
            if (System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-') is [var owner, _] && int.TryParse(owner, CultureInfo.InvariantCulture, out var id)
                && !Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}")))
                Remove(folder);
    }

    /// <summary>Removes a folder with all it holds. What a process that is just ending still writes there is left to the next sweep.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone already, or somebody else's.
        }
    }

    public void Dispose() => Remove(Path);
}
