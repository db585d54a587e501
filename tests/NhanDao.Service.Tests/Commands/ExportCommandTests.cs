using System.Xml.Linq;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private const string Text = "UBND TỈNH CÀ MAU\nSố: 12/UBND-VX\nCà Mau, ngày 05 tháng 3 năm 2025\nKính gửi: Sở Y tế.\n\n1. Giao Sở Y tế chủ trì báo cáo trước ngày 20/4/2025.\n";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Prints_json_lines_and_calendars()
    {
        var lines = await Cli.RunAsync("export", folder.Write("in/a.txt", Text), folder.Write("in/b.txt", Text), "--format", "jsonl");
        Assert.Equal(["a.txt", "b.txt"], lines.Lines.Select(l => Path.GetFileName(LetterJson.Read(l).File)));

        var calendar = await Cli.RunWithInputAsync(lines.Output, "export", "-", "--format", "ics");
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "out", "out/directives.csv", "out/letters.csv")]
    [InlineData("xlsx", "out/letters.xlsx", "out/letters.xlsx")]
    [InlineData("ics", "out/duties.ics", "out/duties.ics")]
    [InlineData("edxml", "out", "out/a-2.xml", "out/a.xml")] // two letters of one name
    [InlineData("nd30", "out", "out/a-2.xml", "out/a.xml")]
    [InlineData("ead", "out", "out/a-2.xml", "out/a.xml")]
    [InlineData("akn", "out", "out/a-2.xml", "out/a.xml")]
    public async Task Writes_files(string format, string output, params string[] expected)
    {
        folder.Write("in/a.txt", Text);
        folder.Write("in/b/a.txt", Text);

        var run = await Cli.RunAsync("export", folder["in"], "--format", format, "--out", folder[output]);

        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal(expected.Select(e => folder[e]).Order(StringComparer.Ordinal), Directory.GetFiles(folder["out"]).Order(StringComparer.Ordinal));
        foreach (var file in expected.Where(e => e.EndsWith(".xml", StringComparison.Ordinal)))
            XDocument.Load(folder[file]);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.txt", "--format", "docx")]
    [InlineData("a.txt", "--format", "csv")]
    [InlineData("a.txt", "--format", "xlsx")]
    public async Task A_wrong_command_line_is_told_in_a_line(params string[] arguments) =>
        Assert.Equal(2, (await Cli.RunAsync(["export", .. arguments])).Code);

    [Fact]
    public async Task Json_that_is_no_letter_is_a_failure()
    {
        var run = await Cli.RunAsync("export", folder.Write("a.json", "{\"schema\": \"other/1\"}"), "--format", "jsonl");

        Assert.Equal((11, ""), (run.Code, run.Output));
        Assert.Contains("nhandao.letter/1", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
