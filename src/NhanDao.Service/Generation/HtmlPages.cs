using System.Globalization;
using System.Net;
using System.Text;

namespace NhanDao.Service.Generation;

/// <summary>Placed lines as a web page that prints to the same places: one absolutely placed line each, ink as strokes.</summary>
internal static class HtmlPages
{
    private const string Style = """
        @page { size: 595pt 842pt; margin: 0 }
        body { margin: 0; font-family: "Liberation Serif", "Times New Roman", serif }
        .page { position: relative; width: 595pt; height: 842pt; overflow: hidden; break-after: page }
        .page div { position: absolute; white-space: pre; line-height: 1 }
        svg { position: absolute; overflow: visible }
        """;

    public static string Write(List<PlacedLine> lines, Invention hand, bool seal)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><meta charset=\"utf-8\"><style>").Append(Style).Append("</style><body>");
        foreach (var page in lines.GroupBy(l => l.Page))
        {
            html.Append("<div class=\"page\">");
            foreach (var line in page)
                Write(html, line, hand);
            if (seal && page.LastOrDefault(l => l.Label == Parsing.Lines.LineLabel.Signature) is { } signature)
                Seal(html, signature.Left, signature.Top - 60);
            html.Append("</div>");
        }
        return html.Append("</body></html>").ToString();
    }

    private static void Write(StringBuilder html, PlacedLine line, Invention hand)
    {
        var (start, length) = line.Ink.GetOffsetAndLength(line.Text.Length);
        if (length == 0)
        {
            Print(html, line, line.Left, line.Text);
            return;
        }
        var inkLeft = line.Left + TypeMetrics.Width(line.Text.AsSpan(0, start), line.Size, line.Bold);
        var inkWidth = TypeMetrics.Width(line.Text.AsSpan(start, length), line.Size, line.Bold);
        Print(html, line, line.Left, line.Text[..start]);
        Ink(html, line.Text.AsSpan(start, length), inkLeft, line.Top - line.Size * 0.25, inkWidth / length, line.Size * (1.1 + hand.Fraction() * 0.4), hand);
        Print(html, line, inkLeft + inkWidth, line.Text[(start + length)..]);
    }

    private static void Print(StringBuilder html, PlacedLine line, double left, string text) =>
        html.Append(CultureInfo.InvariantCulture,
            $"<div style=\"left:{left:0.0}pt;top:{line.Top:0.0}pt;font-size:{line.Size}pt;{(line.Bold ? "font-weight:bold;" : "")}{(line.Italic ? "font-style:italic;" : "")}\">{WebUtility.HtmlEncode(text)}</div>");

    private static void Ink(StringBuilder html, ReadOnlySpan<char> digits, double left, double top, double width, double height, Invention hand)
    {
        var colour = hand.OneOf((string[])["#1b2f8a", "#111111", "#24408e"]);
        html.Append(CultureInfo.InvariantCulture, $"<svg style=\"left:{left:0.0}pt;top:{top:0.0}pt\" width=\"1\" height=\"1\"><g fill=\"none\" stroke=\"{colour}\" stroke-width=\"{0.9 + hand.Fraction():0.0}\" stroke-linecap=\"round\">");
        for (var i = 0; i < digits.Length; i++)
            if (char.IsAsciiDigit(digits[i]))
                foreach (var stroke in PenDigits.Draw(digits[i] - '0', hand))
                {
                    html.Append("<path transform=\"scale(1.333)\" d=\"");
                    for (var p = 0; p < stroke.Length; p++)
                        html.Append(CultureInfo.InvariantCulture, $"{(p == 0 ? 'M' : 'L')}{(i + stroke[p].X) * width:0.00} {stroke[p].Y * height:0.00}");
                    html.Append("\"/>");
                }
        html.Append("</g></svg>");
    }

    private static void Seal(StringBuilder html, double left, double top) =>
        html.Append(CultureInfo.InvariantCulture,
            $"<svg style=\"left:{left - 30:0.0}pt;top:{top:0.0}pt\" width=\"110\" height=\"110\"><g fill=\"none\" stroke=\"#d0202a\" stroke-width=\"2\" opacity=\"0.8\"><circle cx=\"55\" cy=\"55\" r=\"50\"/><circle cx=\"55\" cy=\"55\" r=\"34\"/><path d=\"M55 35l6 14h15l-12 9 5 15-14-9-14 9 5-15-12-9h15z\" fill=\"#d0202a\"/></g></svg>");
}
