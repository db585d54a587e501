using System.Globalization;
using NhanDao.ImportBench;

switch (args)
{
    case ["letters", var folder, var count]:
        var written = LetterFolder.Write(folder, Number(count));
        Console.WriteLine($"{written.Files} files: {written.Hashes.Count} letters, {written.Copies} copies, {written.Junk} junk");
        return 0;
    case ["text", var count]:
        return await TextImport.RunAsync(Number(count));
    case ["kill", var count, var kills]:
        using (var folder = new Scratch())
        {
            var letters = LetterFolder.Write(folder["in"], Number(count));
            var report = await new KillHarness(letters, folder["nhandao.db"], folder["files"], seed: 1).RunAsync(Number(kills), TimeSpan.FromSeconds(1));
            Console.WriteLine($"{letters.Files} files, {report.Kills} kills ({report.Importers} of the importer), {report.Elapsed.TotalSeconds:0.0} s, slowest resume {report.SlowestResume.TotalSeconds:0.0} s");
            Console.WriteLine(report.Faults.IsEmpty ? "nothing lost, nothing twice" : string.Join('\n', report.Faults.Take(50)));
            return report.Faults.IsEmpty ? 0 : 1;
        }
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project bench/NhanDao.ImportBench -- WHAT
              letters DIR COUNT     writes invented typed letters
              text COUNT            imports typed letters: letters a second, memory over the run
              kill COUNT KILLS      imports typed letters while importer and workers are killed, and looks for what is lost or there twice
            """);
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
