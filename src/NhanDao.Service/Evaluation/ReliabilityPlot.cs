using System.Globalization;
using System.Text;

namespace NhanDao.Service.Evaluation;

/// <summary>Draws confidence against the share of right values, as SVG: on the diagonal, a confidence is what it says.</summary>
internal static class ReliabilityPlot
{
    private const int Side = 400, Margin = 50;

    private static readonly (FileForm Form, string Name, string Colour)[] Series =
        [(FileForm.Scan, "scans", "#b5442c"), (FileForm.Digital, "digital PDF", "#2c6fb5"), (FileForm.Word, "Word and text", "#3a8a4a")];

    public static string Draw(IReadOnlyCollection<JudgedValue> values)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side + (2 * Margin)} {Side + (2 * Margin)}\" font-family=\"sans-serif\" font-size=\"12\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            var share = tick / 10.0;
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(share)} {Y(0)}V{Y(1)}M{X(0)} {Y(share)}H{X(1)}\" stroke=\"#ddd\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(share)}\" y=\"{Y(0) + 18}\" text-anchor=\"middle\">{share:0.0}</text>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(0) - 8}\" y=\"{Y(share) + 4}\" text-anchor=\"end\">{share:0.0}</text>");
        }
        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(0)} {Y(0)}L{X(1)} {Y(1)}\" stroke=\"#888\" stroke-dasharray=\"4\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(0.5)}\" y=\"{Y(0) + 38}\" text-anchor=\"middle\">confidence</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text transform=\"translate(14 {Y(0.5)}) rotate(-90)\" text-anchor=\"middle\">share that is right</text>");
        for (var i = 0; i < Series.Length; i++)
            Draw(svg, i, [.. values.Where(v => v.Form == Series[i].Form)]);
        return svg.AppendLine("</svg>").ToString();
    }

    /// <summary>A point for each bin; its area says how many values lie there.</summary>
    private static void Draw(StringBuilder svg, int series, List<JudgedValue> values)
    {
        var (_, name, colour) = Series[series];
        var bins = CalibrationReport.BinsOf(values);
        if (bins.Count == 0)
            return;
        svg.AppendLine(CultureInfo.InvariantCulture,
            $"<polyline points=\"{string.Join(' ', bins.Select(b => string.Create(CultureInfo.InvariantCulture, $"{X(b.Confidence):0.#},{Y(b.Right):0.#}")))}\" fill=\"none\" stroke=\"{colour}\"/>");
        foreach (var bin in bins)
            svg.AppendLine(CultureInfo.InvariantCulture,
                $"<circle cx=\"{X(bin.Confidence):0.#}\" cy=\"{Y(bin.Right):0.#}\" r=\"{2 + Math.Sqrt(bin.Count) / 4:0.#}\" fill=\"{colour}\" fill-opacity=\"0.6\"><title>{bin.Count} values</title></circle>");
        svg.AppendLine(CultureInfo.InvariantCulture,
            $"<text x=\"{X(0.03)}\" y=\"{Y(0.96) + 16 * series}\" fill=\"{colour}\">{name}: {bins.Sum(b => b.Count)} values, ECE {CalibrationReport.Error(values):0.000}</text>");
    }

    private static double X(double share) => Margin + share * Side;

    private static double Y(double share) => Margin + (1 - share) * Side;
}
