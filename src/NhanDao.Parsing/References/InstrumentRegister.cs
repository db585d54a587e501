using System.Globalization;

namespace NhanDao.Parsing.References;

/// <summary>
/// Instruments known from letters and from the user's list. It grows witness by witness: one that can only be of a known instrument
/// joins it; one that could be of two, or of none, is an instrument of its own. Not safe to share between threads.
/// </summary>
internal sealed class InstrumentRegister
{
    private readonly List<RegisteredInstrument> instruments = [];
    private readonly Dictionary<InstrumentKey, List<RegisteredInstrument>> byKey = [];
    private readonly Dictionary<(string Ordinal, string Date), List<RegisteredInstrument>> byOrdinalAndDate = [];

    public IReadOnlyList<RegisteredInstrument> Instruments => instruments;

    /// <summary>Adds what is said, and gives the instrument of which it is said. What says most is best added first.</summary>
    public RegisteredInstrument Add(Witness witness)
    {
        var key = witness.Number is { } number ? InstrumentKey.Of(number)
            : witness is { Title: { } title, Kind: not WitnessKind.Itself } ? InstrumentKey.OfTitle(title) : null;
        if (key is { } exact && Only(byKey.GetValueOrDefault(exact), witness) is { } known)
            known.Add(witness);
        else if (NearMissOf(witness) is { } near)
        {
            known = near;
            known.Add(witness with { IsNearMiss = true });
        }
        else
        {
            instruments.Add(known = new(key, witness));
            if (key is { } fresh)
                (byKey.TryGetValue(fresh, out var list) ? list : byKey[fresh] = []).Add(known);
        }
        known.Series ??= Series(witness);
        if (known.Key is { Ordinal.Length: > 0 } numbered && witness.Date?.ToDate() is not null)
        {
            var place = (numbered.Ordinal, witness.Date.ToString());
            var list = byOrdinalAndDate.TryGetValue(place, out var found) ? found : byOrdinalAndDate[place] = [];
            if (!list.Contains(known))
                list.Add(known);
        }
        return known;
    }

    /// <summary>The one that fits; of several the one with this very date; else none.</summary>
    private static RegisteredInstrument? Only(List<RegisteredInstrument>? candidates, Witness witness)
    {
        var fitting = candidates?.Where(c => Fits(c, witness)).ToList();
        return fitting is null or [] ? null : fitting is [var only] ? only
            : fitting.Where(c => witness.Date is { } date && c.Witnesses.Any(w => w.Date == date)).ToList() is [var dated] ? dated : null;
    }

    /// <summary>Whether what is said can be said of <paramref name="instrument"/>: same series, that is place and year or term.</summary>
    private static bool Fits(RegisteredInstrument instrument, Witness witness)
    {
        if (witness.Place is { } place && instrument.Place is { } known && place != known)
            return false;
        if (Series(witness) is { } series && instrument.Series is { } other && series != other)
            return false;
        if (witness.Place == "" || instrument.Place == "" || witness.Number is null)
            return true;
        // Below the province numbers repeat: level and date must not speak against it.
        if (IssuerNames.Level(witness.Issuer) is { } level && instrument.Witnesses.Any(w => IssuerNames.Level(w.Issuer) is { } l && l != level))
            return false;
        return witness.Date is not { } date || instrument.FirstDate is not { } its || RegisteredInstrument.Agree(date, its)
            || (witness.Issuer is { } a && instrument.Issuer is { } b && IssuerNames.Agree(a, b) && witness.Place is not null);
    }

    /// <summary>The year in which, or the term for which, a number counts; null when nothing tells.</summary>
    private static string? Series(Witness witness)
    {
        if (witness.Number is not { } number)
            return witness.Date?.Year.ToString(CultureInfo.InvariantCulture);
        if (InstrumentKey.Parts(number) is [.., "TW"])
            return InstrumentId.Term(witness.Date, witness.Issuer);
        var inside = number.Split('/', '-').Skip(1).FirstOrDefault(p => p.Length == 4 && int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return inside ?? witness.Date?.Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The one instrument of the same ordinal and day whose symbol is a slip away.</summary>
    private RegisteredInstrument? NearMissOf(Witness witness)
    {
        if (witness.Number is not { } number || InstrumentKey.Of(number) is not { } key || witness.Date?.ToDate() is null
            || !byOrdinalAndDate.TryGetValue((key.Ordinal, witness.Date.ToString()), out var candidates))
            return null;
        var near = candidates.Where(c => c.Number is { } other && NearMiss.Is(number, other)
            && (witness.Place is not { } place || c.Place is not { } its || place == its)
            && (witness.Issuer is null || c.Issuer is null || IssuerNames.Agree(witness.Issuer, c.Issuer))).ToList();
        return near is [var only] ? only : null;
    }
}
