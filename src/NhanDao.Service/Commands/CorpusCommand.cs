using System.CommandLine;
using System.Globalization;
using NhanDao.Parsing.Text;
using NhanDao.Service.Generation;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao corpus generate</c>: invented letters with their gold records, the same for the same seed.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder to write to: gold/, pages/, lines/ and, where asked for, files/." };
        var seed = new Option<int>("--seed") { Description = "Seed of the first letter; the next letters count up from it.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var count = new Option<int>("--count") { Description = "How many letters.", DefaultValueFactory = _ => 100, HelpName = "N" };
        var wear = new Option<double>("--wear") { Description = "Share of words that the recorded pages spoil as OCR of a scan does, 0–1.", DefaultValueFactory = _ => 0, HelpName = "SHARE" };
        var pdf = new Option<bool>("--pdf") { Description = "Print each letter to PDF (needs Chromium)." };
        var scans = new Option<bool>("--scans") { Description = "Wear each printed letter like a scan, as TIFF (needs Chromium, poppler and ImageMagick)." };

        var generate = new Command("generate", "Writes invented letters and their gold records.") { folder, seed, count, wear, pdf, scans };
        generate.SetAction(result =>
        {
            var root = result.GetRequiredValue(folder);
            var (gold, pages, lines, files) = (root.CreateSubdirectory("gold"), root.CreateSubdirectory("pages"), root.CreateSubdirectory("lines"), root.CreateSubdirectory("files"));
            var first = result.GetValue(seed);
            for (var number = first; number < first + result.GetValue(count); number++)
            {
                var id = number.ToString("gen-000000", CultureInfo.InvariantCulture);
                var letter = LetterInventor.Invent(number);
                var placed = PageComposer.Compose(letter, number);
                var ending = result.GetValue(scans) ? ".tif" : ".pdf";
                File.WriteAllText(Path.Combine(gold.FullName, id + ".json"), GoldRecord.Write(letter, id, id + ending));
                var scanner = new Invention(~number);
                var worn = PageWear.Wear(placed, scanner, result.GetValue(wear));
                File.WriteAllText(Path.Combine(lines.FullName, id + ".tsv"), LineTable.Write(worn));
                using (var recorded = File.Create(Path.Combine(pages.FullName, id + ".json")))
                    RecordedPages.Write(recorded, new(InventedPages.Read(worn, scanner, result.GetValue(wear))));
                if (result.GetValue(pdf) || result.GetValue(scans))
                    Print(placed, Path.Combine(files.FullName, id), number, result.GetValue(scans));
            }
            return ExitCode.Ok;
        });
        return new("corpus", "Letters that nobody sent, for training and for tests.") { generate };
    }

    private static void Print(List<PlacedLine> placed, string path, int seed, bool scan)
    {
        var wear = new Invention(seed ^ 0x5CA9);
        File.WriteAllText(path + ".html", HtmlPages.Write(placed, wear, seal: scan && wear.Chance(0.5)));
        ScanWear.PrintPdf(path + ".html", path + ".pdf");
        if (scan)
        {
            ScanWear.Scan(path + ".pdf", path + ".tif", wear);
            File.Delete(path + ".pdf");
        }
        File.Delete(path + ".html");
    }
}
