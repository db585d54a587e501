using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Output;
using NhanDao.Service.Import;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Import;

public sealed class ImportCommandTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Letter(int number) => $"""
        UBND TỈNH AN BÌNH
        Số: {number}/UBND-VX
        An Bình, ngày 05 tháng 3 năm 2025
        V/v tổ chức Tháng Nhân đạo năm 2025
        Kính gửi: Sở Y tế.
        Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì, phối hợp với Hội Chữ thập đỏ tỉnh tổ chức Tháng Nhân đạo, báo cáo kết quả trước ngày 15/6/2025.
        """;

    private Task<CliResult> ImportAsync(params string[] more) => Cli.RunAsync(["import", folder["in"], "--into", folder["db", "nhandao.db"], "--workers", "1", .. more]);

    private async Task<Dictionary<string, ImportFileRow>> JournalAsync()
    {
        using var database = LetterDatabase.Of(folder["db", "nhandao.db"]);
        await using var context = database.Open();
        return await context.ImportFiles.ToDictionaryAsync(f => Path.GetFileName(f.Path));
    }

    private async Task<List<LetterRow>> LettersAsync()
    {
        using var database = LetterDatabase.Of(folder["db", "nhandao.db"]);
        await using var context = database.Open();
        return await context.Letters.Include(l => l.Directives).OrderBy(l => l.Id).ToListAsync();
    }

    [Fact]
    public async Task Every_file_comes_to_one_end_and_the_exit_code_tells_of_failures()
    {
        folder.Write("in/a/one.txt", Letter(1));
        folder.Write("in/b/same.txt", Letter(1));
        folder.Write("in/two.txt", Letter(2));
        folder.Write("in/empty.pdf", "");
        folder.Write("in/.hidden.txt", Letter(3));
        File.CreateSymbolicLink(folder["in", "link.txt"], folder["in", "two.txt"]);
        using (var made = Process.Start("mkfifo", folder["in", "pipe.txt"]))
            await made.WaitForExitAsync();

        var run = await ImportAsync();

        var journal = await JournalAsync();
        Assert.Equal(ExitCode.Unreadable(Parsing.UnreadableReason.Empty), run.Code);
        Assert.Equal("empty.pdf Quarantined, one.txt Done, same.txt Duplicate, two.txt Done", string.Join(", ", journal.OrderBy(f => f.Key).Select(f => $"{f.Key} {f.Value.State}")));
        Assert.Equal(journal["one.txt"].Id, journal["same.txt"].OriginalId);
        Assert.Equal("The file is empty (0 bytes). Copy or download it again.", journal["empty.pdf"].Reason);
        Assert.Contains("4 files", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{folder["in", "empty.pdf"]}: The file is empty", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["1/UBND-VX", "2/UBND-VX"], (await LettersAsync()).Select(l => l.Number).Order());
        Assert.All(await LettersAsync(), l => Assert.NotEmpty(l.Directives));
    }

    [Fact]
    public async Task A_second_run_reads_only_what_is_new_or_changed()
    {
        folder.Write("in/one.txt", Letter(1));
        folder.Write("in/two.txt", Letter(2));
        await ImportAsync();
        folder.Write("in/two.txt", Letter(22));
        folder.Write("in/three.txt", Letter(3));
        File.SetLastWriteTimeUtc(folder["in", "one.txt"], DateTime.UtcNow.AddMinutes(1)); // touched, not changed

        var run = await ImportAsync("--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(["three.txt", "two.txt"], run.Lines.Select(Event).Where(e => e.Kind == "done").Select(e => Path.GetFileName(e.File!)).Order());
        Assert.Equal(["1/UBND-VX", "2/UBND-VX", "22/UBND-VX", "3/UBND-VX"], (await LettersAsync()).Select(l => l.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_copy_takes_the_place_of_an_original_that_was_changed()
    {
        folder.Write("in/a.txt", Letter(1));
        folder.Write("in/b.txt", Letter(1));
        await ImportAsync();
        folder.Write("in/a.txt", Letter(2));

        await ImportAsync();

        Assert.Equal("a.txt Done, b.txt Done", string.Join(", ", (await JournalAsync()).OrderBy(f => f.Key).Select(f => $"{f.Key} {f.Value.State}")));
    }

    [Fact]
    public async Task A_file_that_an_earlier_run_took_and_never_finished_is_read_though_it_is_gone_from_the_folder()
    {
        folder.Write("in/one.txt", Letter(1));
        folder.Write("in/keep.txt", Letter(2));
        await ImportAsync();
        using (var database = LetterDatabase.Of(folder["db", "nhandao.db"]))
        {
            // As a killed importer leaves it: taken, by an owner who is gone, nothing kept.
            await using var context = database.Open();
            await context.Letters.Where(l => l.Number == "1/UBND-VX").ExecuteDeleteAsync();
            await context.ImportFiles.Where(f => f.Path.EndsWith("one.txt")).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, ImportState.Waiting));
            var job = await context.ImportFiles.Where(f => f.Path.EndsWith("one.txt")).Select(f => f.JobId).SingleAsync();
            await context.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Running)
                .SetProperty(j => j.Owner, $"{ImportOwner.Host}:{int.MaxValue}:1").SetProperty(j => j.LeaseUntil, DateTimeOffset.UtcNow.AddHours(1)));
        }
        File.Delete(folder["in", "one.txt"]);

        var run = await ImportAsync();

        Assert.Equal(0, run.Code);
        Assert.Equal(ImportState.Done, (await JournalAsync())["one.txt"].State);
        Assert.Equal(2, (await LettersAsync()).Count);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        folder.Write("in/one.txt", Letter(1));
        folder.Write("in/same.txt", Letter(1));

        var run = await ImportAsync("--dry-run", "--json");

        Assert.Equal((0, "nhandao: 1 files (0.0 MB) would be read, 1 are duplicates, 0 are known; nothing was written"), (run.Code, run.ErrorLines.Single()));
        Assert.False(File.Exists(folder["db", "nhandao.db"]));
        Assert.False(Directory.Exists(folder["db", "files"]));
    }

    [Fact]
    public async Task What_is_in_quarantine_can_be_read_once_more()
    {
        folder.Write("in/one.txt", Letter(1));
        var damaged = folder.Write("in/two.txt", "%PDF-1.7 cut off");
        await ImportAsync();
        var before = (await JournalAsync())["two.txt"];

        var again = await Cli.RunAsync("retry", damaged, "--into", folder["db", "nhandao.db"], "--workers", "1");
        folder.Write("in/two.txt", Letter(2));
        var mended = await Cli.RunAsync("retry", "--into", folder["db", "nhandao.db"], "--workers", "1");

        Assert.Equal((ImportState.Quarantined, 1), (before.State, before.Attempts));
        Assert.Equal(ExitCode.Unreadable(Parsing.UnreadableReason.Damaged), again.Code);
        Assert.Equal(0, mended.Code);
        Assert.Equal(ImportState.Done, (await JournalAsync())["two.txt"].State);
    }

    [Fact]
    public async Task The_report_lists_every_file_and_shows_no_markup_of_a_name()
    {
        folder.Write("in/<b>one.txt", Letter(1));
        folder.Write("in/two.txt", Letter(1));
        await ImportAsync("--report", folder["report"]);

        var page = File.ReadAllText(folder["report", ImportReport.PageName]);
        using var book = SpreadsheetDocument.Open(folder["report", ImportReport.WorkbookName], false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;

        Assert.Contains("&lt;b&gt;one.txt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>one", page, StringComparison.Ordinal);
        Assert.Contains("trùng với " + folder["in", "<b>one.txt"], cells, StringComparison.Ordinal);
        Assert.Contains("1/UBND-VX", cells, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_written_beside_their_files_and_never_imported_themselves()
    {
        folder.Write("in/a/one.txt", Letter(1));
        await ImportAsync("--write-json");
        var second = await ImportAsync("--write-json");

        Assert.Equal("1", LetterJson.Read(File.ReadAllText(folder["in", "a", "one.txt.nhandao.json"])).Number.Value!.Ordinal);
        Assert.Equal(0, second.Code);
        Assert.Single(await JournalAsync());
    }

    [Fact]
    public async Task Letters_are_named_by_a_pattern_and_none_is_written_over()
    {
        folder.Write("in/a/one.txt", Letter(1));
        folder.Write("in/a/two.txt", Letter(1) + "\n(bản sao)");
        await ImportAsync("--write-json", "--write-to", folder["out"], "--names", "{date}_{number}_{issuer}");

        var names = Directory.GetFiles(folder["out", "a"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, names.Length);
        Assert.Equal("2025-03-05_1-UBND-VX_UBND tỉnh An Bình.json", names[0]);
        Assert.Matches("^2025-03-05_1-UBND-VX_UBND tỉnh An Bình_[0-9a-f]{8}\\.json$", names[1]);
    }

    [Fact]
    public async Task Letters_of_one_number_day_and_issuer_are_reported_and_kept()
    {
        folder.Write("in/draft.txt", Letter(1));
        folder.Write("in/signed.txt", Letter(1) + "\nTM. ỦY BAN NHÂN DÂN");

        var run = await ImportAsync("--report", folder["report"]);

        Assert.Contains("1 groups of near duplicates", run.Output, StringComparison.Ordinal);
        Assert.Contains("cùng số, ký hiệu, ngày và cơ quan", WebUtility.HtmlDecode(File.ReadAllText(folder["report", ImportReport.PageName])), StringComparison.Ordinal);
        Assert.Equal(2, (await LettersAsync()).Count);
    }

    [Fact]
    public async Task A_signal_stops_it_and_the_next_run_goes_on()
    {
        for (var i = 0; i < 300; i++)
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"in/{i:000}.txt"), Letter(i));
        using var importer = StartImport();
        await UntilAsync(() => importer.StandardOutput.ReadLine()?.Contains("\"done\"", StringComparison.Ordinal) ?? true);

        await StopAsync(importer);
        var atStop = (await JournalAsync()).Values.Count(f => f.State == ImportState.Done);
        var rest = await ImportAsync();

        Assert.Equal(ExitCode.Interrupted, importer.ExitCode);
        Assert.InRange(atStop, 1, 299);
        Assert.Equal(0, rest.Code);
        Assert.Equal(300, (await LettersAsync()).Count);
    }

    [Fact]
    public async Task Watching_takes_a_file_when_it_has_stopped_growing()
    {
        Directory.CreateDirectory(folder["in"]);
        using var importer = StartImport("--watch");
        using (var growing = new StreamWriter(folder.Write("in/one.txt", "")) { AutoFlush = true })
            foreach (var line in Letter(1).Split('\n'))
            {
                await growing.WriteLineAsync(line);
                await Task.Delay(1000); // longer than a look round, and each look finds it grown
            }
        await UntilAsync(() => importer.StandardOutput.ReadLine()?.Contains("\"done\"", StringComparison.Ordinal) ?? true);

        await StopAsync(importer);

        Assert.Equal(0, importer.ExitCode);
        Assert.Equal("1/UBND-VX", (await LettersAsync()).Single().Number);
    }

    private static ImportEvent Event(string line) => JsonSerializer.Deserialize<ImportEvent>(line, JsonSerializerOptions.Web)!;

    private Process StartImport(params string[] more) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "nhandao.dll"), "import", folder["in"], "--into", folder["db", "nhandao.db"], "--workers", "1", "--json", .. more])
    { RedirectStandardOutput = true })!;

    /// <summary>Asks it to stop. By SIGTERM: what a script runs in the background ignores SIGINT, and so would its importer.</summary>
    private static async Task StopAsync(Process importer)
    {
        using (var stop = Process.Start("kill", ["-TERM", importer.Id.ToString(CultureInfo.InvariantCulture)]))
            await stop.WaitForExitAsync();
        await importer.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await importer.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var clock = Stopwatch.StartNew(); !await Task.Run(happened);)
            if (clock.Elapsed > TimeSpan.FromMinutes(2))
                throw new TimeoutException();
    }
}
