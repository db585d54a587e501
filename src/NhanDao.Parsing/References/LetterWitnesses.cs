using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>What a letter says of itself and of the instruments that it cites.</summary>
internal static class LetterWitnesses
{
    /// <summary>A number less sure than this joins nothing: a wrong link costs a reader more than a gap.</summary>
    private const double SureEnough = 0.6;

    public static Witness OfItself(Letter letter)
    {
        var number = letter.Number is { Value: { Ordinal: { } ordinal, Symbol: { } symbol }, Confidence: >= SureEnough } ? Written(letter, ordinal, symbol) : null;
        var issuer = letter.Issuer.Value?.Name;
        return new(WitnessKind.Itself, letter.File ?? "", Capital(letter.DocumentType.Value), number, letter.Subject.Value,
            letter.Date.Value, issuer, number is not null && InstrumentKey.IsCentral(number, issuer) ? "" : Provinces.Of(letter), letter.Number.Span);
    }

    /// <summary>A date that the letter itself disputes is a witness for each of its dates; the first carries the rest.</summary>
    public static ImmutableArray<Witness> Of(Letter letter, Reference reference)
    {
        var central = reference.Number is not { } number || InstrumentKey.IsCentral(number, reference.Issuer);
        var witness = new Witness(WitnessKind.Cited, letter.File ?? "", reference.Type, reference.Number, reference.Title, reference.Date.Value, reference.Issuer,
            central ? "" : Provinces.In(reference.Issuer) ?? Provinces.Of(letter), reference.Mentions.FirstOrDefault()?.Span);
        return reference.Date.Status == FieldStatus.Conflicting
            ? [witness, .. reference.Date.Candidates.Where(c => c.Value != witness.Date).Select(c => witness with { Date = c.Value, Span = c.Span })]
            : [witness];
    }

    /// <summary>As the letter's regime separates them: 12/UBND-VX, 207-CV/TU.</summary>
    private static string Written(Letter letter, string ordinal, string symbol) =>
        string.Create(CultureInfo.InvariantCulture, $"{ordinal}{(letter.Regime is Regime.Party or Regime.MassOrganisation && symbol.Contains('/', StringComparison.Ordinal) ? '-' : '/')}{symbol}");

    private static string? Capital(string? type) => type is { Length: > 0 } ? char.ToUpper(type[0], CultureInfo.InvariantCulture) + type[1..] : null;
}
