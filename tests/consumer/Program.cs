using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

// What somebody does with the package who has seen nothing but its README. «consumer all SCAN» where the tools are installed;
// «consumer without FILE PACKAGE» where that package's part is hidden, and FILE needs it. One line a check; exit code 1 when one fails.
var failed = 0;
using var provider = new ServiceCollection().AddNhanDaoParsing().BuildServiceProvider();
var parser = provider.GetRequiredService<LetterParser>();

Check("one parser is shared", ReferenceEquals(parser, provider.GetRequiredService<LetterParser>()));
var typed = parser.Parse("ỦY BAN NHÂN DÂN\nTỈNH AN LÀNH\nSố: 12/UBND-VX\n\nKính gửi: Sở Y tế\n\n1. Giao Sở Y tế báo cáo trước ngày 20/4/2025.\n");
Check("text is read with nothing installed", typed.Number.Value is { Ordinal: "12", Symbol: "UBND-VX" } && typed.Directives.Length == 1);
Check("JSON goes out and comes back", LetterJson.Read(LetterJson.Write(typed)).Number.Value == typed.Number.Value);

switch (args)
{
    case ["all", var scan]:
        var watch = Stopwatch.StartNew();
        var letter = await parser.ParseAsync(scan);
        Check("a scan is read", letter.Number is { Status: FieldStatus.Present, Value: not null, Boxes.Length: > 0 } && letter.Directives.Length > 0);
        var whole = watch.Elapsed;

        using (var cancel = new CancellationTokenSource(whole / 4))
        {
            watch.Restart();
            var cancelled = await Throws<OperationCanceledException>(() => parser.ParseAsync(scan, cancel.Token));
            Check("a letter under way is cancelled, and soon", cancelled is not null && watch.Elapsed < whole);
        }
        Check("the next one is read after that", (await parser.ParseAsync(scan)).Number.Value == letter.Number.Value);
        Check("nothing is left in the temporary folder", Directory.GetDirectories(Path.GetTempPath(), "nhandao-*").Length == 0);

        var empty = Directory.CreateTempSubdirectory("no-model-").FullName;
        var missing = await Throws<MissingToolException>(() => new LetterParser(new() { OcrModelFolder = empty }).ParseAsync(scan));
        Check($"a missing model is named ({missing?.Message})", missing is not null);

        var bad = await Throws<UnreadableDocumentException>(() => parser.ParseAsync(new MemoryStream([1, 2, 3, 4])));
        Check($"a file that is no letter has its reason ({bad?.Reason})", bad?.Reason == UnreadableReason.UnknownFormat);
        break;

    case ["without", var file, var package]:
        var thrown = await Throws<MissingToolException>(() => parser.ParseAsync(file));
        Check($"without {package} the error names it ({thrown?.Message})", thrown is not null && thrown.Message.Contains(package, StringComparison.Ordinal));
        Check("so does the list of tools", ToolCheck.All().Any(t => !t.IsInstalled && t.Package == package));
        break;
}
return failed;

void Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
    failed = holds ? failed : 1;
}

static async Task<T?> Throws<T>(Func<Task> action)
    where T : Exception
{
    try
    {
        await action();
        return null;
    }
    catch (T expected)
    {
        return expected;
    }
}
