using System.Text;
using System.Text.Json;
using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Output;

/// <summary>A graph of letters as JSON («nhandao.graph/1»): nodes with their witnesses, edges, chains, circles and orphans.</summary>
internal static class GraphJson
{
    public const string Contract = "nhandao.graph/1";

    public static string Write(LetterGraph graph)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JsonFields.Readable }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Contract);
            List(json, "nodes", graph.Nodes, Node);
            List(json, "edges", graph.Edges, Edge);
            List(json, "chains", graph.Chains, WriteChain);
            List(json, "cycles", graph.Cycles, (w, cycle) => Ids(w, cycle));
            json.WriteStartArray("orphans");
            foreach (var orphan in graph.Orphans)
                json.WriteStringValue(orphan.Id);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Node(Utf8JsonWriter json, GraphNode node)
    {
        var instrument = node.Instrument;
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        json.WriteString("type", instrument.Type);
        json.WriteString("number", instrument.Number);
        json.WriteString("date", instrument.Date?.ToString());
        json.WriteString("issuer", instrument.Issuer);
        json.WriteString("title", instrument.Title);
        json.WriteBoolean("isLetter", node.Letter is not null);
        List(json, "files", instrument.Files, (w, f) => w.WriteStringValue(f));
        List(json, "datesInDispute", instrument.DatesInDispute, (w, d) => w.WriteStringValue(d.ToString()));
        List(json, "issuersInDispute", instrument.IssuersInDispute, (w, i) => w.WriteStringValue(i));
        List(json, "witnesses", instrument.Witnesses, WriteWitness);
        json.WriteEndObject();
    }

    private static void WriteWitness(Utf8JsonWriter json, Witness witness)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(witness.Kind.ToString()));
        json.WriteString("file", witness.File);
        json.WriteString("number", witness.Number);
        json.WriteString("date", witness.Date?.ToString());
        json.WriteString("issuer", witness.Issuer);
        if (witness.IsNearMiss)
            json.WriteBoolean("nearMiss", true);
        if (witness.Span is { } span)
        {
            json.WriteStartObject("span");
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Edge(Utf8JsonWriter json, GraphEdge edge)
    {
        json.WriteStartObject();
        json.WriteString("from", edge.From.Id);
        json.WriteString("to", edge.To.Id);
        json.WriteString("relation", JsonNamingPolicy.CamelCase.ConvertName(edge.Relation.ToString()));
        json.WriteNumber("mentions", edge.Mentions);
        json.WriteEndObject();
    }

    private static void WriteChain(Utf8JsonWriter json, Chain chain)
    {
        json.WriteStartObject();
        json.WriteString("root", chain.Root.Id);
        List(json, "carriedOutBy", chain.Steps, (w, step) =>
        {
            w.WriteStartObject();
            w.WriteString("letter", step.Letter.Id);
            w.WriteNumber("depth", step.Depth);
            w.WriteString("carriesOut", step.CarriesOut.Id);
            w.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, IEnumerable<GraphNode> nodes)
    {
        json.WriteStartArray();
        foreach (var node in nodes)
            json.WriteStringValue(node.Id);
        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }
}
