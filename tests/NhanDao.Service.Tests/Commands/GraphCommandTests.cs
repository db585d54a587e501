using System.Text.Json.Nodes;
using System.Xml.Linq;
using NhanDao.Parsing.Pages;

namespace NhanDao.Service.Tests.Commands;

public sealed class GraphCommandTests : IDisposable
{
    private const string First = "UBND TỈNH CÀ MAU\nSố: 12/KH-UBND\nCà Mau, ngày 05 tháng 3 năm 2025\nKẾ HOẠCH\nPhòng dịch\n\nThực hiện Chỉ thị số 18/CT-TTg ngày 09/7/2018 của Thủ tướng Chính phủ.\n";
    private const string Second = "UBND TỈNH CÀ MAU\nSỞ Y TẾ\nSố: 15/SYT-NVY\nCà Mau, ngày 06 tháng 3 năm 2025\nKính gửi: Các bệnh viện.\n\nThực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2025 của UBND tỉnh.\n";

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Joins_letters_and_parsed_letters_of_a_folder()
    {
        folder.Write("in/a.txt", First);
        folder.Write("in/b.json", (await Cli.RunAsync("parse", folder.Write("b.txt", Second))).Output);

        var run = await Cli.RunAsync("graph", folder["in"], "--out", folder["out"]);

        var graph = JsonNode.Parse(File.ReadAllText(folder["out", "letters.json"]))!;
        Assert.Contains(graph["edges"]!.AsArray(), e => (string?)e!["from"] == "15/syt-nvy@2025@ca mau" && (string?)e["to"] == "12/kh-ubnd@2025@ca mau" && (string?)e["relation"] == "carriesOut");
        XDocument.Load(folder["out", "letters.graphml"]);
        if (ChildProcess.Find("dot") is null)
        {
            Assert.Equal(4, run.Code);
            Assert.Contains("apt-get install graphviz", run.Errors, StringComparison.Ordinal);
            return;
        }
        Assert.Equal(0, run.Code);
        Assert.Contains("12/KH-UBND", XDocument.Load(folder["out", "letters.svg"]).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_the_users_instruments()
    {
        folder.Write("in/a.txt", First.Replace("18/CT-TTg ngày 09/7/2018", "18/CT-TTg ngày 19/7/2018", StringComparison.Ordinal));
        await Cli.RunAsync("graph", folder["in"], "--out", folder["out"], "--register", folder.Write("own.tsv", "18/CT-TTg\t09/7/2018\tThủ tướng Chính phủ\tcông tác nhân đạo\n"));

        var node = JsonNode.Parse(File.ReadAllText(folder["out", "letters.json"]))!["nodes"]!.AsArray().Single(n => (string?)n!["number"] == "18/CT-TTg")!;
        Assert.Equal(2, node["datesInDispute"]!.AsArray().Count);
        Assert.Equal("2018-07-09", (string?)node["date"]); // the user's list knows better than one letter
    }

    [Fact]
    public async Task A_wrong_line_of_the_users_list_is_told()
    {
        var run = await Cli.RunAsync("graph", folder.Write("a.txt", First), "--register", folder.Write("own.tsv", "18\tyesterday\n"), "--out", folder["out"]);

        Assert.Equal(11, run.Code);
        Assert.Contains("own.tsv, line 1", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
