namespace NhanDao.Benchmarks;

/// <summary>The letters of corpus/, found beside the solution file.</summary>
internal static class CorpusFiles
{
    public static string Root { get; } = Find();

    public static string[] Typed() =>
        [.. Directory.EnumerateFiles(Root, "letter.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".txt" or ".md").Order(StringComparer.Ordinal)];

    public static string[] Scans() =>
        [.. Directory.EnumerateFiles(Root, "scan.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is not (".json" or ".py")).Order(StringComparer.Ordinal)];

    private static string Find()
    {
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                    return Path.Combine(folder.FullName, "corpus");
        throw new DirectoryNotFoundException("Run this inside the project: corpus/ is looked for beside NhanDaoParse.sln.");
    }
}
