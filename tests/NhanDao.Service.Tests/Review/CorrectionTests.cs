using System.Text.Json.Nodes;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Service.Review;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Review;

public class CorrectionTests
{
    private static readonly Letter Letter = new LetterParser().Parse(SomeLetter.Text());

    [Theory]
    [InlineData("""{"number":{"ordinal":"13"}}""", "number", """{"ordinal":"13","symbol":"UBND-VX","handwritten":false}""")]    // what is not given stays
    [InlineData("""{"number":{"symbol":null}}""", "number", """{"ordinal":"12","symbol":null,"handwritten":false}""")]
    [InlineData("""{"date":"2025-02"}""", "date", "\"2025-02\"")]
    [InlineData("""{"date":null}""", "date", "null")]
    [InlineData("""{"subject":"  an toàn  "}""", "subject", "\"an toàn\"")]
    [InlineData("""{"issuer":"Sở Y tế"}""", "issuer", """{"name":"Sở Y tế","parent":null}""")]
    [InlineData("""{"addressees":["Sở Y tế"]}""", "addressees", "[\"Sở Y tế\"]")]
    [InlineData("""{"marks":{"urgency":"KHẨN"}}""", "marks", """{"urgency":"KHẨN","secrecy":null}""")]
    [InlineData("""{"signers":[{"name":"Trần Thị B"}]}""", "signers", """[{"authority":null,"position":null,"name":"Trần Thị B"}]""")]
    [InlineData("""{"references":[]}""", "references", "[]")]
    public void Changes_a_field_and_says_what_was_there(string patch, string field, string after)
    {
        var (letter, changes) = Correction.Apply(Letter, JsonNode.Parse(patch)!.AsObject());
        var change = Assert.Single(changes);
        Assert.Equal(field, change.Field);
        Assert.True(JsonNode.DeepEquals(Flat(Letter)[field], change.Before));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), change.After), change.After?.ToJsonString());
        Assert.True(JsonNode.DeepEquals(Flat(letter)[field], change.After));
    }

    [Fact]
    public void Keeps_the_place_and_the_reading_before()
    {
        var (letter, _) = Correction.Apply(Letter, JsonNode.Parse("""{"number":{"ordinal":"13"}}""")!.AsObject());
        Assert.Equal((Letter.Number.Span, Letter.Number.Raw, 1.0, "review"), (letter.Number.Span, letter.Number.Raw, letter.Number.Confidence, letter.Number.Source));
        Assert.Equal("12", letter.Number.Candidates[0].Value.Ordinal);
        Assert.Equal("12", Letter.Number.Value?.Ordinal); // the letter before is as it was
    }

    [Fact]
    public void Confirms_what_is_given_unchanged_and_leaves_the_rest_for_review()
    {
        var doubtful = Letter with
        {
            Place = Letter.Place with { Confidence = 0.3 },
            Subject = Letter.Subject with { Confidence = 0.3 },
            Diagnostics = [new("place.odd", Severity.Warning, "Odd.")],
        };
        var (letter, _) = Correction.Apply(doubtful, new() { ["place"] = doubtful.Place.Value });
        Assert.Equal("subject", string.Join(',', ReviewList.Of(letter)));
        Assert.Empty(letter.Place.Candidates);
        var (confirmed, changes) = Correction.Apply(letter, new() { ["review"] = new JsonArray() });
        Assert.Empty(ReviewList.Of(confirmed));
        Assert.Equal(["subject"], changes.Select(c => c.Field));
    }

    [Fact]
    public void A_task_keeps_its_place_when_its_words_stay_and_its_date_changes()
    {
        var tasks = Flat(Letter)["tasks"]!.DeepClone().AsArray();
        tasks[0]!["deadlineDate"] = "2025-02-20";
        tasks.RemoveAt(1);
        var (letter, _) = Correction.Apply(Letter, new() { ["tasks"] = tasks });
        var task = Assert.Single(letter.Directives);
        Assert.Equal((Letter.Directives[0].Span, new DateOnly(2025, 2, 20), 1.0), (task.Span, task.Deadline!.Date!.Value, task.Confidence));
    }

    [Theory]
    [InlineData("""{"subject":5}""")]
    [InlineData("""{"date":"20/01/2025"}""")]
    [InlineData("""{"number":"12/UBND"}""")]
    [InlineData("""{"tasks":[{"text":""}]}""")]
    [InlineData("""{"references":["x"]}""")]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"review":null}""")]
    public void Refuses_what_has_not_the_form_of_the_record(string patch) => Assert.Throws<CorrectionException>(() => Correction.Apply(Letter, JsonNode.Parse(patch)!.AsObject()));

    private static JsonObject Flat(Letter letter) => JsonNode.Parse(FlatJson.Write(FlatRecord.Of(letter, "letter")))!.AsObject();
}
