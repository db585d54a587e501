using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;
using NhanDao.Parsing.Text.Repair;

namespace NhanDao.Benchmarks;

/// <summary>
/// Letters and words that are read wrong, by Tesseract alone, by our whole way, and by our way with each step left out. A folder holds
/// PDFs with a sound text layer, which is the truth of their pages drawn at 300 dpi, or pictures and scans with the true text beside them
/// (<c>page.png</c>, <c>page.txt</c>: lines in the order of <c>Letter.Text</c>).
/// </summary>
internal static class ReadingBenchmark
{
    private static readonly ImmutableArray<(string Name, RepairSteps Steps)> Ways =
    [
        ("Tesseract alone", RepairSteps.None),
        ("our reading", RepairSteps.All),
        .. Enum.GetValues<RepairSteps>().Where(s => int.IsPow2((int)s)).Select(s => ($"without {s}", RepairSteps.All & ~s)),
    ];

    public static async Task RunAsync(string folder, bool everyStep, bool list)
    {
        var ways = everyStep ? Ways : Ways[..2];
        var sums = new TextErrors[ways.Length];
        int[] mended = new int[ways.Length], spoiled = new int[ways.Length];
        var files = Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is not (".txt" or ".json")).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            var truth = await TruthAsync(file);
            string?[] plain = [];
            for (var way = 0; way < ways.Length; way++)
            {
                sums[way] += TextErrors.Of(truth, await ReadAsync(file, ways[way].Steps), out var read);
                if (way == 0)
                    plain = read;
                for (var i = 0; i < truth.Length; i++)
                {
                    var (before, after) = (plain[i] == truth[i], read[i] == truth[i]);
                    mended[way] += !before && after ? 1 : 0;
                    spoiled[way] += before && !after ? 1 : 0;
                    if (list && way == 1 && !(before && after))
                        Console.WriteLine($"{Path.GetFileName(file)}\t{truth[i]}\t{plain[i]}\t{read[i]}");
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {sums[0].Words} words, {sums[0].Letters} letters"));
        Console.WriteLine($"{"",-22}{"letters wrong",16}{"words wrong",16}{"mended",9}{"spoiled",9}{"added",9}");
        for (var way = 0; way < ways.Length; way++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{ways[way].Name,-22}{$"{sums[way].LetterErrors} {sums[way].LetterRate:0.000%}",16}{$"{sums[way].WordErrors} {sums[way].WordRate:0.00%}",16}{mended[way],9}{spoiled[way],9}{sums[way].Added,9}"));
    }

    private static async Task<string[]> TruthAsync(string file)
    {
        var beside = Path.ChangeExtension(file, ".txt");
        if (File.Exists(beside))
            return Words(await File.ReadAllTextAsync(beside));
        using var folder = new WorkFolder();
        var pdf = new PopplerPdfReader(folder, ParsingOptions.Default);
        var pages = await pdf.ReadPagesAsync(file, default);
        var layers = await pdf.ReadWordsAsync(file, pages, default);
        return Words(Text([.. pages.Select((p, i) => new ReadPage(p.Number, p.Width, p.Height, ReadingMethod.TextLayer, "", PrintedLetters.Clean(layers[i])))], ParsingOptions.Default));
    }

    private static async Task<string[]> ReadAsync(string file, RepairSteps steps)
    {
        var options = ParsingOptions.Default with { Repair = steps };
        return Words(Text(await PagesAsync(file, options), options));
    }

    private static async Task<ImmutableArray<ReadPage>> PagesAsync(string file, ParsingOptions options)
    {
        using var folder = new WorkFolder();
        if (File.Exists(Path.ChangeExtension(file, ".txt")))
        {
            var source = await SourceFile.OpenAsync(file, options, default);
            return (await PageReader.ReadAsync(source, folder, options, default)).Pages;
        }
        var pdf = new PopplerPdfReader(folder, options);
        var engine = new TesseractEngine(options);
        var read = ImmutableArray.CreateBuilder<ReadPage>();
        foreach (var page in await pdf.ReadPagesAsync(file, default))
        {
            using var image = (await pdf.RenderAsync(file, page, 300, default)).Image;
            var reading = PageOcr.Read(image, engine, options.Repair, default);
            read.Add(new(page.Number, page.Width, page.Height, ReadingMethod.Ocr, "", reading.Words, reading.Rotation));
        }
        return read.ToImmutable();
    }

    private static string Text(ImmutableArray<ReadPage> pages, ParsingOptions options) => TextAssembler.Assemble(WordRepair.Mend(LegacyText.Convert(pages), options.Repair)).Content;

    /// <summary>Dashes and quotes are one of a kind: which of them a printer took is not read. Ornaments are no words.</summary>
    private static string[] Words(string text) =>
        text.Normalize().Replace('–', '-').Replace('—', '-').Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'').Replace("…", "...", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).ToArray();
}
