using System.Globalization;
using System.Text;

namespace NhanDao.Service.Evaluation;

/// <summary>
/// How far the confidences can be believed: of the values given 0.9, nine in ten should be right; and of the values that nobody is
/// asked to review, nearly all.
/// </summary>
/// <param name="values">Values held against their labels.</param>
internal sealed class CalibrationReport(IReadOnlyCollection<JudgedValue> values)
{
    /// <summary>Widths of confidence that values are gathered in: as wide as customary for the expected calibration error.</summary>
    public const int Bins = 10;

    /// <summary>The values of about one confidence.</summary>
    /// <param name="Confidence">Their mean confidence.</param>
    /// <param name="Right">The share that is right.</param>
    /// <param name="Count">How many.</param>
    public readonly record struct Bin(double Confidence, double Right, int Count);

    /// <summary>The values that were given, from the least sure to the surest; empty bins left out.</summary>
    public static IReadOnlyList<Bin> BinsOf(IEnumerable<JudgedValue> values) =>
    [
        .. values.Where(v => v.IsGiven).GroupBy(v => Math.Min(Bins - 1, (int)(v.Confidence * Bins))).OrderBy(g => g.Key)
            .Select(g => new Bin(g.Average(v => v.Confidence), g.Average(v => v.IsRight ? 1.0 : 0), g.Count())),
    ];

    /// <summary>Expected calibration error: how far confidence and share of right values lie apart, averaged over the values.</summary>
    public static double Error(IEnumerable<JudgedValue> values)
    {
        var bins = BinsOf(values);
        return bins.Count == 0 ? 0 : bins.Sum(b => b.Count * Math.Abs(b.Confidence - b.Right)) / bins.Sum(b => b.Count);
    }

    public override string ToString()
    {
        var table = new StringBuilder();
        Row(table, "values", "n", "given", "right", "ECE", "unasked", "of those", "wrong");
        foreach (var form in Enum.GetValues<FileForm>())
            Row(table, form switch { FileForm.Scan => "scan", FileForm.Digital => "digital", _ => "word" }, [.. values.Where(v => v.Form == form)]);
        Row(table, "all", values);
        foreach (var field in values.GroupBy(v => v.Field).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(table, field.Key, [.. field]);
        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, IReadOnlyCollection<JudgedValue> values)
    {
        var given = values.Where(v => v.IsGiven).ToList();
        var unasked = given.FindAll(v => !v.Reviewed);
        Row(table, name, Whole(values.Count), Whole(given.Count), Share(given.Count(v => v.IsRight), given.Count), PythonText.Fixed(Error(values), 3),
            Share(unasked.Count, values.Count), Share(unasked.Count(v => v.IsRight), unasked.Count), Whole(unasked.Count(v => !v.IsRight)));
    }

    private static void Row(StringBuilder table, string name, params string[] cells) =>
        table.AppendLine(CultureInfo.InvariantCulture, $"{name,-20}{string.Concat(cells.Select(c => c.PadLeft(9)))}");

    private static string Share(int part, int whole) => whole == 0 ? "-" : PythonText.Fixed((double)part / whole, 3);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
