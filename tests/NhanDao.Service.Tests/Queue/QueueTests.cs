using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NhanDao.ImportBench;
using NhanDao.Parsing;
using NhanDao.Service.Import;
using NhanDao.Service.Queue;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Queue;

/// <summary>A test that starts a RabbitMQ and a PostgreSQL of its own, and is skipped, saying so, where one is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServersFactAttribute : FactAttribute
{
    public ServersFactAttribute() => Skip = RabbitServer.Missing ?? PostgresServer.Missing;
}

/// <summary>One broker for all tests of the class.</summary>
public sealed class Broker : IDisposable
{
    private readonly Lazy<RabbitServer> server = new(() => new());

    internal RabbitServer Server => server.Value;

    public void Dispose()
    {
        if (server.IsValueCreated)
            server.Value.Dispose();
    }
}

public sealed class QueueTests(Broker broker) : IClassFixture<Broker>
{
    [ServersFact]
    public async Task Every_job_is_worked_on_though_the_broker_is_killed_in_between()
    {
        await using var queue = new LetterQueue(broker.Server.Address, "killed");
        using var stop = new CancellationTokenSource();
        var done = new ConcurrentDictionary<long, int>();
        await queue.PublishAsync(Enumerable.Range(1, 300).Select(i => (long)i), urgent: false, default);
        var working = new QueueWorker(queue, 4, async (job, _) =>
        {
            await Task.Delay(10, CancellationToken.None);
            done.AddOrUpdate(job, 1, (_, times) => times + 1);
        }).RunAsync(stop.Token);
        await UntilAsync(() => done.Count > 50);

        broker.Server.Kill();
        await Task.Delay(500);
        broker.Server.Start();
        await queue.PublishAsync(Enumerable.Range(301, 50).Select(i => (long)i), urgent: false, default);

        await UntilAsync(() => done.Count == 350);
        await stop.CancelAsync();
        await working;
        Assert.Equal(350, done.Count);
        Assert.InRange(done.Values.Sum(), 350, 360); // what was at hand when the broker died may come a second time
    }

    [ServersFact]
    public async Task What_somebody_waits_for_goes_before_bulk()
    {
        await using var queue = new LetterQueue(broker.Server.Address, "urgent");
        using var stop = new CancellationTokenSource();
        var order = new ConcurrentQueue<long>();
        await queue.PublishAsync(Enumerable.Range(1, 100).Select(i => (long)i), urgent: false, default);
        await queue.PublishAsync([1000, 1001], urgent: true, default);

        var working = new QueueWorker(queue, 1, async (job, _) =>
        {
            await Task.Delay(5, CancellationToken.None);
            order.Enqueue(job);
        }).RunAsync(stop.Token);
        await UntilAsync(() => order.Count >= 102);
        await stop.CancelAsync();
        await working;

        Assert.InRange(order.ToList().IndexOf(1001), 0, 5);
    }

    [ServersFact]
    public async Task Draining_finishes_what_is_at_hand_and_gives_the_rest_back()
    {
        await using var queue = new LetterQueue(broker.Server.Address, "drained");
        using var stop = new CancellationTokenSource();
        var done = new ConcurrentBag<long>();
        await queue.PublishAsync(Enumerable.Range(1, 20).Select(i => (long)i), urgent: false, default);
        var working = new QueueWorker(queue, 2, async (job, cancellation) =>
        {
            await Task.Delay(300, cancellation);
            done.Add(job);
        }).RunAsync(stop.Token);
        await UntilAsync(() => done.Count >= 2);

        await stop.CancelAsync();
        await working;

        await UntilAsync(() => queue.DepthAsync(default).GetAwaiter().GetResult().Bulk is { Ready: var ready, Consumers: 0 } && ready == 20 - done.Count);
        Assert.InRange(done.Count, 2, 6);
    }

    [ServersFact]
    public async Task A_file_that_kills_its_worker_ends_in_quarantine_after_three_attempts_while_the_others_go_on()
    {
        using var folder = new ScratchFolder();
        using var server = new PostgresCluster(durable: false);
        var letters = LetterFolder.Write(folder["in"], 12);
        var poison = Path.Combine(letters.Path, "000", "letter-000007.txt");
        // The worker that there is, but its input ends, and it with it, when this file is asked for.
        File.WriteAllText(folder["worker.sh"], $$"""
            while IFS= read -r line; do case $line in *{{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(poison)))}}*) exit 9;; esac; printf '%s\n' "$line"; done | "$@"
            """);
        using var stop = new CancellationTokenSource();
        var host = new QueueHost(broker.Server.Address, server.Connection, folder["files"],
            new() { Count = 2, Command = ["/bin/sh", folder["worker.sh"], "dotnet", Path.Combine(AppContext.BaseDirectory, "nhandao.dll"), "worker"] }, ParsingOptions.Default, TextWriter.Null).RunAsync(stop.Token);

        var run = await Cli.RunAsync("import", letters.Path, "--into", server.Connection, "--files", folder["files"], "--queue", broker.Server.Address.ToString());
        await stop.CancelAsync();
        await host;

        Assert.Equal(ExitCode.Unreadable(UnreadableReason.TooCostly), run.Code);
        using var database = LetterDatabase.Of(server.Connection);
        await using var context = database.Open();
        Assert.Equal([(poison, 3)], (await context.ImportFiles.Where(f => f.State == ImportState.Quarantined).ToListAsync()).Select(f => (f.Path, f.Attempts)));
        Assert.Equal(letters.Files - 1, await context.ImportFiles.CountAsync(f => f.State == ImportState.Done));
    }

    [ServersFact]
    public async Task A_file_dropped_while_the_import_watches_is_read_by_another_host()
    {
        using var folder = new ScratchFolder();
        using var server = new PostgresCluster(durable: false);
        using var stop = new CancellationTokenSource();
        Directory.CreateDirectory(folder["drop"]);
        await using var queue = new LetterQueue(broker.Server.Address, "watched");
        using var database = LetterDatabase.Of(server.Connection);
        await database.MigrateAsync(default);
        var content = new ContentStore(folder["files"]);
        var options = new ImportOptions { Paths = [folder["drop"]], Database = server.Connection, Store = folder["files"], Report = null, Watch = true, Settled = TimeSpan.FromMilliseconds(200) };
        var watching = new QueueImport(options, database, content, TimeProvider.System, queue, new(null)).RunAsync(stop.Token);

        File.WriteAllText(Path.Combine(folder["drop"], "letter.txt"), "Số: 1/SYT-VP\n");

        await UntilAsync(() => queue.DepthAsync(default).GetAwaiter().GetResult().Bulk.Ready == 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var clock = Stopwatch.StartNew(); !happened(); await Task.Delay(50))
            if (clock.Elapsed > TimeSpan.FromMinutes(2))
                throw new TimeoutException();
    }
}
