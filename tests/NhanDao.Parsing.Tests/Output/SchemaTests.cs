using System.Text.Json.Nodes;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

public class SchemaTests
{
    private static readonly string Letters = SchemaOfTypes.Of(typeof(Letter), Letter.Contract);
    private static readonly string FlatRecords = SchemaOfTypes.Of(typeof(FlatRecord), "nhandao.flat/1");

    [Theory]
    [InlineData("nhandao.letter-1.schema.json")]
    [InlineData("nhandao.flat-1.schema.json")]
    public void The_published_schema_is_that_of_the_types(string name)
    {
        var schema = name.Contains("flat", StringComparison.Ordinal) ? FlatRecords : Letters;
        var file = Path.Combine(RepositoryRoot(), "docs", "schema", name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllText(file, schema);

        Assert.Equal(File.ReadAllText(file), schema); // after a change of the model: UPDATE_EXPECTED=1, then read the diff
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_letter_follows_it(string text)
    {
        var letter = new LetterParser().Parse(text);

        Assert.Empty(JsonSchemaCheck.Faults(Letters, LetterJson.Write(letter)));
        Assert.Empty(JsonSchemaCheck.Faults(FlatRecords, FlatJson.Write(FlatRecord.Of(letter, "a.txt"))));
    }

    public static TheoryData<string> Texts => ["", "\n\n", "không phải văn bản", SampleLetter.Create().Text.Content];

    [Fact]
    public void A_letter_with_every_member_follows_it()
    {
        Assert.Empty(JsonSchemaCheck.Faults(Letters, LetterJson.Write(SampleLetter.Create())));
        Assert.Empty(JsonSchemaCheck.Faults(FlatRecords, FlatJson.Write(FlatRecord.Of(SampleLetter.Create(), "a.txt"))));
    }

    [Theory]
    [InlineData("schema", "\"nhandao.letter/2\"")]
    [InlineData("regime", "\"county\"")]
    [InlineData("regime", "1")] // a number for a word
    [InlineData("marks", "null")]
    [InlineData("addressees", "{}")]
    [InlineData("addressees", "[{}]")] // fault inside a list, behind a $ref
    [InlineData("unheard", "1")]
    [InlineData("marks", null)] // left out
    public void The_check_finds_what_is_wrong(string member, string? value)
    {
        var json = JsonNode.Parse(LetterJson.Write(SampleLetter.Create()))!.AsObject();
        json.Remove(member);
        if (value is not null)
            json[member] = JsonNode.Parse(value);

        Assert.NotEmpty(JsonSchemaCheck.Faults(Letters, json.ToJsonString()));
    }

    [Fact]
    public void Every_member_is_described()
    {
        var bare = JsonNode.Parse(Letters)!["$defs"]!.AsObject()
            .SelectMany(d => d.Value!["properties"]!.AsObject().Where(p => p.Value!["description"] is null).Select(p => $"{d.Key}.{p.Key}"));

        Assert.Empty(bare);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("NhanDaoParse.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
