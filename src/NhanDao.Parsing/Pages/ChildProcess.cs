using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>What a child process left behind besides its output.</summary>
/// <param name="ExitCode">128 + signal where a signal ended it.</param>
/// <param name="Errors">The start of its standard error.</param>
internal readonly record struct ChildResult(int ExitCode, string Errors);

/// <summary>
/// Runs a program on a file that nobody vouches for: arguments as a list (no shell), limits on processor time, address space and the
/// size of files, a time limit after which it and its children are killed, no network where the system lets an ordinary user take it
/// away, and nothing of our environment but what it needs.
/// </summary>
internal static class ChildProcess
{
    private const int MaxErrors = 16 * 1024;
    private const string Limiter = "prlimit", LimiterPackage = "util-linux", Unshare = "unshare";

    /// <summary>
    /// Puts a program into a network of its own with nobody on it; empty where that is not allowed. Tried once. It costs 4 ms a program
    /// (docs/hardening.md); bubblewrap would do more and costs 9.
    /// </summary>
    private static readonly Lazy<ImmutableArray<string>> WithoutNetwork = new(() => Find(Unshare) is { } unshare && Succeeds(unshare, "-rn", "--", "true") ? [unshare, "-rn", "--"] : []);

    private static readonly ConcurrentDictionary<string, string?> Places = new(StringComparer.Ordinal);

    /// <summary>The full path of a program on the search path; null when it is not installed.</summary>
    public static string? Find(string program) => Places.GetOrAdd(program, static name =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists));

    /// <summary>Runs <paramref name="program"/> and gives its output to <paramref name="read"/>, which runs on a thread of its own.</summary>
    /// <exception cref="MissingToolException">The program, which <paramref name="package"/> brings, is not installed.</exception>
    /// <exception cref="UnreadableDocumentException">It passed a limit.</exception>
    public static async Task<(ChildResult Result, T Output)> RunAsync<T>(
        string program, string package, IEnumerable<string> arguments, WorkFolder folder, Func<Stream, T> read,
        ParsingOptions options, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Start(program, package, arguments, folder, options) };
        process.Start();
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.ToolTimeout);
        using var kill = limit.Token.UnsafeRegister(static p => Kill((Process)p!), process);

        var errors = ReadErrorsAsync(process.StandardError.BaseStream);
        try
        {
            var output = await Task.Run(() => read(process.StandardOutput.BaseStream), CancellationToken.None).ConfigureAwait(false);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            var result = new ChildResult(process.ExitCode, await errors.ConfigureAwait(false));
            ThrowIfStopped(null);
            if (RanOutOfMeans(result))
                throw TooCostly(program, null);
            return (result, output);
        }
        catch (Exception e) when (limit.IsCancellationRequested)
        {
            ThrowIfStopped(e); // killed half-way: whatever the reader made of it is not the cause
            throw;
        }
        finally
        {
            Kill(process);
        }

        void ThrowIfStopped(Exception? cause)
        {
            cancellation.ThrowIfCancellationRequested();
            if (limit.IsCancellationRequested)
                throw TooCostly(program, cause);
        }
    }

    /// <summary>Runs <paramref name="program"/> and gives its output as text.</summary>
    /// <inheritdoc cref="RunAsync" path="/exception"/>
    public static Task<(ChildResult Result, string Output)> RunAsync(
        string program, string package, IEnumerable<string> arguments, WorkFolder folder, ParsingOptions options, CancellationToken cancellation) =>
        RunAsync(program, package, arguments, folder, static output =>
        {
            using var reader = new StreamReader(output, Encoding.UTF8);
            return reader.ReadToEnd();
        }, options, cancellation);

    private static ProcessStartInfo Start(string program, string package, IEnumerable<string> arguments, WorkFolder folder, ParsingOptions options)
    {
        var path = Find(program) ?? throw new MissingToolException(program, package);
        var start = new ProcessStartInfo(Find(Limiter) ?? throw new MissingToolException(Limiter, LimiterPackage))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        var seconds = Math.Max(1, (long)Math.Ceiling(options.ToolTimeout.TotalSeconds));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={options.ToolMemory}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--fsize={options.ToolMemory}"));
        start.ArgumentList.Add("--core=0");
        start.ArgumentList.Add("--");
        foreach (var argument in (string[])[.. WithoutNetwork.Value, path, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC"; // pdfsig prints local time
        start.Environment["HOME"] = folder.Path; // no user's settings or key stores
        start.Environment["TMPDIR"] = folder.Path;
        start.Environment["OMP_THREAD_LIMIT"] = "1"; // tesseract: see NativeLibraries
        return start;
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the answer.
        }
    }

    /// <summary>Keeps the start of standard error and drains the rest, or the child would wait for a reader.</summary>
    private static async Task<string> ReadErrorsAsync(Stream errors)
    {
        var kept = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await errors.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            kept.Write(buffer, 0, (int)Math.Min(read, MaxErrors - kept.Length));
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    /// <summary>SIGKILL or SIGXCPU from the processor limit, SIGXFSZ from that of files; a failed allocation from the address-space limit.</summary>
    private static bool RanOutOfMeans(ChildResult result) =>
        result.ExitCode is 128 + 9 or 128 + 24 or 128 + 25
        || FailedAllocations.Any(complaint => result.Errors.Contains(complaint, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] FailedAllocations = ["bad_alloc", "out of memory", "cannot allocate memory", "failed to map segment"];

    private static UnreadableDocumentException TooCostly(string program, Exception? cause) => new(UnreadableReason.TooCostly,
        $"Reading the file takes {program} more time or memory than it may. Print it to a new PDF, or raise the limits (ToolTimeout, ToolMemory).", cause);
}
