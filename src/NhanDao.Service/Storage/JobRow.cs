namespace NhanDao.Service.Storage;

/// <summary>One file to be read: the journal of what was accepted. What is accepted ends in exactly one of the final states.</summary>
internal sealed class JobRow
{
    public long Id { get; set; }

    public JobState State { get; set; }

    /// <summary>Who put it here: «api», or the import run.</summary>
    public required string Source { get; set; }

    /// <summary>The API key that asked for it; null for a person signed in otherwise, and for imports.</summary>
    public long? KeyId { get; set; }

    public required string ContentHash { get; set; }

    public required string Options { get; set; }

    public string? FileName { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>
    /// Fencing: counts up each time somebody takes the job, and a result is kept only under the number it was taken with. One who was
    /// thought dead and comes back late cannot write a second result.
    /// </summary>
    public int Attempt { get; set; }

    /// <summary>Who has it; null while it waits.</summary>
    public string? Owner { get; set; }

    /// <summary>When <see cref="Owner"/> is taken for dead unless it renews the lease.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public int PagesDone { get; set; }

    /// <summary>0 until it is known.</summary>
    public int PagesTotal { get; set; }

    /// <summary>The problem type it ended with («unreadable-document»); null unless it failed.</summary>
    public string? Problem { get; set; }

    /// <summary>One sentence for a person. Holds no word of the letter.</summary>
    public string? Reason { get; set; }
}

/// <summary>Where a job stands.</summary>
internal enum JobState
{
    /// <summary>Accepted, waits for its turn.</summary>
    Queued,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Its letters are kept.</summary>
    Done,

    /// <summary>The file cannot be read; trying again does not help.</summary>
    Failed,

    /// <summary>Called off by whoever asked.</summary>
    Cancelled,

    /// <summary>It killed its worker again and again, and is set aside for a person.</summary>
    Quarantined,
}
