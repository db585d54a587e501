using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text.Repair;

namespace NhanDao.Parsing;

/// <summary>Limits and choices of a <see cref="LetterParser"/>. Immutable; the defaults suit a signed scan of a few pages.</summary>
public sealed record ParsingOptions
{
    /// <summary>The defaults.</summary>
    public static ParsingOptions Default { get; } = new();

    /// <summary>Tesseract model name. The default is Debian's fast Vietnamese model.</summary>
    public string OcrLanguage { get; init; } = "vie";

    /// <summary>Folder that holds <c>vie.traineddata</c>; null for the place Tesseract was built with.</summary>
    public string? OcrModelFolder { get; init; }

    /// <summary>A page with more pixels is refused before it is decoded.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>A file with more pages is refused.</summary>
    public int MaxPages { get; init; } = 500;

    /// <summary>A larger file is refused, in bytes.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How many pages of one letter may be read by OCR at a time. A caller that reads several letters at a time leaves it at 1.</summary>
    public int MaxParallelPages { get; init; } = 1;

    /// <summary>How long OCR of one page may take.</summary>
    public TimeSpan OcrTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long one child process (poppler) may run.</summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much address space one child process (poppler) may take, in bytes.</summary>
    public long ToolMemory { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Told after each page: how many have been read, of how many. Pages may be told of out of order and from several threads.</summary>
    internal Action<int, int>? PageRead { get; init; }

    /// <summary>Which steps of repair are taken; fewer only to measure what each is worth.</summary>
    internal RepairSteps Repair { get; init; } = RepairSteps.All;

    /// <summary>The weights that lines are labelled by; null for those that are shipped. Training measures others.</summary>
    internal LineModel? LineModel { get; init; }
}
