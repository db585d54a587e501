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
