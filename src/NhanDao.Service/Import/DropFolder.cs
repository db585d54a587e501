using System.Collections.Immutable;

namespace NhanDao.Service.Import;

/// <summary>Folders that files are dropped into: one is taken when it looks as it did the last time somebody looked, so not while it grows.</summary>
internal sealed class DropFolder(ImmutableArray<string> paths)
{
    private Dictionary<string, FoundFile> seen = new(StringComparer.Ordinal);

    /// <summary>Files that have changed neither size nor time since the call before.</summary>
    public IReadOnlyList<FoundFile> Settled()
    {
        var before = seen;
        var now = FileWalk.Find(paths, static (_, _) => { }).ToList();
        seen = now.ToDictionary(f => f.Path, StringComparer.Ordinal);
        return now.FindAll(f => before.TryGetValue(f.Path, out var file) && file == f);
    }
}
