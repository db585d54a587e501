using NhanDao.Parsing.Model;

namespace NhanDao.Service.Storage;

/// <summary>An instrument that a letter's newest revision cites.</summary>
internal sealed class CitationRow
{
    public long Id { get; set; }

    public long LetterId { get; set; }

    public int Position { get; set; }

    /// <summary><see cref="Reference.CanonicalId"/>; null where the letter says too little.</summary>
    public string? InstrumentId { get; set; }

    public required string Type { get; set; }

    public string? Number { get; set; }

    /// <summary>As <see cref="LetterRow.NumberKey"/>.</summary>
    public string? NumberKey { get; set; }

    public string? Title { get; set; }

    /// <summary>ISO 8601, as far as it is known.</summary>
    public string? Date { get; set; }

    public string? Issuer { get; set; }

    public ReferenceRelation Relation { get; set; }

    public LetterRow? Letter { get; set; }
}
