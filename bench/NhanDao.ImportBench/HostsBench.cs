using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.ImportBench;

/// <summary>
/// One, two and three hosts with a worker each over the same letters: letters a second, as far as of linear; and how many letters finish elsewhere
/// when one host is cut off in mid-run. All hosts share this machine's cores, so a letter here is a worker that sleeps: the time
/// that a scan takes on a core of its own.
/// </summary>
internal static class HostsBench
{
    private const int HostCount = 3;

    /// <param name="letters">For each host.</param>
    /// <param name="milliseconds">A letter's sleep.</param>
    public static async Task RunAsync(int letters, int milliseconds)
    {
        var one = 0.0;
        for (var hosts = 1; hosts <= HostCount; hosts++)
        {
            var (seconds, _, _) = await MeasureAsync(hosts, hosts * letters, milliseconds, cutOff: false).ConfigureAwait(false);
            var rate = hosts * letters / seconds;
            one = hosts == 1 ? rate : one;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{hosts} host{(hosts > 1 ? "s" : "")}: {hosts * letters} letters of {milliseconds} ms in {seconds:0.0} s, {rate:0.00} a second, {rate / one / hosts:P0} of linear"));
        }
    }

    public static async Task CutOffAsync(int letters, int milliseconds)
    {
        var (elapsed, ended, faults) = await MeasureAsync(HostCount, HostCount * letters, milliseconds, cutOff: true).ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{HostCount} hosts, one cut off for good after a third: {ended} of {HostCount * letters} letters done in {elapsed:0.0} s; {faults} faults"));
    }

    private static async Task<(double Seconds, int Ended, int Faults)> MeasureAsync(int hosts, int count, int milliseconds, bool cutOff)
    {
        using var folder = new Scratch();
        using var network = new HostNetwork(hosts);
        using var broker = new RabbitServer(network.Address);
        using var database = new PostgresCluster(durable: true, network.Address);
        var letters = LetterFolder.Write(folder["in"], count);
        File.WriteAllText(folder["worker.sh"], string.Create(CultureInfo.InvariantCulture, $$"""
            while IFS= read -r line; do sleep {{milliseconds / 1000.0:0.000}}; printf '%s\n' "$line"; done | "$@"
            """));
        var processes = Enumerable.Range(1, hosts).Select(host => network.Start(host, "dotnet", Path.Combine(AppContext.BaseDirectory, "NhanDao.ImportBench.dll"), "host",
            broker.Address.ToString(), database.Connection, folder["files"], folder["worker.sh"])).ToList();
        try
        {
            using var importer = new ImporterProcess(["import", letters.Path, "--into", database.Connection, "--files", folder["files"], "--report", folder["report"], "--json", "--queue", broker.Address.ToString()]);
            // The clock runs while every host is at work: from the first results to the last.
            var (begun, before) = (Stopwatch.GetTimestamp(), 0);
            while (!importer.HasExited)
            {
                await Task.Delay(100).ConfigureAwait(false);
                var ended = await EndedAsync(database).ConfigureAwait(false);
                if (before == 0 && ended >= 2 * hosts)
                    (begun, before) = (Stopwatch.GetTimestamp(), ended);
                if (cutOff && ended >= letters.Files / 3)
                {
                    network.CutOff(hosts);
                    cutOff = false;
                }
                if (ended == letters.Hashes.Count)
                    break;
            }
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds * count / (count - before);
            await importer.WaitAsync().ConfigureAwait(false);
            var faults = await new KillHarness(letters, database.Connection, folder["files"], seed: 1).FaultsAsync().ConfigureAwait(false);
            foreach (var fault in faults)
                Console.WriteLine(fault);
            return (seconds, await EndedAsync(database).ConfigureAwait(false), faults.Length);
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                process.Dispose();
            }
        }
    }

    private static async Task<int> EndedAsync(PostgresCluster database)
    {
        using var opened = LetterDatabase.Of(database.Connection);
        var context = opened.Open();
        await using (context.ConfigureAwait(false))
            try
            {
                return await context.ImportFiles.CountAsync(f => f.State == ImportState.Done).ConfigureAwait(false);
            }
            catch (Npgsql.PostgresException)
            {
                return 0; // the tables are not there yet
            }
    }
}
