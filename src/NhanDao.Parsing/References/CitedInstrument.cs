namespace NhanDao.Parsing.References;

/// <summary>The places that cite one instrument.</summary>
internal sealed class CitedInstrument
{
    public List<Citation> Citations { get; } = [];

    public string? NumberKey { get; set; }

    public Citation First => Citations[0];
}

/// <summary>
/// Finds the one instrument that words without a number can mean: the only one of its kind cited before them. Two are none.
/// Each question is one look, however much a text cites.
/// </summary>
internal sealed class Antecedents
{
    /// <summary>The first two instruments under a key: the second one only tells that the first is not alone.</summary>
    private readonly Dictionary<string, (CitedInstrument First, CitedInstrument? Second)> byKey = new(StringComparer.Ordinal);

    /// <param name="instruments">In the order in which they are first cited.</param>
    public Antecedents(IEnumerable<CitedInstrument> instruments)
    {
        foreach (var instrument in instruments)
        {
            var first = instrument.First;
            Add(first.Type, instrument);
            if (first.Type is "Công văn" or "Văn bản")
                Add("", instrument);
            if (first.Number is { } number)
                Add(OrdinalKey(first.Type, number.Ordinal), instrument);
        }
    }

    /// <summary>The only instrument of <paramref name="type"/> cited before <paramref name="before"/>; a «văn bản» is also a công văn.</summary>
    public CitedInstrument? OfType(string type, int before) => Only(type is "Văn bản" ? "" : type, before);

    /// <summary>«Kết luận 44» is the one «Kết luận số 44-KL/TW» cited before it.</summary>
    public CitedInstrument? OfOrdinal(string type, string ordinal, int before) => Only(OrdinalKey(type, ordinal), before);

    private static string OrdinalKey(string type, string ordinal) => $"{type} {ordinal.TrimStart('0')}";

    private void Add(string key, CitedInstrument instrument) =>
        byKey[key] = byKey.TryGetValue(key, out var known) ? (known.First, known.Second ?? instrument) : (instrument, null);

    private CitedInstrument? Only(string key, int before) =>
        byKey.TryGetValue(key, out var known) && known.First.First.Start < before && !(known.Second?.First.Start < before) ? known.First : null;
}
