using System.Globalization;
using NhanDao.ImportBench;
using NhanDao.Parsing;
using NhanDao.Service.Queue;

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
            var report = await new KillHarness(letters, folder["nhandao.db"], folder["files"], seed: 1).RunAsync(Number(kills), TimeSpan.FromSeconds(3));
            Console.WriteLine($"{letters.Files} files, {report.Kills} kills ({report.Importers} of the importer), {report.Elapsed.TotalSeconds:0.0} s, slowest resume {report.SlowestResume.TotalSeconds:0.0} s, {report.SetAside} set aside and tried again");
            Console.WriteLine(report.Faults.IsEmpty ? "nothing lost, nothing twice" : string.Join('\n', report.Faults.Take(50)));
            return report.Faults.IsEmpty ? 0 : 1;
        }
    case ["queue-kill", var count, var kills, var outages]:
        using (var folder = new Scratch())
        using (var broker = new RabbitServer())
        using (var database = new PostgresCluster())
        {
            var letters = LetterFolder.Write(folder["in"], Number(count));
            var report = await new QueueKillHarness(letters, folder["files"], broker, database, seed: 1).RunAsync(Number(kills), Number(outages), TimeSpan.FromSeconds(3));
            Console.WriteLine($"{letters.Files} files, {report.Kills} kills ({report.Importers} of the importer, {2 * Number(outages)} of broker and database), {report.Elapsed.TotalSeconds:0.0} s, slowest resume after a server was back {report.SlowestResume.TotalSeconds:0.0} s, {report.SetAside} set aside and tried again");
            Console.WriteLine(report.Faults.IsEmpty ? "nothing lost, nothing twice" : string.Join('\n', report.Faults.Take(50)));
            return report.Faults.IsEmpty ? 0 : 1;
        }
    case ["scans", var folder, var count]:
        await ScanImport.RunAsync(folder, Number(count));
        return 0;
    case ["queue", var count]:
        await QueueBench.RunAsync(Number(count));
        return 0;
    case ["hosts", var count, var milliseconds]:
        await HostsBench.RunAsync(Number(count), Number(milliseconds));
        return 0;
    case ["cut-off", var count, var milliseconds]:
        await HostsBench.CutOffAsync(Number(count), Number(milliseconds));
        return 0;
    case ["host", var queue, var connection, var files, var worker]:
        await new QueueHost(new(queue), connection, files, new() { Count = 1, Command = ["/bin/sh", worker, "dotnet", Path.Combine(AppContext.BaseDirectory, "nhandao.dll"), "worker"] },
            ParsingOptions.Default, Console.Error).RunAsync(CancellationToken.None);
        return 0;
    case ["simulate", var worker, var brokerCost, var databaseCost, var cores]:
        Simulation.Run(new(Seconds(worker), Seconds(brokerCost), Seconds(databaseCost), Number(cores)));
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project bench/NhanDao.ImportBench -- WHAT
              letters DIR COUNT     writes invented typed letters
              text COUNT            imports typed letters: letters a second, memory over the run
              kill COUNT KILLS      imports typed letters while importer and workers are killed, and looks for what is lost or there twice
              scans DIR COUNT       imports pictures of a page each, against two bare tesseract processes over the same, in turns
              queue COUNT           messages a second through RabbitMQ and PostgreSQL with a reader that does nothing
              hosts COUNT MS        one, two and three hosts (network namespaces; root) with a worker each that takes MS a letter, COUNT letters a host
              cut-off COUNT MS      three such hosts, of which one is cut off for good after a third of the letters
              simulate WORKER BROKER DATABASE CORES   10 to 1000 workers; costs of a letter in milliseconds, cores of the database
              queue-kill COUNT KILLS OUTAGES   the same through RabbitMQ and PostgreSQL, which are killed OUTAGES times each
            """);
        return 2;
}

static double Seconds(string milliseconds) => double.Parse(milliseconds, CultureInfo.InvariantCulture) / 1000;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
