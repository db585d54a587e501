namespace NhanDao.Service.Workers;

/// <summary>How many workers there are, what each may take, and how one is started.</summary>
internal sealed record WorkerOptions
{
    /// <summary>Workers at a time.</summary>
    public int Count { get; init; } = Environment.ProcessorCount;

    /// <summary>A worker is replaced after so many scans; a letter without OCR, which touches no foreign code, counts a tenth.</summary>
    public int LettersPerWorker { get; init; } = 100;

    /// <summary>A file that has cost so many workers is given up.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Writable memory of a worker, and of each of its tools, in bytes.</summary>
    public long Memory { get; init; } = 3L * 1024 * 1024 * 1024;

    /// <summary>A worker that still holds more bytes than this after a file is replaced: what one page took does not come on top of the next. Warm, it holds some 200 MB.</summary>
    public long Kept { get; init; } = 320L * 1024 * 1024;

    /// <summary>A worker that has neither read a page nor answered for so long is ended.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one file may take in all.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a worker that was told to stop may still work on the page at hand.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Program and first arguments; <c>--memory-megabytes</c> and <c>--folder</c> follow.</summary>
    public IReadOnlyList<string> Command { get; init; } = OwnCommand;

    /// <summary>This program: by its own launcher where that is beside it, else by <c>dotnet</c>.</summary>
    private static IReadOnlyList<string> OwnCommand { get; } = FindOwn();

    private static string[] FindOwn()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "nhandao.dll");
        var running = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(running) switch
        {
            "nhandao" => [running, "worker"],
            "dotnet" => [running, library, "worker"],
            _ => ["dotnet", library, "worker"],
        };
    }
}
