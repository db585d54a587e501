using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.ImportBench;

/// <summary>
/// The same through a broker and a server database: an importer, two worker hosts, their workers, the broker and the database are killed at
/// random in mid-run and started again; at the end every file must have come to exactly one end.
/// </summary>
internal sealed class QueueKillHarness(LetterFolder letters, string store, RabbitServer broker, PostgresCluster database, int seed)
{
    private const int Hosts = 2;

    private readonly Random random = new(seed);
    private readonly Process?[] hosts = new Process?[Hosts];

    /// <param name="kills">How many processes are killed, unless the import is done before.</param>
    /// <param name="outages">How often broker and database are each killed.</param>
    /// <param name="between">Longest time between two kills.</param>
    public async Task<KillReport> RunAsync(int kills, int outages, TimeSpan between)
    {
        var clock = Stopwatch.StartNew();
        var (killed, importers) = (0, 0);
        // Every so many kills one falls on a server: broker and database in turns.
        var servers = Enumerable.Range(1, 2 * outages).Select(i => i * kills / (2 * outages + 1)).ToHashSet();
        var (code, errors, slowest) = (0, "", TimeSpan.Zero);
        try
        {
            for (var done = false; !done;)
            {
                using var importer = new ImporterProcess(["import", letters.Path, "--into", database.Connection, "--files", store, "--report", Path.Combine(store, "..", "report"),
                    "--json", "--queue", broker.Address.ToString()]);
                var mustDie = false;
                while (!importer.HasExited && !mustDie)
                {
                    for (var i = 0; i < Hosts; i++)
                        if (hosts[i] is not { HasExited: false })
                            hosts[i] = StartHost();
                    await Task.Delay(between * (0.1 + 0.9 * random.NextDouble())).ConfigureAwait(false);
                    if (killed >= kills || importer.HasExited || !await HasBegunAsync().ConfigureAwait(false))
                        continue;
                    killed++;
                    if (servers.Contains(killed))
                    {
                        await OutageAsync(killed).ConfigureAwait(false);
                        slowest = await ResumedAsync().ConfigureAwait(false) is var resumed && resumed > slowest ? resumed : slowest;
                    }
                    else if (random.Next(10) is var die && die < 2)
                    {
                        mustDie = true;
                        importers++;
                        importer.Kill();
                    }
                    else if (die < 5)
                        hosts[random.Next(Hosts)]!.Kill();
                    else
                        KillWorker();
                }
                code = await importer.WaitAsync().ConfigureAwait(false);
                errors = importer.Errors;
                done = !mustDie;
            }
        }
        finally
        {
            foreach (var host in hosts.OfType<Process>())
            {
                if (!host.HasExited)
                    host.Kill();
                host.Dispose();
            }
        }
        var elapsed = clock.Elapsed;
        if (code is not (0 or 6 or 11 or 15))
            return new(killed, importers, slowest, elapsed, [$"the importer ended with code {code}: {errors}"]);
        var (setAside, faults) = await new KillHarness(letters, database.Connection, store, seed).EndAsync().ConfigureAwait(false);
        return new(killed, importers, slowest, elapsed, faults) { SetAside = setAside };
    }

    private async Task OutageAsync(int number)
    {
        if (number % 2 == 0)
            broker.Kill();
        else
            database.Crash();
        await Task.Delay(TimeSpan.FromSeconds(1 + random.NextDouble())).ConfigureAwait(false);
        if (number % 2 == 0)
            broker.Start();
        else
            database.Start();
    }

    /// <summary>From the moment that both servers take connections again to the first result after it.</summary>
    private async Task<TimeSpan> ResumedAsync()
    {
        var clock = Stopwatch.StartNew();
        var before = await EndedAsync().ConfigureAwait(false);
        while (clock.Elapsed < TimeSpan.FromMinutes(1) && await EndedAsync().ConfigureAwait(false) is { Waiting: > 0, Ended: var now } && now == before.Ended)
            await Task.Delay(100).ConfigureAwait(false);
        return clock.Elapsed;
    }

    private async Task<(int Ended, int Waiting)> EndedAsync()
    {
        using var opened = LetterDatabase.Of(database.Connection);
        var context = opened.Open();
        await using (context.ConfigureAwait(false))
        {
            var waiting = await context.ImportFiles.CountAsync(f => f.State == ImportState.Waiting).ConfigureAwait(false);
            return (await context.ImportFiles.CountAsync().ConfigureAwait(false) - waiting, waiting);
        }
    }

    private async Task<bool> HasBegunAsync()
    {
        try
        {
            using var opened = LetterDatabase.Of(database.Connection);
            var context = opened.Open();
            await using (context.ConfigureAwait(false))
                return await context.Letters.AnyAsync().ConfigureAwait(false);
        }
        catch (Npgsql.NpgsqlException)
        {
            return false; // the tables are not there yet
        }
    }

    private Process StartHost() => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "nhandao.dll"), "worker", "--queue", broker.Address.ToString(), "--database", database.Connection, "--files", store, "--workers", "1"]))!;

    private void KillWorker()
    {
        var workers = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Where(IsOurs).ToArray();
        if (workers.Length == 0)
            return;
        try
        {
            using var worker = Process.GetProcessById(int.Parse(workers[random.Next(workers.Length)]!, System.Globalization.CultureInfo.InvariantCulture));
            worker.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has just ended.
        }
    }

    /// <summary>A child of one of our hosts.</summary>
    private bool IsOurs(string? process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            var parent = int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            return hosts.Any(h => h is { HasExited: false } && h.Id == parent);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
