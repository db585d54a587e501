using System.Text.Json.Nodes;
using System.Xml.Linq;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Tests.References;

public class LetterGraphTests
{
    [Fact]
    public void Joins_letters_through_what_they_cite_step_by_step()
    {
        var graph = LetterGraph.Of(
            [
                Letter("c", "15/SYT-NVY", 2025, 3, "Thực hiện Kế hoạch số 96/KH-UBND ngày 05/02/2025 của UBND tỉnh"),
                Letter("b", "96/KH-UBND", 2025, 2, "Thực hiện Kết luận số 44-KL/TW ngày 14/11/2022 của Ban Bí thư", issuer: "Ủy ban nhân dân tỉnh Cà Mau"),
                Letter("d", "16/SYT-NVY", 2025, 4, "Thực hiện Kết luận số 44-KL/TW ngày 11/11/2022 của Ban Bí thư"),
            ], []);

        var chain = Assert.Single(graph.Chains);
        Assert.Equal("44-kl/tw@xiii", chain.Root.Id);
        Assert.Equal(["1 96/KH-UBND <- 44-KL/TW", "1 16/SYT-NVY <- 44-KL/TW", "2 15/SYT-NVY <- 96/KH-UBND"],
            chain.Steps.Select(s => $"{s.Depth} {s.Letter.Instrument.Number} <- {s.CarriesOut.Instrument.Number}").OrderBy(s => s[0]).ThenByDescending(s => s, StringComparer.Ordinal));
        Assert.Equal(["2022-11-11", "2022-11-14"], chain.Root.Instrument.DatesInDispute.Select(d => d.ToString()));
        Assert.Empty(graph.Cycles);
        Assert.Empty(graph.Orphans);
    }

    [Fact]
    public void A_circle_is_told_and_ends()
    {
        var graph = LetterGraph.Of(
            [
                Letter("a", "15/SYT-NVY", 2025, 3, "Thực hiện Công văn số 16/SYT-NVY ngày 05/4/2025 của Sở Y tế"),
                Letter("b", "16/SYT-NVY", 2025, 4, "Thực hiện Công văn số 15/SYT-NVY ngày 05/3/2025 của Sở Y tế"),
                Letter("c", "17/SYT-NVY", 2025, 5, "Các đơn vị thực hiện."),
            ], []);
        Assert.Equal(["15/SYT-NVY", "16/SYT-NVY"], Assert.Single(graph.Cycles).Select(n => n.Instrument.Number).Order(StringComparer.Ordinal));
        Assert.Equal("15/SYT-NVY", Assert.Single(graph.Chains).Root.Instrument.Number);
        Assert.Equal("17/SYT-NVY", Assert.Single(graph.Orphans).Instrument.Number);
    }

    [Fact]
    public void A_chain_of_ten_thousand_letters_is_no_stack_overflow()
    {
        var letters = Enumerable.Range(1, 10_000).Select(i => Letter($"{i}", $"{i}/CT-TTg", 2025, 3, "") with
        {
            References = [new() { Type = "Chỉ thị", Number = $"{i + 1}/CT-TTg", Confidence = 1, Relation = ReferenceRelation.CarriesOut, Date = Given(new PartialDate(2025)) }],
        });
        var graph = LetterGraph.Of(letters, []);
        Assert.Equal(10_000, Assert.Single(graph.Chains).Steps.Length);
        Assert.Empty(graph.Cycles);
    }

    [Fact]
    public void Letters_without_a_number_stay_apart()
    {
        var graph = LetterGraph.Of([Letter("a", null, 2025, 3, "Nội dung."), Letter("b", null, 2025, 3, "Nội dung.")], []);
        Assert.Equal(["file:a", "file:b"], graph.Nodes.Select(n => n.Id));
    }

    [Fact]
    public void Writes_what_readers_of_each_form_can_read()
    {
        var graph = LetterGraph.Of([Letter("a\"\\<&", "15/SYT-NVY", 2025, 3, "Thực hiện Công văn số 16/SYT-NVY ngày 05/4/2025 của Sở Y tế", subject: "về \"A\" \\ <b> & \u0001\uD800")], []);

        Assert.Equal("nhandao.graph/1", (string?)JsonNode.Parse(GraphJson.Write(graph))!["schema"]);
        var ml = XDocument.Parse(GraphMl.Write(graph));
        Assert.Equal(2, ml.Descendants().Count(e => e.Name.LocalName == "node"));
        Assert.Single(ml.Descendants(), e => e.Name.LocalName == "edge");
        var dot = GraphDot.Write(graph, all: false);
        Assert.Contains("&lt;b&gt; &amp;", dot, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0001", dot, StringComparison.Ordinal);
    }

    private static Letter Letter(string file, string? number, int year, int month, string body, string issuer = "Sở Y tế", string? subject = null)
    {
        var parsed = new LetterParser().Parse("Kính gửi: Các đơn vị.\n\n" + body + "\n");
        return parsed with
        {
            File = file,
            Number = number is null ? Field<LetterNumber>.Absent : Given(new LetterNumber(number[..number.IndexOf('/', StringComparison.Ordinal)], number[(number.IndexOf('/', StringComparison.Ordinal) + 1)..])),
            Date = Given(new PartialDate(year, month, 5)),
            Issuer = Given(new Issuer(issuer, "Ủy ban nhân dân tỉnh Cà Mau")),
            Subject = subject is null ? Field<string>.Absent : Given(subject),
            References = body.Length == 0 ? [] : [.. Cited.References(body, [])],
        };
    }

    private static Field<T> Given<T>(T value)
        where T : class => new() { Status = FieldStatus.Present, Value = value, Confidence = 1 };
}
