using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NhanDao.Service.Import;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao import</c>: reads folders of letters into a database. Whatever happens to it, running it again goes on.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, and folders with all they hold. Links are not followed.", Arity = ArgumentArity.OneOrMore };
        var place = new ImportPlace();
        var choices = new ImportChoices();
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be read, and writes nothing." };
        var command = new Command("import", "Reads folders of letters into a database, and goes on where it was stopped.") { paths, dryRun };
        place.AddTo(command);
        choices.AddTo(command);
        command.Validators.Add(result => place.Check(result, choices.IsQueued(result)));
        command.SetAction((result, cancellation) =>
        {
            var options = choices.Of(result, place.Of(result, [.. result.GetRequiredValue(paths).Select(Path.GetFullPath)]));
            var session = new ImportSession(options, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, result.GetValue(choices.Json));
            return result.GetValue(dryRun) ? session.TellAsync(cancellation) : session.RunAsync(cancellation);
        });
        return command;
    }
}

/// <summary><c>nhandao retry</c>: reads what is in quarantine once more.</summary>
internal static class RetryCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or folders with all they hold; none for everything in quarantine.", Arity = ArgumentArity.ZeroOrMore };
        var place = new ImportPlace();
        var choices = new ImportChoices();
        var command = new Command("retry", "Reads the files in quarantine once more.") { paths };
        place.AddTo(command);
        choices.AddTo(command);
        command.Validators.Add(result => place.Check(result, choices.IsQueued(result)));
        command.SetAction((result, cancellation) =>
        {
            ImmutableArray<string> files = [.. result.GetValue(paths)!.Select(Path.GetFullPath)];
            var options = choices.Of(result, place.Of(result, files));
            return new ImportSession(options, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, result.GetValue(choices.Json)).RetryAsync(cancellation);
        });
        return command;
    }
}

/// <summary>Where the letters go: <c>--into</c>, <c>--files</c>, <c>--report</c>.</summary>
internal sealed class ImportPlace
{
    private readonly Option<string> into = new("--into")
    {
        Description = "The database: a SQLite file, a folder for one, or \"Host=…;Database=…\" for PostgreSQL.",
        HelpName = "DB",
        Required = true,
    };

    private readonly Option<string> files = new("--files") { Description = "Folder of the files' content. By default «files» beside the SQLite file.", HelpName = "DIR" };
    private readonly Option<string> report = new("--report") { Description = "Folder of the report (HTML and XLSX). By default beside the files' folder.", HelpName = "DIR" };

    public ImportPlace() => into.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && IsServer(token.Value) && result.GetValue(files) is null)
            result.AddError("--into a PostgreSQL server needs --files DIR, a folder that all machines reach.");
    });

    /// <summary>Other machines reach a server's database only.</summary>
    public void Check(SymbolResult result, bool isQueued)
    {
        if (isQueued && result.GetResult(into) is { Tokens: [var token] } && !IsServer(token.Value))
            result.AddError("--queue needs --into a PostgreSQL server (\"Host=…;Database=…\"): other machines reach no SQLite file.");
    }

    public void AddTo(Command command)
    {
        command.Add(into);
        command.Add(files);
        command.Add(report);
    }

    public ImportOptions Of(ParseResult result, ImmutableArray<string> paths)
    {
        var database = result.GetRequiredValue(into);
        if (!IsServer(database))
        {
            database = Path.GetFullPath(Directory.Exists(database) || Path.EndsInDirectorySeparator(database) ? Path.Combine(database, "nhandao.db") : database);
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        }
        var store = Path.GetFullPath(result.GetValue(files) ?? Path.Combine(Path.GetDirectoryName(database)!, "files"));
        return new()
        {
            Paths = paths,
            Database = database,
            Store = store,
            Report = Path.GetFullPath(result.GetValue(report) ?? Path.GetDirectoryName(store)!),
        };
    }

    private static bool IsServer(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

/// <summary>How the letters are read and told of.</summary>
internal sealed class ImportChoices
{
    private readonly Option<int> workers = new("--workers") { Description = "Worker processes.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<int> memory = new("--worker-memory-megabytes") { Description = "Most writable memory of a worker.", HelpName = "N", DefaultValueFactory = _ => (int)(new WorkerOptions().Memory / (1024 * 1024)) };
    private readonly Option<int> silence = new("--page-seconds") { Description = "A worker that reads no page for so long is ended.", HelpName = "N", DefaultValueFactory = _ => (int)new WorkerOptions().Silence.TotalSeconds };
    private readonly Option<bool> watch = new("--watch") { Description = "Waits for more files until Ctrl-C. A file is taken when it stops growing." };
    private readonly Option<bool> writeJson = new("--write-json") { Description = "Writes each letter as JSON beside its scan." };
    private readonly Option<bool> writePdf = new("--write-pdf") { Description = "Makes a searchable copy (PDF) of each scan; the scan stays as it is. Reads each page twice." };
    private readonly Option<string> writeTo = new("--write-to") { Description = "Folder for those files instead of beside the scans.", HelpName = "DIR" };
    private readonly Option<string> names = new("--names") { Description = "Their names, from {date} {number} {issuer} {type} {name}. By default the scan's.", HelpName = "PATTERN" };
    private readonly Option<Uri?> queue = QueueAddress.Option("RabbitMQ broker: workers of any machine read, and this one waits. Needs --into a PostgreSQL server.");
    private readonly Limits limits = new();

    public ImportChoices()
    {
        foreach (var option in new[] { workers, memory, silence })
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && value < 1)
                    result.AddError($"{option.Name} takes a whole number from 1.");
            });
    }

    /// <summary>Events on standard output.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Tells of every event on standard output, a line of JSON each." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { workers, memory, silence, watch, Json, queue, writeJson, writePdf, writeTo, names })
            command.Add(option);
        limits.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(queue) is not { Implicit: false })
                return;
            foreach (var option in new Option[] { writeJson, writePdf, writeTo, names }.Where(o => result.GetResult(o) is { Implicit: false }))
                result.AddError($"{option.Name} goes with an import that reads here: leave out --queue, or write the files from the database (nhandao export).");
            foreach (var option in new Option[] { workers, memory, silence }.Concat(limits.OfReading).Where(o => result.GetResult(o) is { Implicit: false }))
                result.AddError($"{option.Name} goes with whoever reads: give it to nhandao worker --queue.");
        });
    }

    /// <summary>Whether other machines do the reading.</summary>
    public bool IsQueued(SymbolResult result) => result.GetResult(queue) is { Implicit: false };

    public ImportOptions Of(ParseResult result, ImportOptions place) => place with
    {
        Workers = new()
        {
            Count = result.GetValue(workers),
            Memory = result.GetValue(memory) * 1024L * 1024,
            Silence = TimeSpan.FromSeconds(result.GetValue(silence)),
        },
        Limits = limits.Of(result),
        Watch = result.GetValue(watch),
        Queue = result.GetValue(queue),
        Sidecars = new()
        {
            Json = result.GetValue(writeJson),
            Pdf = result.GetValue(writePdf),
            Folder = result.GetValue(writeTo) is { } folder ? Path.GetFullPath(folder) : null,
            Pattern = result.GetValue(names),
        },
    };
}
