using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NhanDao.ImportBench;

/// <summary>A RabbitMQ of the caller's own on free loopback ports, in a temporary folder. It can be killed and started again with what it kept.</summary>
internal sealed class RabbitServer : IDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nhandao-rabbit-");
    private readonly int port = FreePort(), distribution = FreePort();
    private readonly string host;
    private Process? server;

    /// <param name="host">The address that it listens on.</param>
    public RabbitServer(string host = "127.0.0.1")
    {
        this.host = host;
        if (host != "127.0.0.1")
            File.WriteAllText(folder.FullName + "/rabbitmq.conf", "loopback_users = none\n");
        Start();
    }

    /// <summary>Why it cannot be started here; null when it can, and in CI, where a missing tool must not pass for a success.</summary>
    public static string? Missing => !File.Exists(Program) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")) ? "RabbitMQ is not installed here." : null;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@{host}:{port}"));

    /// <summary>Starts it, or starts it again, and waits until it takes connections.</summary>
    public void Start()
    {
        var node = string.Create(CultureInfo.InvariantCulture, $"nd{port}@localhost");
        var start = new ProcessStartInfo("/usr/bin/setsid", [Program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new (string, string)[]
        {
            ("RABBITMQ_NODENAME", node), ("RABBITMQ_NODE_PORT", port.ToString(CultureInfo.InvariantCulture)), ("RABBITMQ_DIST_PORT", distribution.ToString(CultureInfo.InvariantCulture)),
            ("RABBITMQ_NODE_IP_ADDRESS", host), ("RABBITMQ_MNESIA_BASE", folder.FullName + "/mnesia"), ("RABBITMQ_LOG_BASE", folder.FullName + "/log"),
            ("RABBITMQ_PID_FILE", folder.FullName + "/pid"), ("ERL_EPMD_ADDRESS", "127.0.0.1"), ("HOME", folder.FullName), ("RABBITMQ_ENABLED_PLUGINS_FILE", folder.FullName + "/plugins"), ("RABBITMQ_CONFIG_FILE", folder.FullName + "/rabbitmq"),
        })
            start.Environment[name] = value;
        server = Process.Start(start)!;
        server.OutputDataReceived += static (_, _) => { };
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        for (var clock = Stopwatch.StartNew(); !Answers(); Thread.Sleep(100))
            if (server.HasExited || clock.Elapsed > TimeSpan.FromSeconds(90))
                throw new InvalidOperationException($"RabbitMQ did not start; see {folder.FullName}/log");
    }

    /// <summary>Kills the broker: the connections break, and what it has confirmed is there when it is started again.</summary>
    public void Kill()
    {
        if (server is null)
            return;
        // The script, the Erlang machine and its helpers are one session, led by the process that was started.
        using var kill = Process.Start("/bin/kill", ["-9", "--", string.Create(CultureInfo.InvariantCulture, $"-{server.Id}")]);
        kill.WaitForExit();
        server.WaitForExit(TimeSpan.FromSeconds(10));
        server.Dispose();
        server = null;
    }

    public void Dispose()
    {
        Kill();
        folder.Delete(recursive: true);
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(host, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Below the range that outgoing connections take theirs from, so that the port is still free when the server is started again.</summary>
    private static int FreePort()
    {
        for (var port = 20_000 + Random.Shared.Next(10_000); ; port++)
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
    }
}
