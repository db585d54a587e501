using NhanDao.ImportBench;
using NhanDao.Service.Tests.Queue;

namespace NhanDao.Service.Tests.Import;

/// <summary>A short form of <c>NhanDao.ImportBench kill</c>.</summary>
public sealed class KillTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_is_lost_and_nothing_done_twice_when_importer_and_workers_are_killed()
    {
        var letters = LetterFolder.Write(folder["in"], 250);

        var report = await new KillHarness(letters, folder["nhandao.db"], folder["files"], seed: 7).RunAsync(8, TimeSpan.FromSeconds(1));

        Assert.Equal("", string.Join("; ", report.Faults));
        Assert.True(report is { Importers: > 0, Kills: > 3 }, report.ToString());
    }

    [ServersFact]
    public async Task Nor_when_hosts_broker_and_database_are_killed()
    {
        var letters = LetterFolder.Write(folder["in"], 200);
        using var broker = new RabbitServer();
        using var database = new PostgresCluster();

        var report = await new QueueKillHarness(letters, folder["files"], broker, database, seed: 3).RunAsync(6, 1, TimeSpan.FromSeconds(1));

        Assert.Equal("", string.Join("; ", report.Faults));
        Assert.True(report.Kills > 2, report.ToString());
    }
}
