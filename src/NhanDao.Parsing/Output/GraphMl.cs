using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Output;

/// <summary>A graph of letters as GraphML (graphml.graphdrawing.org), for Gephi, yEd, Cytoscape and NetworkX.</summary>
internal static class GraphMl
{
    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Key, Func<GraphNode, string?> Value)[] NodeData =
    [
        ("label", n => string.Join(' ', new[] { n.Instrument.Type, n.Instrument.Number ?? n.Instrument.Title }.Where(p => p is not null))),
        ("type", n => n.Instrument.Type),
        ("number", n => n.Instrument.Number),
        ("date", n => n.Instrument.Date?.ToString()),
        ("issuer", n => n.Instrument.Issuer),
        ("title", n => n.Instrument.Title),
        ("files", n => string.Join("; ", n.Instrument.Files)),
        ("datesInDispute", n => string.Join("; ", n.Instrument.DatesInDispute)),
        ("issuersInDispute", n => string.Join("; ", n.Instrument.IssuersInDispute)),
    ];

    public static string Write(LetterGraph graph)
    {
        var ids = graph.Nodes.Select((node, i) => (node, Id: string.Create(CultureInfo.InvariantCulture, $"n{i}"))).ToDictionary(p => p.node, p => p.Id);
        return XmlText.Write(new(new XElement(Ns + "graphml",
            Key("id", "node", "string"),
            NodeData.Select(d => Key(d.Key, "node", "string")),
            Key("isLetter", "node", "boolean"),
            Key("relation", "edge", "string"),
            Key("mentions", "edge", "int"),
            new XElement(Ns + "graph", new XAttribute("edgedefault", "directed"),
                graph.Nodes.Select(n => new XElement(Ns + "node", new XAttribute("id", ids[n]),
                    Data("id", n.Id), NodeData.Select(d => Data(d.Key, d.Value(n))), Data("isLetter", n.Letter is null ? "false" : "true"))),
                graph.Edges.Select(e => new XElement(Ns + "edge", new XAttribute("source", ids[e.From]), new XAttribute("target", ids[e.To]),
                    Data("relation", JsonNamingPolicy.CamelCase.ConvertName(e.Relation.ToString())),
                    Data("mentions", e.Mentions.ToString(CultureInfo.InvariantCulture))))))));
    }

    private static XElement Key(string name, string of, string type) => new(Ns + "key", new XAttribute("id", name), new XAttribute("for", of),
        new XAttribute("attr.name", name), new XAttribute("attr.type", type));

    private static XElement? Data(string key, string? value) => string.IsNullOrEmpty(value) ? null : new(Ns + "data", new XAttribute("key", key), XmlText.Clean(value));
}
