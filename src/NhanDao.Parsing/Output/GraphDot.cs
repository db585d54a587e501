using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Output;

/// <summary>
/// A graph of letters in the language of Graphviz: instruments above the letters that carry them out, letters that were read in colour,
/// the others in outline, disputes in red.
/// </summary>
internal static class GraphDot
{
    private const int LineLength = 36, MostLines = 3;
    private const string Alarm = "#b00020", Quiet = "#5f6368";

    private static readonly ImmutableDictionary<ReferenceRelation, (string Words, string Colour)> Relations = new Dictionary<ReferenceRelation, (string, string)>
    {
        [ReferenceRelation.CarriesOut] = ("thực hiện", "#0b6e4f"),
        [ReferenceRelation.Basis] = ("căn cứ", "#1a5fb4"),
        [ReferenceRelation.Follows] = ("tiếp theo", "#8a5a00"),
        [ReferenceRelation.Answers] = ("phúc đáp", "#8a5a00"),
        [ReferenceRelation.Amends] = ("sửa đổi", Alarm),
        [ReferenceRelation.Replaces] = ("thay thế", Alarm),
        [ReferenceRelation.Repeals] = ("bãi bỏ", Alarm),
        [ReferenceRelation.Corrects] = ("đính chính", Alarm),
        [ReferenceRelation.Encloses] = ("kèm theo", "#6b4ea0"),
        [ReferenceRelation.Mentioned] = ("nhắc đến", "#9aa0a6"),
    }.ToImmutableDictionary();

    /// <param name="graph">The graph.</param>
    /// <param name="all">Also what one letter alone cites without saying what it is to it; otherwise the letter says how many it left out.</param>
    public static string Write(LetterGraph graph, bool all)
    {
        var left = all ? [] : graph.Edges.GroupBy(e => e.To)
            .Where(g => g.Key.Letter is null && g.Count() == 1 && g.First().Relation == ReferenceRelation.Mentioned && g.Key.Instrument.DatesInDispute.Count == 0)
            .ToDictionary(g => g.Key, g => g.First().From);
        var omitted = left.Values.CountBy(n => n).ToDictionary();
        // What only the user's list knows is no part of these letters.
        var cited = graph.Edges.Select(e => e.To).ToHashSet();
        var shown = graph.Nodes.Where(n => !left.ContainsKey(n) && (n.Letter is not null || cited.Contains(n))).ToList();
        var names = shown.Select((node, i) => (node, Name: string.Create(CultureInfo.InvariantCulture, $"n{i}"))).ToDictionary(p => p.node, p => p.Name);
        var edges = graph.Edges.Where(e => names.ContainsKey(e.To)).ToList();

        var dot = new StringBuilder();
        dot.Append("digraph letters {\n  rankdir=BT; nodesep=0.3; ranksep=0.6; bgcolor=white;\n");
        dot.Append("  fontname=\"DejaVu Sans\"; fontsize=10; labelloc=b;\n");
        dot.Append("  node [shape=box, style=\"rounded,filled\", fontname=\"DejaVu Sans\", fontsize=10, margin=\"0.2,0.1\"];\n");
        dot.Append("  edge [fontname=\"DejaVu Sans\", fontsize=8, arrowsize=0.7];\n");
        dot.Append(CultureInfo.InvariantCulture, $"  label={Legend(edges)};\n");
        foreach (var node in shown)
            dot.Append(CultureInfo.InvariantCulture, $"  {names[node]} [{Look(node)}, tooltip={Quoted(node.Id)}, label=<{Label(node, omitted.GetValueOrDefault(node))}>];\n");
        foreach (var edge in edges)
        {
            var (words, colour) = Relations[edge.Relation];
            var line = edge.Relation == ReferenceRelation.Mentioned ? ", style=dashed" : edge.CarriesOut ? ", penwidth=1.6" : "";
            dot.Append(CultureInfo.InvariantCulture, $"  {names[edge.From]} -> {names[edge.To]} [color=\"{colour}\", tooltip={Quoted(words)}{line}];\n");
        }
        return dot.Append("}\n").ToString();
    }

    private static string Look(GraphNode node) => node.Letter is null
        ? "fillcolor=white, color=\"#9aa0a6\", style=\"rounded,filled,dashed\""
        : "fillcolor=\"#e8f0fe\", color=\"#1a5fb4\"";

    private static string Label(GraphNode node, int omitted)
    {
        var instrument = node.Instrument;
        var isLaw = node.Letter is null && instrument.Number is null;
        var name = isLaw ? instrument.Title : string.Join(' ', new[] { instrument.Type, instrument.Number }.Where(p => p is not null));
        var lines = new List<string> { $"<B>{Html(string.IsNullOrEmpty(name) ? "Văn bản không số" : name)}</B>" };
        var dates = instrument.DatesInDispute;
        if (dates.Count > 0)
            lines.Add($"<FONT COLOR=\"{Alarm}\">⚠ {Html(string.Join(" hay ", dates.Select(Day)))}?</FONT>");
        else if (instrument.Date is { } date)
            lines.Add(Html(Day(date)));
        if (instrument.Issuer is { } issuer)
            lines.AddRange(Wrap(issuer).Select(Html));
        if (instrument.Title is { } title && !isLaw)
            lines.AddRange(Wrap(title).Select(l => $"<FONT COLOR=\"{Quiet}\"><I>{Html(l)}</I></FONT>"));
        if (!isLaw && instrument.Number is null && instrument.Files.FirstOrDefault() is { Length: > 0 } file)
            lines.Add($"<FONT COLOR=\"{Quiet}\">{Html(Path.GetFileName(file))}</FONT>");
        if (instrument.Witnesses.Any(w => w.IsNearMiss))
            lines.Add($"<FONT COLOR=\"{Alarm}\">⚠ cũng ghi {Html(string.Join(", ", instrument.Witnesses.Where(w => w.IsNearMiss).Select(w => w.Number).Distinct()))}</FONT>");
        if (omitted > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"<FONT COLOR=\"{Quiet}\">+ {omitted} văn bản khác</FONT>"));
        return string.Join("<BR/>", lines);
    }

    /// <summary>The colours that are used, in words.</summary>
    private static string Legend(List<GraphEdge> edges)
    {
        var used = edges.Select(e => Relations[e.Relation]).Distinct().Select(r => $"<FONT COLOR=\"{r.Colour}\">→ {Html(r.Words)}</FONT>");
        return $"<<FONT COLOR=\"{Quiet}\">Nền xanh: đã đọc · nét đứt: chỉ được viện dẫn</FONT>{string.Concat(used.Select(u => "&#160;&#160;&#160;" + u))}>";
    }

    private static string Day(PartialDate date) => date.ToDate() is { } day ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : date.Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{month:00}/{date.Year}") : date.Year.ToString(CultureInfo.InvariantCulture);

    private static List<string> Wrap(string text)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LineLength)
            {
                if (lines.Count == MostLines - 1)
                {
                    line += " …";
                    break;
                }
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? XmlText.Cut(word, LineLength) : $"{line} {word}";
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(XmlText.Clean(text)).Replace("&#39;", "'", StringComparison.Ordinal);

    private static string Quoted(string text) =>
        $"\"{XmlText.Clean(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\n', ' ')}\"";
}
