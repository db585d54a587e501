namespace NhanDao.Parsing.Pages;

/// <summary>A folder of one letter's own for files on the way (mode 0700), removed with all it holds.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder() => Path = Directory.CreateTempSubdirectory("nhandao-").FullName; // created with mode 0700

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
