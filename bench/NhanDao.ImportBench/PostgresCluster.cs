using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NhanDao.ImportBench;

/// <summary>A PostgreSQL of the caller's own on a free loopback port, in a temporary folder. It can be stopped as by a crash and started again.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Order(StringComparer.Ordinal).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nhandao-postgres-");
    private readonly int port;
    private readonly string settings;
    private readonly string host;

    /// <summary>Starts it. One that need not outlive a power cut is made sooner without <paramref name="durable"/>.</summary>
    /// <param name="durable">Whether it waits for the disk.</param>
    /// <param name="host">The address that it listens on.</param>
    public PostgresCluster(bool durable = true, string host = "127.0.0.1")
    {
        this.host = host;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        if (Environment.UserName == "root")
            Run("chown", "postgres", folder.FullName); // it refuses to run as root
        As($"{Programs}/initdb -D {folder}/data -A trust -U nhandao -E UTF8 --locale=C.UTF-8 {(durable ? "" : "--no-sync")} >{folder}/log 2>&1");
        if (host != "127.0.0.1")
            As($"echo 'host all all {host}/24 trust' >>{folder}/data/pg_hba.conf");
        settings = durable ? "" : "-c fsync=off";
        Start();
        Connection = NewDatabase("letters");
    }

    /// <summary>Whether Debian's PostgreSQL is there to be started.</summary>
    public static bool IsInstalled => Programs is not null;

    /// <summary>Connection string of its database.</summary>
    public string Connection { get; }

    /// <summary>Makes another database, and gives its connection string.</summary>
    public string NewDatabase(string name)
    {
        using var connection = new NpgsqlConnection(To("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return To(name);
    }

    public void Start() => As(string.Create(CultureInfo.InvariantCulture,
        $"{Programs}/pg_ctl -D {folder}/data -o '-p {port} -k {folder} -c listen_addresses={host} -c max_connections=100 {settings}' -l {folder}/log -w start >/dev/null 2>&1"));

    /// <summary>As a crash: connections break, and what was not committed is gone.</summary>
    public void Crash() => As($"{Programs}/pg_ctl -D {folder}/data -m immediate stop >/dev/null 2>&1");

    public void Dispose()
    {
        Crash();
        folder.Delete(recursive: true);
    }

    private string To(string database) => string.Create(CultureInfo.InvariantCulture, $"Host={host};Port={port};Username=nhandao;Database={database};Maximum Pool Size=10");

    private static void As(string command)
    {
        if (Environment.UserName == "root")
            Run("su", "postgres", "-s", "/bin/sh", "-c", command);
        else
            Run("/bin/sh", "-c", command);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}
