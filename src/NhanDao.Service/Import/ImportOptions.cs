using System.Collections.Immutable;
using NhanDao.Parsing;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Import;

/// <summary>What an import is asked to do.</summary>
internal sealed record ImportOptions
{
    /// <summary>Files, and folders with all they hold. Full paths.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>«Host=…» for PostgreSQL, or the path of a SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>Folder of the files' content.</summary>
    public required string Store { get; init; }

    /// <summary>Folder of the report; null for none.</summary>
    public required string? Report { get; init; }

    /// <summary>The broker that takes the work to other machines; null to read everything here.</summary>
    public Uri? Queue { get; init; }

    public WorkerOptions Workers { get; init; } = new();

    public ParsingOptions Limits { get; init; } = ParsingOptions.Default;

    public ReadingOptions Reading { get; init; } = ReadingOptions.Default;

    public SidecarOptions Sidecars { get; init; } = new();

    /// <summary>Waits for more files until it is stopped.</summary>
    public bool Watch { get; init; }

    /// <summary>A file is taken when neither its size nor its time has changed for so long.</summary>
    public TimeSpan Settled { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>What is written for people and archives besides the database.</summary>
internal sealed record SidecarOptions
{
    /// <summary>Each letter as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>A searchable copy of each scan.</summary>
    public bool Pdf { get; init; }

    /// <summary>Folder to write to, which keeps the subfolders; null for beside each scan.</summary>
    public string? Folder { get; init; }

    /// <summary>File names: <c>{date}_{number}_{issuer}</c>; null for the scan's own name.</summary>
    public string? Pattern { get; init; }

    public bool Any => Json || Pdf;
}
