using System.Text.Json;
using System.Text.Json.Nodes;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Parsing.Text;
using NhanDao.Service.Evaluation;
using Xunit.Abstractions;

namespace NhanDao.Service.Tests.Corpus;

/// <summary>
/// How much of corpus/ is read right, form by form. The floors are a little under what was last measured: a change that falls through
/// one has broken something; a change that lifts the scores lifts them.
/// </summary>
public sealed class CorpusAccuracyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("typed", 0.92, 0.88, 0.97, 0.04)]
    [InlineData("scan", 0.74, 0.86, 0.94, 0.05)] // recorded words of Tesseract
    [InlineData("pdf", 0.94, 0.89, 0.98, 0.04)]
    public async Task Reads_at_least_as_much_as_before(string form, double scalars, double tasks, double references, double silent)
    {
        if (form == "pdf" && Environment.GetEnvironmentVariable("CI") is null or "" && ToolCheck.All().Any(t => t.Package == "poppler-utils" && !t.IsInstalled))
        {
            output.WriteLine("not run: poppler-utils is not installed");
            return;
        }
        var board = new Scoreboard();
        foreach (var folder in Directory.EnumerateFiles(Root(), "gold.json", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal))
        {
            var wrong = new LetterScore(board, Gold(folder, form), Flat(await ReadAsync(folder, form))).Score();
            board.Letters++;
            board.WhollyRight += wrong.Count == 0 ? 1 : 0;
            output.WriteLine(Path.GetFileName(folder));
            wrong.ForEach(line => output.WriteLine("    " + line));
        }
        output.WriteLine(board.ToString());

        Assert.True(board.PrintedShare >= scalars, $"scalar fields right: {board.PrintedShare:0.000}, floor {scalars:0.000}\n{board}");
        Assert.True(board.List("tasks").F1 >= tasks, $"tasks F1: {board.List("tasks").F1:0.000}, floor {tasks:0.000}\n{board}");
        Assert.True(board.List("references").F1 >= references, $"references F1: {board.List("references").F1:0.000}, floor {references:0.000}\n{board}");
        Assert.True(board.SilentShare <= silent, $"silent errors: {board.SilentShare:0.000}, ceiling {silent:0.000}\n{board}");
    }

    private static async Task<Letter> ReadAsync(string folder, string form)
    {
        if (form == "pdf")
            return await new LetterParser().ParseAsync(Path.Combine(folder, "letter.pdf"));
        if (form == "typed")
            return new LetterParser().Parse(await File.ReadAllTextAsync(Directory.EnumerateFiles(folder, "letter.*").Single(f => Path.GetExtension(f) is ".txt" or ".md")));
        using var recorded = File.OpenRead(Path.Combine(folder, "scan.words.json"));
        return LetterParser.Parse(RecordedPages.Read(recorded), ParsingOptions.Default);
    }

    private static JsonElement Flat(Letter letter) => JsonElement.Parse(FlatJson.Write(FlatRecord.Of(letter, "letter")));

    // Number and day are by hand on the scan only.
    private static JsonElement Gold(string folder, string form)
    {
        var gold = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "gold.json")))!;
        if (form != "scan")
        {
            gold["dateHandwritten"] = false;
            if (gold["number"] is JsonObject number)
                number["handwritten"] = false;
        }
        return JsonElement.Parse(gold.ToJsonString());
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                return Path.Combine(folder.FullName, "corpus");
        throw new DirectoryNotFoundException("The corpus is looked for beside NhanDaoParse.sln, above the test binaries.");
    }
}
