namespace NhanDao.Service.Tests;

/// <summary>Letters and tools that lie beside the checkout, in <c>../shared</c>, and are no part of it.</summary>
internal static class SharedMaterial
{
    /// <summary>The folder; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                return System.IO.Path.Combine(folder.FullName, "..", "shared") is var shared && Directory.Exists(shared) ? shared : null;
        return null;
    }
}

/// <summary>A test that needs <see cref="SharedMaterial"/>, and is skipped, saying so, where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedMaterial.Folder is null)
            Skip = "There is no ../shared beside the checkout.";
    }
}
