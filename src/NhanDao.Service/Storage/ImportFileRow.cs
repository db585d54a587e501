namespace NhanDao.Service.Storage;

/// <summary>A file that an import has found: every one ends in exactly one of the final states.</summary>
internal sealed class ImportFileRow
{
    public long Id { get; set; }

    /// <summary>Full path on the machine that imports. One row a path: a file that has changed is taken again.</summary>
    public required string Path { get; set; }

    public long Length { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>SHA-256; null when the file could not be taken in.</summary>
    public string? ContentHash { get; set; }

    /// <summary>The job that reads its content; null when nothing is to be read.</summary>
    public long? JobId { get; set; }

    /// <summary>The file with the same bytes that was found first; null for that one itself.</summary>
    public long? OriginalId { get; set; }

    public ImportState State { get; set; }

    /// <summary>Why it is in quarantine, in one line; null otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>The exit code that <c>nhandao parse</c> would give for the file; null unless it is in quarantine.</summary>
    public int? FailureCode { get; set; }

    /// <summary>The end of what the last worker that it killed wrote to standard error. No words of a letter.</summary>
    public string? Log { get; set; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; set; }

    /// <summary>What reading took, in milliseconds; null until it was read.</summary>
    public double? Milliseconds { get; set; }

    public int Pages { get; set; }

    /// <summary>Fingerprint of its first letter's text, to find near duplicates by; null until it was read.</summary>
    public long? TextPrint { get; set; }

    /// <summary>When it came to its final state.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Where a file stands.</summary>
internal enum ImportState
{
    /// <summary>Found, not read yet.</summary>
    Waiting,

    /// <summary>Its letters are kept.</summary>
    Done,

    /// <summary>The same bytes came before.</summary>
    Duplicate,

    /// <summary>It cannot be read, or killed its workers: set aside with the reason.</summary>
    Quarantined,
}
