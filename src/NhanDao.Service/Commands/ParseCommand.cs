using System.CommandLine;
using NhanDao.Parsing;

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
        var all = new Option<bool>("--all") { Description = "Every letter of a file, not only the first: a batch scan is split. The second is file#2." };
        var threshold = ReviewThreshold.Option();
        var limits = new Limits();

        var command = new Command("parse", "Reads letters and prints what they say.") { files, format, output, all, threshold };
        limits.AddTo(command);
        command.SetAction((result, cancellation) => new ParseRun(
            result.GetRequiredValue(files), result.GetRequiredValue(format), result.GetValue(threshold), limits.Of(result), result.GetValue(all),
            input, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error).RunAsync(result.GetValue(output), cancellation));
        return command;
    }
}

/// <summary>One run of <c>nhandao parse</c>: letters are read on all cores, results come in the order of the inputs.</summary>
internal sealed class ParseRun(
    string[] arguments, ResultFormat format, double threshold, ParsingOptions limits, bool all, Func<Stream> input, TextWriter output, TextWriter errors)
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
        var ofFiles = 0;
        await foreach (var (file, letters, failure) in new LetterFiles(parser, input, all).ReadAsync(inputs, cancellation).ConfigureAwait(false))
        {
            if (failure is not null)
                Report(file.Path, failure);
            for (var i = 0; i < letters.Length; i++)
            {
                var part = file.Letter(i + 1);
                if (results is not null)
                    results.Write(file, i + 1, format.One(letters[i], part, threshold) + "\n");
                else
                    Print((isAlone && letters.Length == 1 ? format.One : format.InList)(letters[i], part, threshold));
                written++;
            }
            ofFiles += failure is null ? 1 : 0;
        }
        if (results is not null)
            await errors.WriteLineAsync(all
                ? $"nhandao: {written} letters of {ofFiles} of {inputs.Count} files written to {folder}"
                : $"nhandao: {written} of {inputs.Count} letters written to {folder}").ConfigureAwait(false);
        return ExitCode.Of(failures);
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
