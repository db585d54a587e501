using System.Globalization;
using System.Security.Cryptography;
using NhanDao.Service.Queue;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>An import from the first file to the report, as the commands run it.</summary>
internal sealed class ImportSession(ImportOptions options, TextWriter output, TextWriter errors, bool json)
{
    private readonly Lock writing = new();

    /// <summary>Imports.</summary>
    /// <returns>0 when every file is read or a duplicate, otherwise what went wrong.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var database = await OpenAsync(cancellation).ConfigureAwait(false);
        return await RunAsync(database, cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets what is in quarantine wait again, and imports it.</summary>
    public async Task<int> RetryAsync(CancellationToken cancellation)
    {
        using var database = await OpenAsync(cancellation).ConfigureAwait(false);
        var retried = await Journal(database).RetryAsync(options.Paths, cancellation).ConfigureAwait(false);
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"nhandao: {retried.Length} files are read once more")).ConfigureAwait(false);
        return retried.Length == 0 ? ExitCode.Ok
            : await new ImportSession(options with { Paths = retried }, output, errors, json).RunAsync(database, cancellation).ConfigureAwait(false);
    }

    /// <summary>Says what an import would do, and writes nothing.</summary>
    public async Task<int> TellAsync(CancellationToken cancellation)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        var (known, duplicates, fresh, bytes) = (0, 0, 0, 0L);
        var exists = options.Database.Contains("Host=", StringComparison.OrdinalIgnoreCase) || File.Exists(options.Database);
        using var database = exists ? LetterDatabase.Of(options.Database) : null;
        var journal = database is null ? null : Journal(database);
        foreach (var chunk in FileWalk.Find(options.Paths, Skipped).Chunk(256))
        {
            var changed = journal is null ? [.. chunk] : await journal.NewAsync(chunk, cancellation).ConfigureAwait(false);
            known += chunk.Length - changed.Count;
            foreach (var file in changed)
            {
                var hash = await HashAsync(file.Path, cancellation).ConfigureAwait(false);
                var isCopy = !hashes.Add(hash) || (journal is not null && await journal.HoldsAsync(hash, file.Path, cancellation).ConfigureAwait(false));
                (duplicates, fresh, bytes) = isCopy ? (duplicates + 1, fresh, bytes) : (duplicates, fresh + 1, bytes + file.Length);
                if (json)
                    Tell(new(isCopy ? "wouldLink" : "wouldRead") { File = file.Path });
            }
        }
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"nhandao: {fresh} files ({bytes / 1e6:0.0} MB) would be read, {duplicates} are duplicates, {known} are known; nothing was written")).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private async Task<LetterDatabase> OpenAsync(CancellationToken cancellation)
    {
        var database = LetterDatabase.Of(options.Database);
        await DatabasePatience.TryAsync(async () =>
        {
            await database.MigrateAsync(cancellation).ConfigureAwait(false);
            return true;
        }, cancellation).ConfigureAwait(false);
        return database;
    }

    private ImportJournal Journal(LetterDatabase database)
    {
        var content = new ContentStore(options.Store);
        return new(database, new(database, content, TimeProvider.System), content, options.Reading, TimeProvider.System);
    }

    private async Task<int> RunAsync(LetterDatabase database, CancellationToken cancellation)
    {
        var progress = new ImportProgress(json ? Tell : null);
        var content = new ContentStore(options.Store);
        if (options.Queue is not { } address)
            return await ShowAsync(database, progress, new ImportRun(options, database, content, TimeProvider.System, progress).RunAsync(cancellation), cancellation).ConfigureAwait(false);
        var queue = new LetterQueue(address) { Told = message => errors.WriteLine($"nhandao: {message}") };
        await using (queue.ConfigureAwait(false))
            return await ShowAsync(database, progress, new QueueImport(options, database, content, TimeProvider.System, queue, progress).RunAsync(cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task<int> ShowAsync(LetterDatabase database, ImportProgress progress, Task run, CancellationToken cancellation)
    {
        await ImportDisplay.ShowAsync(progress, run, errors, isTerminal: !json && !Console.IsErrorRedirected && ReferenceEquals(errors, Program.Errors)).ConfigureAwait(false);
        var stopped = false;
        try
        {
            await run.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            stopped = true;
        }
        return await EndAsync(database, progress, stopped).ConfigureAwait(false);
    }

    private async Task<int> EndAsync(LetterDatabase database, ImportProgress progress, bool stopped)
    {
        var files = await DatabasePatience.TryAsync(() => new ImportReading(database, options.Reading.Key).FilesAsync(options.Paths, CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        var near = NearDuplicates.Find(files);
        var summary = ImportReading.Summary(files, near.Length, progress.Elapsed);
        if (options.Report is { } folder)
            ImportReport.Write(folder, summary, files, near);
        foreach (var file in json ? [] : files.Where(f => f.Row.State == ImportState.Quarantined))
            await errors.WriteLineAsync($"nhandao: {file.Row.Path}: {file.Row.Reason}").ConfigureAwait(false);
        await output.WriteLineAsync(json ? ImportLine.Of(summary) : summary.Text).ConfigureAwait(false);
        if (stopped && !options.Watch)
        {
            await errors.WriteLineAsync("nhandao: stopped; run it again to go on").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        var lost = summary.Waiting > 0 || summary.Files < progress.Listed;
        if (lost && !options.Watch)
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"nhandao: {progress.Listed} files were found and {summary.Files - summary.Waiting} accounted for: run it again, and report it if that does not help")).ConfigureAwait(false);
        return ExitCode.Of(files.Where(f => f.Row.State == ImportState.Quarantined).Select(f => f.Row.FailureCode ?? ExitCode.Defect).Concat(lost && !options.Watch ? [ExitCode.Defect] : []).ToHashSet());
    }

    private void Skipped(string path, string reason) => errors.WriteLine($"nhandao: {path}: {reason}");

    private void Tell(ImportEvent happened)
    {
        lock (writing)
        {
            output.WriteLine(ImportLine.Of(happened));
            output.Flush(); // who reads it waits for it
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
    }
}
