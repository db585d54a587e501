using System.Globalization;
using NhanDao.ImportBench;

namespace NhanDao.Service.Tests.Storage;

/// <summary>A PostgreSQL of the tests' own: started at the first use, ended with the test process.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<PostgresCluster> Cluster = new(Start);
    private static int databases;

    /// <summary>Why it cannot be started here; null when it can, and in CI, where a missing tool must not pass for a success.</summary>
    public static string? Missing => !PostgresCluster.IsInstalled && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? "PostgreSQL is not installed here." : null;

    /// <summary>The connection string of an empty database.</summary>
    public static string NewDatabase() => Cluster.Value.NewDatabase(string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}"));

    private static PostgresCluster Start()
    {
        var cluster = new PostgresCluster(durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return cluster;
    }
}
