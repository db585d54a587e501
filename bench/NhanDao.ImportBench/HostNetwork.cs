using System.Diagnostics;
using System.Globalization;

namespace NhanDao.ImportBench;

/// <summary>
/// Hosts made of network namespaces on one bridge: each has an address and interfaces of its own and reaches broker and database over the bridge
/// only, so that it can be cut off as a machine is whose cable is pulled. Needs root and iproute2.
/// </summary>
internal sealed class HostNetwork : IDisposable
{
    /// <summary>No more than fit the names; the kernel takes 15 letters for an interface.</summary>
    private const int MostHosts = 9;

    private readonly int hosts;
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"nd{Environment.ProcessId % 100_000}");
    private readonly int subnet = Environment.ProcessId % 250;

    public HostNetwork(int hosts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hosts, MostHosts);
        this.hosts = hosts;
        Ip("link", "add", name, "type", "bridge");
        Ip("addr", "add", $"{Address}/24", "dev", name);
        Ip("link", "set", name, "up");
        for (var host = 1; host <= hosts; host++)
        {
            Ip("netns", "add", Namespace(host));
            Ip("link", "add", Outside(host), "type", "veth", "peer", "name", "eth0", "netns", Namespace(host));
            Ip("link", "set", Outside(host), "master", name, "up");
            Ip("-n", Namespace(host), "addr", "add", string.Create(CultureInfo.InvariantCulture, $"10.77.{subnet}.{host + 1}/24"), "dev", "eth0");
            Ip("-n", Namespace(host), "link", "set", "eth0", "up");
            Ip("-n", Namespace(host), "link", "set", "lo", "up");
        }
    }

    /// <summary>Where broker and database are reached from the hosts.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"10.77.{subnet}.1");

    /// <summary>Starts a program on a host.</summary>
    public Process Start(int host, params string[] command)
    {
        var start = new ProcessStartInfo("ip", ["netns", "exec", Namespace(host), .. command]) { RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Pulls a host's cable: packets are gone without a word, no connection is told.</summary>
    public void CutOff(int host) => Ip("link", "set", Outside(host), "down");

    /// <summary>Puts the cable in again.</summary>
    public void Mend(int host) => Ip("link", "set", Outside(host), "up");

    public void Dispose()
    {
        for (var host = 1; host <= hosts; host++)
            Ip("netns", "del", Namespace(host)); // and its interfaces
        Ip("link", "del", name);
    }

    private string Namespace(int host) => string.Create(CultureInfo.InvariantCulture, $"{name}-{host}");

    private string Outside(int host) => string.Create(CultureInfo.InvariantCulture, $"{name}v{host}");

    private static void Ip(params string[] arguments)
    {
        using var ip = Process.Start("ip", arguments);
        ip.WaitForExit();
        if (ip.ExitCode != 0)
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: exit code {ip.ExitCode}; it needs root");
    }
}
