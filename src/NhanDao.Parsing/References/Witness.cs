using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>Where something is said of an instrument. The order is that of trust.</summary>
internal enum WitnessKind
{
    /// <summary>The instrument itself was read.</summary>
    Itself,

    /// <summary>The user's list of instruments says so.</summary>
    Supplied,

    /// <summary>A letter cites it.</summary>
    Cited,
}

/// <summary>What one place says of an instrument, as it says it.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="File">The letter's file, or the user's list with the line: «register.tsv:12».</param>
/// <param name="Type">Type word: «Kết luận»; null when not said.</param>
/// <param name="Number">Number with symbol, as printed; null for a law by name and for a letter whose number is not read.</param>
/// <param name="Title">Name of a law, subject of a letter.</param>
/// <param name="Date">Its date; null when not said or not read.</param>
/// <param name="Issuer">Its issuer as printed.</param>
/// <param name="Place">The province that the number is of, as <see cref="Provinces"/> names it; "" for a central body, null when not known.</param>
/// <param name="Span">Where in the letter it stands.</param>
internal sealed record Witness(
    WitnessKind Kind, string File, string? Type, string? Number, string? Title, PartialDate? Date, string? Issuer, string? Place, TextSpan? Span = null)
{
    /// <summary>Its number differs in a letter or two from the instrument's: a misreading or a typist's slip. The number stays as printed.</summary>
    public bool IsNearMiss { get; init; }
}
