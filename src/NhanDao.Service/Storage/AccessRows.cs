namespace NhanDao.Service.Storage;

/// <summary>A key by which another system comes in. The secret itself is never kept.</summary>
internal sealed class ApiKeyRow
{
    public long Id { get; set; }

    /// <summary>For people, and for the trail: unique.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret; it has 256 random bits, so a slow hash would add nothing.</summary>
    public required string Hash { get; set; }

    /// <summary>How the secret begins, to tell keys apart.</summary>
    public required string Start { get; set; }

    public Scopes Scopes { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>What a key may do.</summary>
[Flags]
internal enum Scopes
{
    None = 0,

    /// <summary>Reads every letter.</summary>
    Read = 1,

    /// <summary>Posts letters, and reads what came of its own.</summary>
    Parse = 2,

    /// <summary>Corrects letters and marks directives as done.</summary>
    Review = 4,

    /// <summary>Deletes letters and reads the metrics.</summary>
    Admin = 8,
}

/// <summary>An Idempotency-Key that was used, and what for.</summary>
internal sealed class IdempotencyRow
{
    /// <summary>Whose it is: two callers may use the same.</summary>
    public required string Caller { get; set; }

    public required string Key { get; set; }

    /// <summary>Content hash and options of the request it was first sent with.</summary>
    public required string Request { get; set; }

    public long JobId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>One line of the trail: who did what to which. Rows are added and never changed, and outlive what they speak of.</summary>
internal sealed class AuditRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    /// <summary>«letter.deleted», «letter.corrected», «key.created» …</summary>
    public required string Action { get; set; }

    /// <summary>«letter 12», «key 3».</summary>
    public required string Subject { get; set; }

    /// <summary>Ids, hashes and counts; no word of a letter.</summary>
    public string? Detail { get; set; }
}

/// <summary>A file in the <see cref="ContentStore"/>.</summary>
internal sealed class FileRow
{
    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public required string Hash { get; set; }

    public long Length { get; set; }

    /// <summary>By its bytes.</summary>
    public required string MediaType { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
