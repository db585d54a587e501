using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>An instrument with everything that is said of it. Where places disagree, all of them are kept.</summary>
internal sealed class RegisteredInstrument
{
    private readonly List<Witness> witnesses = [];

    public RegisteredInstrument(InstrumentKey? key, Witness first)
    {
        Key = key;
        Add(first);
    }

    /// <summary>Null for a letter whose number is blank or unread.</summary>
    public InstrumentKey? Key { get; }

    public IReadOnlyList<Witness> Witnesses => witnesses;

    /// <summary>The place that knows best, then the one that says most: the instrument itself, the user's list, a citation.</summary>
    private IEnumerable<Witness> ByTrust => witnesses.OrderBy(w => w.IsNearMiss).ThenBy(w => w.Kind);

    public string? Type => ByTrust.Select(w => w.Type).FirstOrDefault(t => t is not null);

    public string? Number => ByTrust.Select(w => w.Number).FirstOrDefault(n => n is not null);

    public string? Title => ByTrust.Select(w => w.Title).FirstOrDefault(t => t is not null);

    /// <summary>The province, "" for a central body; null while no witness has told.</summary>
    public string? Place { get; private set; }

    /// <summary>The year or term in which its number counts; null while no witness has told.</summary>
    public string? Series { get; set; }

    /// <summary>The first date that a witness gave.</summary>
    public PartialDate? FirstDate { get; private set; }

    public string? Issuer => MostSaid(ByTrust.Where(w => w.Issuer is not null), w => Folding.Fold(w.Issuer!))?.Issuer;

    /// <summary>As the place that knows best gives it; among citations, as most give it.</summary>
    public PartialDate? Date => MostSaid(ByTrust.Where(w => w.Date is not null), w => w.Date!)?.Date;

    /// <summary>The files in which it was itself read.</summary>
    public IEnumerable<string> Files => witnesses.Where(w => w.Kind == WitnessKind.Itself).Select(w => w.File).Distinct();

    /// <summary>The different dates that witnesses give; empty when they agree. «2022» and «2022-11-14» agree.</summary>
    public IReadOnlyList<PartialDate> DatesInDispute
    {
        get
        {
            PartialDate[] dates = [.. witnesses.Select(w => w.Date).OfType<PartialDate>().Distinct().OrderBy(d => d.ToString(), StringComparer.Ordinal)];
            return Array.Exists(dates, a => Array.Exists(dates, b => !Agree(a, b))) ? dates : [];
        }
    }

    /// <summary>The different issuers that witnesses give; empty when they agree. «Ban Bí thư» and «Ban Bí thư khóa X» agree.</summary>
    public IReadOnlyList<string> IssuersInDispute
    {
        get
        {
            string[] issuers = [.. witnesses.Select(w => w.Issuer).OfType<string>().DistinctBy(i => Folding.Fold(i))];
            return Array.Exists(issuers, a => Array.Exists(issuers, b => !IssuerNames.Agree(a, b))) ? issuers : [];
        }
    }

    public void Add(Witness witness)
    {
        witnesses.Add(witness);
        Place ??= witness.Place;
        FirstDate ??= witness.Date;
    }

    internal static bool Agree(PartialDate a, PartialDate b) =>
        a.Year == b.Year && (a.Month is null || b.Month is null || a.Month == b.Month) && (a.Day is null || b.Day is null || a.Day == b.Day);

    private static Witness? MostSaid<T>(IEnumerable<Witness> saying, Func<Witness, T> key) =>
        saying.GroupBy(w => w.Kind).OrderBy(g => g.Key).FirstOrDefault()?.GroupBy(key).OrderByDescending(g => g.Count()).First().First();
}
