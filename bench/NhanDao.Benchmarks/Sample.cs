namespace NhanDao.Benchmarks;

/// <summary>Measured values and what they say together.</summary>
internal sealed class Sample
{
    private readonly List<double> values = [];

    public void Add(double value) => values.Add(value);

    public int Count => values.Count;

    public double Sum => values.Sum();

    public double Median => Percentile(50);

    /// <summary>Nearest-rank percentile.</summary>
    /// <param name="percent">0–100.</param>
    public double Percentile(double percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
