using System.Text.Json.Nodes;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Tests.Commands;

public sealed class ParseCommandTests : IDisposable
{
    private const string Text = "UBND TỈNH AN BÌNH\nSố: 12/UBND-VX\nKính gửi: Sở Y tế.\n";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Prints_one_letter_over_several_lines()
    {
        var run = await Cli.RunAsync("parse", folder.Write("a.txt", Text));

        Assert.Equal(("", 0), (run.Errors, run.Code));
        Assert.Equal(folder["a.txt"], LetterJson.Read(run.Output).File);
        Assert.True(run.Lines.Length > 20);
    }

    [Fact]
    public async Task Prints_several_letters_a_line_each_in_the_order_given()
    {
        foreach (var name in "cba")
            folder.Write($"{name}.txt", Text);

        var run = await Cli.RunAsync("parse", folder["c.txt"], folder["a.txt"], folder["b.txt"], "--format", "flat");

        Assert.Equal(["c", "a", "b"], run.Lines.Select(line => (string)JsonNode.Parse(line)!["id"]!));
    }

    [Fact]
    public async Task Reads_standard_input()
    {
        var run = await Cli.RunWithInputAsync(Text, "parse", "-", "--format", "flat");

        Assert.Equal("stdin", (string)JsonNode.Parse(run.Output)!["id"]!);
    }

    [Fact]
    public async Task Prints_Markdown()
    {
        var run = await Cli.RunAsync("parse", folder.Write("a.txt", Text), "--format", "markdown");

        Assert.StartsWith("# ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_one_file_a_letter_named_after_its_input()
    {
        var run = await Cli.RunAsync("parse", folder.Write("in/057_cv.txt", Text), "--out", folder["out"]);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal([folder["out", "057_cv.json"]], Directory.GetFiles(folder["out"]));
        LetterJson.Read(File.ReadAllText(folder["out", "057_cv.json"]));
    }

    [Fact]
    public async Task Files_of_one_name_do_not_overwrite_each_other()
    {
        string[] paths = [folder.Write("x/a.txt", Text), folder.Write("y/a.txt", Text), folder.Write("x/a.md", Text)];

        var run = await Cli.RunAsync(["parse", .. paths, "--out", folder["out"]]);

        Assert.Equal(0, run.Code);
        Assert.Equal(paths.Order(), Directory.GetFiles(folder["out"]).Select(f => LetterJson.Read(File.ReadAllText(f)).File!).Order());
    }

    [Fact]
    public async Task An_input_is_not_overwritten_by_its_own_result()
    {
        var path = folder.Write("a.md", Text);

        await Cli.RunAsync("parse", path, "--format", "markdown", "--out", folder[""]);

        Assert.Equal(Text, File.ReadAllText(path));
        Assert.True(File.Exists(folder["a-2.md"]));
    }

    [Fact]
    public async Task Folders_keep_their_shape()
    {
        folder.Write("in/a.txt", Text);
        folder.Write("in/2024/a.txt", Text);

        await Cli.RunAsync("parse", folder["in"], "--out", folder["out"]);

        Assert.True(File.Exists(folder["out", "a.json"]));
        Assert.True(File.Exists(folder["out", "2024", "a.json"]));
    }

    [Fact]
    public async Task Links_in_folders_are_not_followed()
    {
        folder.Write("in/a.txt", Text);
        Directory.CreateSymbolicLink(folder["in", "round"], folder["in"]);
        File.CreateSymbolicLink(folder["in", "b.txt"], folder.Write("outside.txt", Text));

        var run = await Cli.RunAsync("parse", folder["in"], "--format", "flat");

        Assert.Equal("a", (string)JsonNode.Parse(Assert.Single(run.Lines))!["id"]!);
    }

    [Fact]
    public async Task A_bad_file_is_one_line_and_the_next_goes_on()
    {
        var run = await Cli.RunAsync("parse", folder.Write("bad.txt", ""), folder.Write("good.txt", Text), "--format", "flat");

        Assert.Equal(10, run.Code);
        Assert.Equal("good", (string)JsonNode.Parse(Assert.Single(run.Lines))!["id"]!);
        Assert.StartsWith($"nhandao: {folder["bad.txt"]}: The file is empty", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 10)] // empty
    [InlineData(" \r\n\t\n", 10)] // a text without words
    [InlineData("\uFEFF", 10)] // nothing but the byte order mark
    [InlineData("\u007fELF\u0001\u0001\u0001", 11)] // a program
    [InlineData("GIF89a", 11)] // a picture of another kind
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", 11)] // the error page of a site
    [InlineData("%PDF-1.7\n", 12)] // cut off behind its head
    public async Task Each_kind_of_failure_has_its_code(string content, int code)
    {
        var run = await Cli.RunAsync("parse", folder.Write("a.pdf", content));

        Assert.Equal(code, run.Code);
        Assert.Equal("", run.Output);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task Different_failures_have_the_code_of_several()
    {
        var run = await Cli.RunAsync("parse", folder.Write("empty", ""), folder["missing"]);

        Assert.Equal(6, run.Code);
        Assert.Equal(2, run.ErrorLines.Length);
    }

    [Fact]
    public async Task A_file_over_the_limit_names_the_option()
    {
        var run = await Cli.RunAsync("parse", folder.Write("a.txt", new string('a', 1_100_000)), "--max-megabytes", "1");

        Assert.Equal(14, run.Code);
        Assert.Contains("--max-megabytes", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_in_a_folder_is_a_line_and_is_not_waited_for()
    {
        folder.Write("in/a.txt", Text);
        using (var make = System.Diagnostics.Process.Start("mkfifo", folder["in", "b.pdf"]))
            await make.WaitForExitAsync();

        var run = await Cli.RunAsync("parse", folder["in"], "--format", "flat").WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, run.Code);
        Assert.Single(run.Lines);
        Assert.Contains("b.pdf: It cannot be read: it is a pipe", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tên có dấu cách.txt")]
    [InlineData("Công văn số 'một' \"hai\" $HOME `x` 3.txt")]
    [InlineData("-v.txt")] // looks like an option
    [InlineData("* ? [a].txt")]
    [InlineData("a\nb.txt")] // still one line of JSON
    public async Task A_file_may_have_any_name(string name)
    {
        var run = await Cli.RunAsync("parse", folder.Write($"in/{name}", Text), folder.Write("b.txt", Text), "--format", "flat");

        Assert.Equal(("", 0), (run.Errors, run.Code));
        Assert.Equal(name, (string)JsonNode.Parse(run.Lines[0])!["file"]!);
    }

    [Fact]
    public async Task A_link_that_leads_to_itself_is_a_line()
    {
        File.CreateSymbolicLink(folder["loop.pdf"], folder["loop.pdf"]);

        var run = await Cli.RunAsync("parse", folder["loop.pdf"], folder.Write("a.txt", Text));

        Assert.Equal((3, 1), (run.Code, run.ErrorLines.Length));
        Assert.Single(run.Lines);
    }

    [Fact, System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public async Task A_file_that_may_not_be_read_is_a_line()
    {
        var path = folder.Write("a.txt", Text);
        File.SetUnixFileMode(path, UnixFileMode.None);
        if (Environment.UserName == "root")
            return; // may read everything

        var run = await Cli.RunAsync("parse", path);

        Assert.Equal((3, $"nhandao: {path}: It may not be read: check its permissions."), (run.Code, Assert.Single(run.ErrorLines)));
    }

    [Fact]
    public async Task A_folder_without_files_is_a_failure()
    {
        Directory.CreateDirectory(folder["in"]);

        Assert.Equal(3, (await Cli.RunAsync("parse", folder["in"])).Code);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("parse", "a", "--format", "xml")]
    [InlineData("parse", "a", "--review-threshold", "2")]
    [InlineData("parse", "a", "--max-pages", "0")]
    [InlineData("parse", "a", "--max-pages", "many")]
    [InlineData("parse", "a", "--max-megabytes", "0")]
    [InlineData("parse", "a", "--nonsense")]
    [InlineData("burse")]
    [InlineData("evaluate", "/nowhere/at/all", "/nowhere")]
    public async Task A_wrong_command_line_is_told_in_a_line(params string[] arguments)
    {
        var run = await Cli.RunAsync(arguments);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.All(run.ErrorLines[..^1], line => Assert.StartsWith("nhandao: ", line, StringComparison.Ordinal));
        Assert.Equal("See: nhandao --help", run.ErrorLines[^1]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_ends_the_run()
    {
        var run = await Cli.RunAsync("parse", folder.Write("a.txt", Text), "--out", Path.Combine(folder["a.txt"], "below-a-file"));

        Assert.Equal(5, run.Code);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public async Task The_threshold_decides_what_is_listed_for_review()
    {
        var path = folder.Write("a.txt", Text);

        var all = JsonNode.Parse((await Cli.RunAsync("parse", path, "--format", "flat", "--review-threshold", "1")).Output)!["review"]!.AsArray();
        var few = JsonNode.Parse((await Cli.RunAsync("parse", path, "--format", "flat", "--review-threshold", "0")).Output)!["review"]!.AsArray();

        Assert.True(all.Count > few.Count);
    }
}
