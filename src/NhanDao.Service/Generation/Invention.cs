using System.Globalization;

namespace NhanDao.Service.Generation;

/// <summary>Seeded choices: the same seed invents the same letters on every machine.</summary>
internal sealed class Invention(int seed)
{
    // SplitMix64: System.Random may change its sequence between releases of .NET, and with it every figure made from a seed.
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0x1234567UL);

    public int Number(int from, int to) => from + (int)(Next() % (ulong)(to - from));

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Fraction() < probability;

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Number(0, choices.Count)];

    /// <summary>Some of the choices, none twice, in a random order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> choices, int count)
    {
        var left = choices.ToList();
        var taken = new List<T>();
        while (taken.Count < count && left.Count > 0)
        {
            var at = Number(0, left.Count);
            taken.Add(left[at]);
            left.RemoveAt(at);
        }
        return taken;
    }

    public DateOnly Date(int firstYear, int lastYear) => new DateOnly(firstYear, 1, 1).AddDays(Number(0, (lastYear - firstYear + 1) * 365));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
