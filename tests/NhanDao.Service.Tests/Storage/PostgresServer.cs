using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NhanDao.Service.Tests.Storage;

/// <summary>A PostgreSQL of the tests' own: started on a free loopback port at the first use, ended with the test process.</summary>
internal static class PostgresServer
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Order(StringComparer.Ordinal).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) : null;

    private static readonly Lazy<int> Port = new(Start);
    private static int databases;

    /// <summary>Why it cannot be started here; null when it can, and in CI, where a missing tool must not pass for a success.</summary>
    public static string? Missing => Programs is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? "PostgreSQL is not installed here." : null;

    /// <summary>The connection string of an empty database.</summary>
    public static string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        using var connection = new NpgsqlConnection(To("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return To(name);
    }

    private static string To(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port.Value};Username=nhandao;Database={database};Maximum Pool Size=10");

    private static int Start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        // It refuses to run as root, and must own its folder: the account that Debian's package made runs it.
        var folder = Directory.CreateTempSubdirectory("nhandao-postgres-").FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
            Run("chown", "postgres", folder);
        As(asRoot, $"{Programs}/initdb -D {folder}/data -A trust -U nhandao -E UTF8 --locale=C.UTF-8 --no-sync >{folder}/log 2>&1");
        As(asRoot, string.Create(CultureInfo.InvariantCulture,
            $"{Programs}/pg_ctl -D {folder}/data -o '-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off' -l {folder}/log -w start >/dev/null 2>&1"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            As(asRoot, $"{Programs}/pg_ctl -D {folder}/data -m immediate stop >/dev/null 2>&1");
            Directory.Delete(folder, recursive: true);
        };
        return port;
    }

    private static void As(bool root, string command)
    {
        if (root)
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
