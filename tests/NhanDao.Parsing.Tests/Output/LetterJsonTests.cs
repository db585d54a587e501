using System.Text.Json;
using System.Text.Json.Nodes;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

public class LetterJsonTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Comes_back_as_it_went(bool indented)
    {
        var json = LetterJson.Write(SampleLetter.Create(), indented);

        Assert.Equal(json, LetterJson.Write(LetterJson.Read(json), indented));
    }

    // What is written by hand is what the generated contract, from which the schema is made, writes of every member.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_written_as_the_contract_says(bool indented)
    {
        var options = indented ? ReadableJson.Indented : ReadableJson.Compact;
        foreach (var letter in (Letter[])[Full(), SampleLetter.Create(), new LetterParser().Parse("")])
        {
            var flat = FlatRecord.Of(letter, "a.pdf");

            Assert.Equal(JsonSerializer.Serialize(letter, options.GetTypeInfo(typeof(Letter))), LetterJson.Write(letter, indented));
            Assert.Equal(JsonSerializer.Serialize(flat, options.GetTypeInfo(typeof(FlatRecord))), FlatJson.Write(flat, indented));
        }
    }

    [Fact]
    public void Leaves_nothing_empty_in_the_letter_that_the_writer_is_compared_on()
    {
        HashSet<string> seen = [], filled = [];
        Collect(JsonNode.Parse(LetterJson.Write(Full())));

        Assert.Empty(seen.Except(filled));

        void Collect(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members)
                    {
                        seen.Add(name); // where it stands does not matter: all fields are written by one method, and so are all directives
                        if (value is not (null or JsonArray { Count: 0 }))
                            filled.Add(name);
                        Collect(value);
                    }
                    break;
                case JsonArray items:
                    foreach (var item in items)
                        Collect(item);
                    break;
            }
        }
    }

    // The sample, with what else a directive can hold, in every list of fields.
    private static Letter Full()
    {
        var letter = SampleLetter.Create();
        var directive = letter.Directives[0];
        Deadline deadline = new("hằng tháng", new(0, 3), new(2025, 1, 20))
        {
            Interval = new(new(2025, 1, 1), new(2025, 1, 31)),
            Recurrence = "FREQ=MONTHLY",
            Countdown = new("P10D", WorkingDays: true, "ngày ký"),
            Confidence = 0.5,
        };
        return letter with
        {
            File = "a.pdf",
            Number = letter.Number with { Value = new("12", "UBND-VX") },
            Directives =
            [
                directive with
                {
                    Supervisors = [new("Văn phòng", new(1, 2)) { FullName = "Văn phòng Ủy ban nhân dân tỉnh" }],
                    Deadline = deadline,
                    Report = new([new("UBND tỉnh", new(1, 2))], [new("Sở Y tế", new(3, 4))], deadline, new(0, 2)),
                },
            ],
            References = [letter.References[0] with { Title = "Luật", CanonicalId = "45/byt-kh" }, .. letter.References],
        };
    }

    [Fact]
    public void Comes_back_from_a_letter_that_holds_nothing()
    {
        var json = LetterJson.Write(new LetterParser().Parse(""));

        Assert.Equal(json, LetterJson.Write(LetterJson.Read(json)));
    }

    [Fact]
    public void Keeps_numbers_of_spans_and_boxes() // structs: a wrong constructor would read them as 0
    {
        var number = LetterJson.Read(LetterJson.Write(SampleLetter.Create())).Number;

        Assert.Equal(new TextSpan(0, 12), number.Span);
        Assert.Equal(new PageBox(1, 72.5, 80, 120, 14), Assert.Single(number.Boxes));
    }

    [Fact]
    public void Leaves_Vietnamese_readable() => Assert.Contains("\"Các sở, ban, ngành\"", LetterJson.Write(SampleLetter.Create()), StringComparison.Ordinal);

    [Fact]
    public void Writes_words_and_dates_as_text()
    {
        var json = LetterJson.Write(SampleLetter.Create(), indented: false);

        Assert.StartsWith("{\"schema\":\"nhandao.letter/1\",", json, StringComparison.Ordinal);
        Assert.Contains("\"regime\":\"massOrganisation\"", json, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"2025-01\"", json, StringComparison.Ordinal); // partial
        Assert.DoesNotContain("\n", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("addressees")] // a generated reader would give a default array, which throws when it is used
    [InlineData("marks")]
    [InlineData("text")]
    public void Refuses_a_letter_with_a_part_missing(string part)
    {
        var json = JsonNode.Parse(LetterJson.Write(SampleLetter.Create()))!.AsObject();
        json.Remove(part);

        Assert.Throws<JsonException>(() => LetterJson.Read(json.ToJsonString()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public void Refuses_what_is_no_letter(string json) => Assert.ThrowsAny<JsonException>(() => LetterJson.Read(json));

    [Fact]
    public void Refuses_another_contract()
    {
        var json = LetterJson.Write(SampleLetter.Create()).Replace("nhandao.letter/1", "nhandao.letter/9", StringComparison.Ordinal);

        Assert.Contains("nhandao.letter/9", Assert.Throws<JsonException>(() => LetterJson.Read(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2025-02-30\"")] // no such day
    [InlineData("\"15/01/2025\"")]
    [InlineData("\"25\"")]
    [InlineData("2025")] // a number, not text
    public void Refuses_a_date_in_another_form(string date)
    {
        var json = LetterJson.Write(SampleLetter.Create(), indented: false).Replace("\"2025-01\"", date, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => LetterJson.Read(json));
    }
}
