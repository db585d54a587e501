using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>One place that cites an instrument, as scanned: not yet put together with other places that cite the same.</summary>
internal sealed class Citation
{
    /// <summary>From the type word (or «số») to the end of the number or title.</summary>
    public required int Start { get; init; }

    /// <summary>Just behind the number or title.</summary>
    public required int End { get; init; }

    /// <summary>Just behind everything read with it: number, date, issuer.</summary>
    public int Tail { get; set; }

    public required string Type { get; set; }

    /// <summary>How the type is known: printed before the number, taken from the list it stands in, or from the number's own code.</summary>
    public TypeSource TypeFrom { get; set; }

    public CitedNumber? Number { get; set; }

    /// <summary>The bare ordinal of a short form, «44» in «Kết luận 44»; null for all others.</summary>
    public string? ShortOrdinal { get; init; }

    /// <summary>A law's title with its kind.</summary>
    public CitedLaw? Law { get; init; }

    public CitedDate? Date { get; set; }

    public Stretch Issuer { get; set; }

    /// <summary>Its date or issuer was printed for another item of the same list.</summary>
    public bool DateIsShared { get; set; }

    public bool IssuerIsShared { get; set; }

    /// <summary>What the words before it say it is to the letter.</summary>
    public ReferenceRelation Relation { get; set; }

    /// <summary>«số» or a type word stands before the number.</summary>
    public bool Cued { get; init; }

    /// <summary>Only a comma, «;» or «và» stands between this and the citation before.</summary>
    public bool Chained { get; set; }
}

/// <summary>How the type of a citation is known.</summary>
internal enum TypeSource
{
    Printed,
    List,
    Code,
}
