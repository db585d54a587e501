namespace NhanDao.Service.Storage;

/// <summary>A directive of a letter's newest revision, items inside items included.</summary>
internal sealed class DirectiveRow
{
    public long Id { get; set; }

    public long LetterId { get; set; }

    /// <summary>From 0, in the letter's order.</summary>
    public int Position { get; set; }

    /// <summary>The labels from the top: «III.1.a»; "" for a paragraph.</summary>
    public required string Label { get; set; }

    public required string Text { get; set; }

    /// <summary>The day it falls due, or the last day of the month or quarter; null when it has none or comes again.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>As printed.</summary>
    public string? DueRaw { get; set; }

    /// <summary>RRULE of what comes again.</summary>
    public string? Recurrence { get; set; }

    public double Confidence { get; set; }

    /// <summary>When a person marked it as done; null while it is open.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    public string? DoneBy { get; set; }

    public LetterRow? Letter { get; set; }

    public List<PartyRow> Parties { get; } = [];
}

/// <summary>A body with a part in a directive.</summary>
internal sealed class PartyRow
{
    public long Id { get; set; }

    public long DirectiveId { get; set; }

    public PartyRole Role { get; set; }

    /// <summary>As printed.</summary>
    public required string Name { get; set; }

    /// <summary><see cref="Name"/> folded.</summary>
    public required string NameKey { get; set; }

    /// <summary>Taken from the heading above or from the addressees.</summary>
    public bool Inherited { get; set; }
}

/// <summary>What a body has to do with a directive.</summary>
internal enum PartyRole
{
    /// <summary>Chủ trì.</summary>
    Lead,

    /// <summary>Phối hợp.</summary>
    Cooperator,

    /// <summary>Theo dõi, đôn đốc.</summary>
    Supervisor,

    /// <summary>Receives the report.</summary>
    ReportTo,
}
