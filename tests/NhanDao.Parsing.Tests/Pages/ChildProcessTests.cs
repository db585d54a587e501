using System.Diagnostics;
using System.Runtime.Versioning;
using NhanDao.Parsing.Pages;

namespace NhanDao.Parsing.Tests.Pages;

/// <summary>What a program that reads a hostile file can reach.</summary>
[SupportedOSPlatform("linux")]
public class ChildProcessTests
{
    private sealed class FactWithNamespacesAttribute : FactAttribute
    {
        public FactWithNamespacesAttribute()
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rn", "--", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            Skip = process.ExitCode == 0 ? null : "This system lets no ordinary user take the network away.";
        }
    }

    [FactWithNamespaces]
    public async Task It_has_no_network() => // two lines of headings, and the loopback device alone
        Assert.Equal("lo", string.Join(' ', (await Run("cat", "/proc/net/dev")).Split('\n').Skip(2).Where(l => l.Length > 0).Select(l => l.Split(':')[0].Trim())));

    [Fact]
    public async Task It_has_a_folder_of_its_own_and_no_more_of_our_environment()
    {
        var environment = (await Run("env")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(["HOME", "LC_ALL", "OMP_THREAD_LIMIT", "PATH", "TMPDIR", "TZ"], environment);
    }

    [Theory]
    [InlineData("Max cpu time", "60")]
    [InlineData("Max address space", "2147483648")]
    [InlineData("Max file size", "2147483648")]
    [InlineData("Max core file size", "0")]
    public async Task It_has_limits(string limit, string expected) =>
        Assert.Contains((await Run("cat", "/proc/self/limits")).Split('\n'), l => l.StartsWith(limit, StringComparison.Ordinal) && l[limit.Length..].Trim().StartsWith(expected + " ", StringComparison.Ordinal));

    [Fact]
    public void Its_folder_is_nobody_elses_and_goes_with_all_it_holds()
    {
        string path;
        using (var folder = new WorkFolder())
        {
            path = folder.Path;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            Directory.CreateDirectory(folder.File("a"));
            File.WriteAllText(folder.File("a/b"), "");
        }
        Assert.False(Directory.Exists(path));
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var folder = new WorkFolder();
        return (await ChildProcess.RunAsync(program, "coreutils", arguments, folder, ParsingOptions.Default, CancellationToken.None)).Output;
    }
}
