using System.Diagnostics;
using System.Globalization;
using NhanDao.Parsing;
using NhanDao.Parsing.Output;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Tests.Workers;

/// <summary>Real worker processes, and real signals that end them.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class WorkerPoolTests : IDisposable
{
    private const string Text = "UBND TỈNH AN BÌNH\nSố: 12/UBND-VX\nKính gửi: Sở Y tế.\n";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Reads_as_the_library_does()
    {
        using var pool = new WorkerPool(new() { Count = 1 });
        var path = folder.Write("057_cv.txt", Text);

        var letters = await pool.ParseAsync(path, null, ParsingOptions.Default, null, default);

        Assert.Equal(LetterJson.Write((await new LetterParser().ParseAllAsync(path)).Single()), LetterJson.Write(letters.Single()));
    }

    [Fact]
    public async Task Tells_of_each_page()
    {
        using var pool = new WorkerPool(new() { Count = 1 });
        var told = new List<(int, int)>();
        const string page = "JVBERi0xLjEKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoKMiAwIG9iago8PC9UeXBlL1BhZ2VzL0tpZHNbMyAwIFIgMyAwIFJdL0NvdW50IDI+PgplbmRvYmoKMyAwIG9iago8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCAyMDAgMjAwXT4+CmVuZG9iagp0cmFpbGVyCjw8L1Jvb3QgMSAwIFI+PgolJUVPRgo=";

        await pool.TryAsync(new() { Path = folder.Write("two.pdf", Convert.FromBase64String(page)) }, (done, all) => told.Add((done, all)), null, default);

        Assert.Equal([(1, 2), (2, 2)], told); // two empty pages
    }

    [Fact]
    public async Task A_stored_file_is_read_under_the_name_that_its_sender_gave_it()
    {
        // The ordinal of the signed copy is in its file name; the slot on the page is handwritten and empty in this text.
        const string blank = "UBND TỈNH AN BÌNH\nSố:     /UBND-VX\nKính gửi: Sở Y tế.\n";
        using var pool = new WorkerPool(new() { Count = 1 });
        var stored = folder.Write("ab12", blank);

        var renamed = await pool.ParseAsync(stored, "299 UB.signed.txt", ParsingOptions.Default, null, default);

        Assert.Equal(LetterJson.Write((await new LetterParser().ParseAllAsync(folder.Write("299 UB.signed.txt", blank))).Single()), LetterJson.Write(renamed.Single()));
    }

    [Fact]
    public async Task Says_why_a_file_cannot_be_read_and_goes_on()
    {
        using var pool = new WorkerPool(new() { Count = 1 });

        var refused = await Assert.ThrowsAsync<UnreadableDocumentException>(() => pool.ParseAsync(folder.Write("a.bin", [1, 2, 3, 0, 0, 9]), null, ParsingOptions.Default, null, default));
        await pool.ParseAsync(folder.Write("a.txt", Text), null, ParsingOptions.Default, null, default);

        Assert.Equal(UnreadableReason.UnknownFormat, refused.Reason);
        Assert.Single(pool.Workers);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_called_unreadable()
    {
        using var pool = new WorkerPool(new() { Count = 1 });

        var failed = await Assert.ThrowsAsync<WorkerFailedException>(() => pool.ParseAsync(folder["gone.txt"], null, ParsingOptions.Default, null, default));

        Assert.Equal(ExitCode.NoInput, failed.Failure.ExitCode);
    }

    [Fact]
    public async Task A_worker_that_is_killed_costs_an_attempt_and_the_next_one_reads_the_file()
    {
        using var pool = new WorkerPool(new() { Count = 1 });
        var pipe = Pipe("slow.txt"); // opening it waits for somebody who writes

        var reading = pool.ParseAsync(pipe, null, ParsingOptions.Default, null, default);
        var process = await WorkerAtAsync(pool, pipe);
        File.Move(folder.Write("quick.txt", Text), pipe, overwrite: true);
        Kill(process);

        Assert.Equal("12", (await reading).Single().Number.Value!.Ordinal);
    }

    [Fact]
    public async Task A_file_that_kills_three_workers_is_given_up_while_others_are_read()
    {
        using var pool = new WorkerPool(new() { Count = 2 });
        var poison = Pipe("poison.txt");

        var reading = pool.ParseAsync(poison, null, ParsingOptions.Default, null, default);
        for (var death = 1; death <= 3; death++)
        {
            var process = await WorkerAtAsync(pool, poison);
            Assert.Single(await pool.ParseAsync(folder.Write($"{death}.txt", Text), null, ParsingOptions.Default, null, default));
            Assert.False(reading.IsCompleted);
            Kill(process);
            await UntilAsync(() => pool.Workers.Any(w => w.Process == process) ? 0 : 1);
        }

        var given = await Assert.ThrowsAsync<QuarantinedException>(() => reading);
        Assert.Equal("The worker was killed (signal 9); the system kills what takes too much memory. Given up after 3 attempts.", given.Message);
    }

    [Fact]
    public async Task A_worker_that_reads_no_page_for_too_long_is_ended()
    {
        using var pool = new WorkerPool(new() { Count = 1, Silence = TimeSpan.FromSeconds(2), Attempts = 1 });

        var given = await Assert.ThrowsAsync<QuarantinedException>(() => pool.ParseAsync(Pipe("slow.txt"), null, ParsingOptions.Default, null, default));

        Assert.Equal("A page of it was not read within 2 seconds. Given up after 1 attempts.", given.Message);
    }

    [Fact]
    public async Task A_worker_over_its_memory_ends_and_says_so_of_the_file()
    {
        // 4 MB of text, of which reading makes a hundred times as much; a letter of a page needs a tenth of this limit.
        using var pool = new WorkerPool(new() { Count = 1, Memory = 200L * 1024 * 1024, Attempts = 1 });
        var text = folder.Write("large.txt", string.Concat(Enumerable.Repeat("Kính gửi: Sở Y tế tỉnh An Bình và các đơn vị. ", 80_000)));

        var reading = await Record.ExceptionAsync(() => pool.ParseAsync(text, null, ParsingOptions.Default, null, default));
        await pool.ParseAsync(folder.Write("a.txt", Text), null, ParsingOptions.Default, null, default);

        Assert.IsType<QuarantinedException>(reading);
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_share_of_letters()
    {
        using var pool = new WorkerPool(new() { Count = 1, LettersPerWorker = 1 });
        var path = folder.Write("a.txt", Text);
        var processes = new HashSet<int>();
        for (var i = 0; i < 25; i++)
            await pool.TryAsync(new() { Path = path }, null, id => processes.Add(id), default);

        Assert.Equal(3, processes.Count); // ten letters without OCR count as one
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(1L << 40, 1)]
    public async Task A_worker_that_holds_too_much_after_a_file_is_replaced(long kept, int workers)
    {
        using var pool = new WorkerPool(new() { Count = 1, Kept = kept });
        var path = folder.Write("a.txt", Text);
        var processes = new HashSet<int>();
        for (var i = 0; i < 3; i++)
            await pool.TryAsync(new() { Path = path }, null, id => processes.Add(id), default);

        Assert.Equal(workers, processes.Count);
    }

    [Fact]
    public async Task Stops_when_told_and_the_worker_stays()
    {
        using var pool = new WorkerPool(new() { Count = 1, Stopping = TimeSpan.FromSeconds(1) });
        await pool.ParseAsync(folder.Write("a.txt", Text), null, ParsingOptions.Default, null, default);
        var process = pool.Workers.Single().Process;
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.ParseAsync(folder["a.txt"], null, ParsingOptions.Default, null, stop.Token));
        await pool.ParseAsync(folder["a.txt"], null, ParsingOptions.Default, null, default);

        Assert.Equal(process, pool.Workers.Single().Process);
    }

    [Fact]
    public async Task A_worker_that_does_not_stop_is_ended()
    {
        using var pool = new WorkerPool(new() { Count = 1, Stopping = TimeSpan.FromSeconds(0.5) });
        var pipe = Pipe("slow.txt");
        using var stop = new CancellationTokenSource();

        var reading = pool.ParseAsync(pipe, null, ParsingOptions.Default, null, stop.Token);
        var process = await WorkerAtAsync(pool, pipe);
        await UntilAsync(() => WaitsForPipe(process) ? 1 : 0);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [Fact]
    public async Task Workers_take_their_temporary_folders_with_them()
    {
        int process;
        string own;
        using (var pool = new WorkerPool(new() { Count = 1 }))
        {
            await pool.ParseAsync(folder.Write("a.txt", Text), null, ParsingOptions.Default, null, default);
            process = pool.Workers.Single().Process;
            own = new FileInfo($"/proc/{process}/cwd").LinkTarget!;
            Assert.StartsWith("nhandao-worker-", Path.GetFileName(own), StringComparison.Ordinal);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(own));
        }

        Assert.False(Directory.Exists(own));
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [Fact]
    public async Task A_worker_ends_when_its_owner_is_killed_even_with_a_file_at_hand()
    {
        // The owner is a shell that holds the other end of the worker's input, so that it can be killed alone.
        var pipe = Pipe("slow.txt");
        Directory.CreateDirectory(folder["own"]);
        folder.Write("request", WorkerLine.Of(new WorkerRequest { Id = 1, Path = pipe }) + "\n");
        var worker = string.Join(' ', new WorkerOptions().Command.Select(part => $"'{part}'"));
        using var shell = Process.Start("/bin/bash", ["-c",
            $"(echo $BASHPID >'{folder["owner"]}'; cat '{folder["request"]}'; exec sleep 1000) | (echo $BASHPID >'{folder["worker"]}'; DOTNET_EnableDiagnostics=0 exec {worker} --folder '{folder["own"]}')"]);
        await UntilAsync(() => WaitsForPipe(Id("worker")) ? 1 : 0);

        Kill(Id("owner"));
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(Directory.Exists(folder["own"]));
    }

    private int Id(string name) => File.Exists(folder[name]) && int.TryParse(File.ReadAllText(folder[name]), CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>Whether a thread of the process is at work on a file that is a pipe nobody writes into. (A debugger's pipe would look the same; workers have none.)</summary>
    private static bool WaitsForPipe(int process) => process != 0
        && Directory.EnumerateDirectories($"/proc/{process}/task").Any(task => File.ReadAllText(Path.Combine(task, "wchan")).Contains("wait_for_partner", StringComparison.Ordinal));

    private string Pipe(string name)
    {
        using var made = Process.Start("mkfifo", folder[name]);
        made.WaitForExit();
        return folder[name];
    }

    private static void Kill(int process)
    {
        using var worker = Process.GetProcessById(process);
        worker.Kill();
    }

    private static Task<int> WorkerAtAsync(WorkerPool pool, string path) => UntilAsync(() => pool.Workers.FirstOrDefault(w => w.File == path).Process);

    private static async Task<int> UntilAsync(Func<int> value)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50))
            if (value() is not 0 and var found)
                return found;
        throw new TimeoutException();
    }
}
