using NhanDao.Parsing.Model;

namespace NhanDao.Service.Storage;

/// <summary>A letter as it is looked for: the values of its newest revision, one column each. The record itself is in <see cref="RevisionRow"/>.</summary>
internal sealed class LetterRow
{
    /// <summary>Counts up and is never given twice, so pages of a list can begin behind it.</summary>
    public long Id { get; set; }

    /// <summary>The file that it was read from: SHA-256, lower-case hexadecimal.</summary>
    public required string ContentHash { get; set; }

    /// <summary><see cref="ReadingOptions.Key"/> of the choices it was read with.</summary>
    public required string Options { get; set; }

    /// <summary>Which letter of the file, from 1.</summary>
    public int Part { get; set; }

    /// <summary>As the sender named the file; null when it has no name.</summary>
    public string? FileName { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Number of the newest revision; 1 is what was read, each correction adds one.</summary>
    public int Revision { get; set; }

    /// <summary>Version of the program that read it.</summary>
    public required string ReadBy { get; set; }

    public Regime Regime { get; set; }

    public string? DocumentType { get; set; }

    public string? Issuer { get; set; }

    /// <summary><see cref="Issuer"/> and the body above it, folded, to look for with or without tone marks.</summary>
    public string? IssuerKey { get; set; }

    /// <summary>As the letter's regime writes it: «12/UBND-VX».</summary>
    public string? Number { get; set; }

    /// <summary><see cref="Number"/> folded and without separators and leading zeros: «12ubndvx».</summary>
    public string? NumberKey { get; set; }

    /// <summary>ISO 8601, as far as it is known.</summary>
    public string? Date { get; set; }

    /// <summary>The first day that <see cref="Date"/> can be.</summary>
    public DateOnly? Day { get; set; }

    public string? Subject { get; set; }

    /// <summary>The letter's own canonical id as an instrument, by which other letters cite it; null where it says too little.</summary>
    public string? InstrumentId { get; set; }

    public int Pages { get; set; }

    /// <summary>Fields to look at, separated by commas; "" when a person has confirmed them or nothing is doubtful.</summary>
    public required string Review { get; set; }

    /// <summary>How much there is to look at: the queue's order. 0 when <see cref="Review"/> is empty.</summary>
    public double Doubt { get; set; }

    public List<RevisionRow> Revisions { get; } = [];

    public List<DirectiveRow> Directives { get; } = [];

    public List<CitationRow> Citations { get; } = [];
}

/// <summary>A letter's record as it was at some time. Rows are added and never changed.</summary>
internal sealed class RevisionRow
{
    public long LetterId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who made it: «parser», or the name of the key that corrected.</summary>
    public required string By { get; set; }

    /// <summary>The letter in the contract <see cref="Letter.Contract"/>, on one line.</summary>
    public required string Record { get; set; }

    /// <summary>JSON list of what was changed, each with the value before and after; null for what was read.</summary>
    public string? Changes { get; set; }
}
