using System.Globalization;
using System.Text;

namespace NhanDao.Service.Evaluation;

/// <summary>Counts over all letters for one scalar field.</summary>
internal sealed class Tally
{
    /// <summary>How many gold values there are.</summary>
    public int Count { get; set; }

    /// <summary>How many were right.</summary>
    public int Right { get; set; }

    /// <summary>How many were right or at least 0.9 similar.</summary>
    public int Near { get; set; }

    /// <summary>How many values the parser gave.</summary>
    public int Given { get; set; }

    /// <summary>How many of the given were wrong and not listed for review.</summary>
    public int Silent { get; set; }
}

/// <summary>Counts over all letters for one list.</summary>
internal sealed class ListTally
{
    public int Found { get; private set; }

    public int Extra { get; private set; }

    public int Missed { get; private set; }

    public void Add(int matched, int gold, int given)
    {
        Found += matched;
        Extra += given - matched;
        Missed += gold - matched;
    }

    public double Precision => Found + Extra > 0 ? (double)Found / (Found + Extra) : 1;

    public double Recall => Found + Missed > 0 ? (double)Found / (Found + Missed) : 1;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}

/// <summary>The scores of a run and the table that shows them, digit for digit as the project's reference scorer prints it.</summary>
internal sealed class Scoreboard
{
    private const string Handwritten = "(handwritten)";
    private readonly SortedDictionary<string, Tally> scalars = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ListTally> lists = new(StringComparer.Ordinal);

    /// <summary>Letters scored.</summary>
    public int Letters { get; set; }

    /// <summary>Letters with nothing wrong.</summary>
    public int WhollyRight { get; set; }

    /// <summary>Share of scalar fields right, handwritten slots aside, 0–1.</summary>
    public double PrintedShare => Share(Printed, t => t.Right, t => t.Count);

    /// <summary>Share of the given values that were wrong and not listed for review, 0–1.</summary>
    public double SilentShare => Share(scalars.Values, t => t.Silent, t => t.Given);

    private IEnumerable<Tally> Printed => scalars.Where(s => !s.Key.Contains(Handwritten, StringComparison.Ordinal)).Select(s => s.Value);

    public Tally Scalar(string name) => Get(scalars, name);

    public ListTally List(string name) => Get(lists, name);

    public override string ToString()
    {
        var table = new StringBuilder();
        Row(table, "field", "n", "exact", "~0.9", "silent");
        foreach (var (name, t) in scalars)
            if (t.Count > 0)
                Row(table, name, Whole(t.Count), Ratio(t.Right, t.Count, 3), Ratio(t.Near, t.Count, 3), Whole(t.Silent));
        Row(table, "list", "n", "F1", "P", "R");
        foreach (var (name, l) in lists)
            Row(table, name, Whole(l.Found + l.Missed), PythonText.Fixed(l.F1, 3), PythonText.Fixed(l.Precision, 3), PythonText.Fixed(l.Recall, 3));

        var all = scalars.Values;
        var typed = Printed.ToList();
        table.Append(CultureInfo.InvariantCulture, $"letters {Letters}  wholly right {WhollyRight}");
        table.Append(CultureInfo.InvariantCulture, $"  scalar fields right {Of(all.Sum(t => t.Right), all.Sum(t => t.Count))}");
        table.Append(CultureInfo.InvariantCulture, $", handwritten slots aside {Of(typed.Sum(t => t.Right), typed.Sum(t => t.Count))}\n");
        table.Append(CultureInfo.InvariantCulture, $"silent errors {Of(all.Sum(t => t.Silent), all.Sum(t => t.Given))}\n");
        return table.ToString();
    }

    private static double Share(IEnumerable<Tally> tallies, Func<Tally, int> part, Func<Tally, int> whole) =>
        tallies.Sum(whole) is > 0 and var count ? (double)tallies.Sum(part) / count : 0;

    private static T Get<T>(SortedDictionary<string, T> tallies, string name)
        where T : new()
    {
        if (!tallies.TryGetValue(name, out var tally))
            tallies[name] = tally = new();
        return tally;
    }

    private static void Row(StringBuilder table, string name, string n, string a, string b, string c) =>
        table.Append(CultureInfo.InvariantCulture, $"{name,-28}{n,6}{a,8}{b,8}{c,8}\n");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ratio(int part, int whole, int decimals) => PythonText.Fixed((double)part / whole, decimals);

    private static string Of(int part, int whole) => $"{Whole(part)}/{Whole(whole)} = {(whole > 0 ? Ratio(part, whole, 4) : "0.0000")}";
}
