using NhanDao.Parsing.Native;

namespace NhanDao.Service.Import;

/// <summary>A file on the way, as the folder lists it.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ModifiedAt">When it was last written, to the millisecond that a database keeps.</param>
internal readonly record struct FoundFile(string Path, long Length, DateTimeOffset ModifiedAt);

/// <summary>
/// The ordinary files that paths name, folders with all they hold. Links are not followed, so a folder cannot lead out of itself or round in
/// a circle; pipes, devices and sockets would be waited for without end and are left out, as are names that begin with a dot and what an
/// earlier import has put beside the scans.
/// </summary>
internal static class FileWalk
{
    /// <summary>Endings of what an import writes beside a scan.</summary>
    public const string JsonEnding = ".nhandao.json", PdfEnding = ".nhandao.pdf";

    private static readonly EnumerationOptions InFolder = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <param name="paths">Files and folders.</param>
    /// <param name="failed">Told of each path that cannot be listed or is no ordinary file.</param>
    public static IEnumerable<FoundFile> Find(IEnumerable<string> paths, Action<string, string> failed)
    {
        foreach (var path in paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
            if (Directory.Exists(path))
                foreach (var file in Walk(new(path), failed))
                    yield return file;
            else if (!Path.Exists(path))
                failed(path, "There is no such file or folder.");
            else if (Take(new(path)) is { } file)
                yield return file;
            else
                failed(path, "It is no ordinary file.");
    }

    private static IEnumerable<FoundFile> Walk(DirectoryInfo folder, Action<string, string> failed)
    {
        FileInfo[] files = [];
        DirectoryInfo[] folders = [];
        try
        {
            files = folder.GetFiles("*", InFolder);
            folders = folder.GetDirectories("*", InFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failed(folder.FullName, Failure.Of(e).Message);
        }
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
            if (!IsOwn(file.Name) && Take(file) is { } found)
                yield return found;
        foreach (var inner in folders.OrderBy(f => f.Name, StringComparer.Ordinal))
            foreach (var file in Walk(inner, failed))
                yield return file;
    }

    private static bool IsOwn(string name) => name.EndsWith(JsonEnding, StringComparison.Ordinal) || name.EndsWith(PdfEnding, StringComparison.Ordinal);

    private static FoundFile? Take(FileInfo file)
    {
        try
        {
            // What is no ordinary file has no length, so one question of the system is enough for most.
            return file.Length > 0 || SystemLibrary.IsOrdinaryFile(file.FullName)
                ? new(file.FullName, file.Length, DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds()))
                : null;
        }
        catch (IOException)
        {
            return null; // gone since it was listed
        }
    }
}
