using System.CommandLine;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao parse</c>: reads letters and prints what they say.</summary>
internal static class ParseCommand
{
    public static Command Create(Func<Stream> input)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Letters: files, folders with all they hold, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(result =>
        {
            // An option that does not exist would be taken for a file; a file of such a name is given behind «--» or as ./--name.
            foreach (var name in result.Tokens.Select(t => t.Value).Where(v => v.StartsWith('-') && v != InputFile.StandardInput && !Path.Exists(v)))
                result.AddError($"There is no option {name}.");
        });
        var format = ResultFormat.Option();
        var output = new Option<string>("--out") { Description = "Folder to write to, one file a letter, instead of standard output.", HelpName = "DIR" };
        var threshold = ReviewThreshold.Option();
        var limits = new Limits();

        var command = new Command("parse", "Reads letters and prints what they say.") { files, format, output, threshold };
        limits.AddTo(command);
        command.SetAction((result, cancellation) => new ParseRun(
            result.GetRequiredValue(files), result.GetRequiredValue(format), result.GetValue(threshold), limits.Of(result),
            input, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(result.GetValue(output), cancellation));
        return command;
    }
}

/// <summary>One run of <c>nhandao parse</c>: letters are read on all cores, results come in the order of the inputs.</summary>
internal sealed class ParseRun(
    string[] arguments, ResultFormat format, double threshold, ParsingOptions limits, Func<Stream> input, TextWriter output, TextWriter errors)
{
    private readonly HashSet<int> failures = [];

    public async Task<int> RunAsync(string? folder, CancellationToken cancellation)
    {
        var inputs = InputFiles.Find(arguments, (path, exception) => Report(path, Failure.Of(exception)));
        if (inputs.Count == 0 && failures.Count == 0)
            Report(string.Join(' ', arguments), new(ExitCode.NoInput, "There is no file in it."));

        var results = folder is null ? null : new ResultFolder(folder, inputs, format.Ending);
        var isAlone = inputs.Count == 1 && !Directory.Exists(arguments[0]);
        var parser = new LetterParser(limits with { MaxParallelPages = Math.Max(1, Environment.ProcessorCount / Math.Max(1, inputs.Count)) });
        var written = 0;
        await foreach (var (file, letter, failure) in ReadAsync(parser, inputs, cancellation).ConfigureAwait(false))
        {
            if (failure is not null)
                Report(file.Path, failure);
            else if (results is not null)
                results.Write(file, format.One(letter!, file, threshold) + "\n");
            else
                Print((isAlone ? format.One : format.InList)(letter!, file, threshold));
            written += failure is null ? 1 : 0;
        }
        if (results is not null)
            await errors.WriteLineAsync($"nhandao: {written} of {inputs.Count} letters written to {folder}").ConfigureAwait(false);
        return ExitCode.Of(failures);
    }

    // A window of letters is read at a time, so that a slow one at its head does not leave cores idle, nor a quick reader fill memory.
    private async IAsyncEnumerable<(InputFile File, Letter? Letter, Failure? Failure)> ReadAsync(
        LetterParser parser, List<InputFile> inputs, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        var window = new Queue<Task<(InputFile, Letter?, Failure?)>>();
        try
        {
            foreach (var file in inputs)
            {
                window.Enqueue(Task.Run(() => ReadAsync(parser, file, cores, stop.Token), stop.Token));
                if (window.Count == 8 * Environment.ProcessorCount)
                    yield return await window.Dequeue().ConfigureAwait(false);
            }
            while (window.Count > 0)
                yield return await window.Dequeue().ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false); // results cannot be written, or Ctrl-C: those under way clean up behind them
            await Task.WhenAll(window.AsEnumerable<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(InputFile File, Letter? Letter, Failure? Failure)> ReadAsync(LetterParser parser, InputFile file, SemaphoreSlim cores, CancellationToken cancellation)
    {
        await cores.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return (file, await ReadAsync(parser, file, cancellation).ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // A bad file is one line, and the next one goes on.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return (file, null, Failure.Of(exception));
        }
        finally
        {
            cores.Release();
        }
    }

    private async Task<Letter> ReadAsync(LetterParser parser, InputFile file, CancellationToken cancellation)
    {
        if (file.IsStandardInput)
        {
            var standard = input();
            await using (standard.ConfigureAwait(false))
                return await parser.ParseAsync(standard, cancellation).ConfigureAwait(false);
        }
        var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using (stream.ConfigureAwait(false))
        {
            // A pipe (<(command) of the shell) can be read once, from the front; a file on disk is read where it lies.
            var letter = stream.CanSeek
                ? await parser.ParseAsync(file.Path, cancellation).ConfigureAwait(false)
                : await parser.ParseAsync(stream, cancellation).ConfigureAwait(false);
            return letter with { File = file.Path };
        }
    }

    private void Print(string result)
    {
        try
        {
            output.Write(result);
            output.Write('\n');
            output.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableException($"Standard output cannot be written: {e.Message}", e);
        }
    }

    private void Report(string path, Failure failure)
    {
        failures.Add(failure.ExitCode);
        errors.WriteLine($"nhandao: {path}: {failure.Message}");
    }
}
