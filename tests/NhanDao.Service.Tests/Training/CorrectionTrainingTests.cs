using System.Text.Json;
using NhanDao.Service.Evaluation;
using NhanDao.Service.Training;

namespace NhanDao.Service.Tests.Training;

/// <summary>Reviewed letters come back into the line model; what reads the kept ones worse is refused.</summary>
public class CorrectionTrainingTests
{
    [Fact]
    public async Task Learns_from_reviewed_letters_and_writes_a_model_that_evaluate_takes()
    {
        using var folder = await InventedAsync(seed: 61_000);
        var result = await Cli.RunAsync("train", "--corrections", folder["c/gold"], "--pages", folder["c/pages"], "--invented", "12", "--out", folder["lines.bin"]);

        Assert.Equal((ExitCode.Ok, "learned from 6 letters"), (result.Code, result.Lines[0]));
        Assert.Equal("kept letters: 2", result.Lines[1][..15]);
        Assert.Equal(ExitCode.Ok, (await Cli.RunAsync("evaluate", folder["c/gold"], folder["c/pages"], "--pages", folder["c/pages"], "--line-model", folder["lines.bin"])).Code);
    }

    [Fact]
    public async Task Refuses_records_that_spoil_the_kept_letters_and_says_what_got_lower()
    {
        using var folder = await InventedAsync(seed: 62_000);
        var keep = folder.Write("keep.txt", "l00000\nl00001\n");
        var ids = new DirectoryInfo(folder["c/gold"]).GetFiles().Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal).ToList();
        File.WriteAllText(keep, string.Join('\n', ids.Take(2)));
        foreach (var id in ids.Skip(2)) // «corrected» by somebody who takes the body for the recipients and the motto for nothing
        {
            var record = JsonSerializer.Deserialize<Dictionary<string, object?>>(File.ReadAllText(folder[$"c/gold/{id}.json"]))!;
            foreach (var field in (string[])["issuer", "subject", "recipients", "addressees", "signers", "number"])
                record[field] = field is "issuer" or "subject" or "number" ? null : Array.Empty<string>();
            File.WriteAllText(folder[$"c/gold/{id}.json"], JsonSerializer.Serialize(record));
        }
        var before = await Cli.RunAsync("train", "--corrections", folder["c/gold"], "--pages", folder["c/pages"], "--keep", keep, "--invented", "0", "--out", folder["lines.bin"]);

        if (before.Code == ExitCode.Ok)
            Assert.DoesNotContain("lower", before.Output, StringComparison.Ordinal);
        else
        {
            Assert.Equal(ExitCode.Refused, before.Code);
            Assert.Contains("lower", before.Output, StringComparison.Ordinal);
            Assert.Contains("Nothing was written", before.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(folder["lines.bin"]));
        }
    }

    [Theory]
    [InlineData("""{"review":[]}""", true)]
    [InlineData("""{"documentType":"công văn"}""", true)] // a label made by eye has no list
    [InlineData("""{"review":["number"]}""", false)]
    public void Only_what_is_reviewed_to_the_end_counts(string record, bool isReviewed) =>
        Assert.Equal(isReviewed, CorrectionTraining.IsReviewed(JsonElement.Parse(record)));

    [Fact]
    public void One_more_silent_error_is_worse_even_when_nothing_else_is()
    {
        Scoreboard before = Board(silent: 0), after = Board(silent: 1);
        Assert.True(CorrectionTraining.IsWorse(before, after));
        Assert.False(CorrectionTraining.IsWorse(before, Board(silent: 0)));
        Assert.False(CorrectionTraining.IsWorse(after, before));
        Assert.Contains("not silently wrong", CorrectionTraining.Table(before, after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_missing()
    {
        using var folder = new ScratchFolder();
        folder.Write("c/a.json", """{"file":"a.pdf","review":["date"]}""");
        var unreviewed = await Cli.RunAsync("train", "--corrections", folder["c"], "--out", folder["lines.bin"]);
        Assert.Equal(ExitCode.NoInput, unreviewed.Code);
        Assert.Contains("0 reviewed letters", unreviewed.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Cli.RunAsync("train", "--corrections", folder["c"])).Code);
        Assert.Equal(ExitCode.Usage, (await Cli.RunAsync("train")).Code);
    }

    private static Scoreboard Board(int silent)
    {
        var board = new Scoreboard { Letters = 1 };
        (board.Scalar("subject").Count, board.Scalar("subject").Given, board.Scalar("subject").Silent) = (10, 10, silent);
        return board;
    }

    private static async Task<ScratchFolder> InventedAsync(int seed)
    {
        var folder = new ScratchFolder();
        Assert.Equal(ExitCode.Ok, (await Cli.RunAsync("corpus", "generate", folder["c"], "--count", "8", "--seed", $"{seed}", "--wear", "0.1")).Code);
        return folder;
    }
}
