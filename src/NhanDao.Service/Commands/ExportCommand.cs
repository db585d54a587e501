using System.CommandLine;
using System.Globalization;
using System.Text;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao export</c>: letters in the forms of spreadsheets, calendars, document exchange and archives.</summary>
internal static class ExportCommand
{
    private static readonly string Names = string.Join('|', ExportFormat.All.Select(f => f.Name));

    public static Command Create(Func<Stream> input)
    {
        var files = LetterInput.Argument();
        var format = new Option<ExportFormat>("--format")
        {
            Description = "jsonl: everything. csv, xlsx: tables of letters and directives. ics: a calendar of duties. edxml, nd30, ead: metadata. akn: Akoma Ntoso.",
            HelpName = Names,
            Required = true,
            CustomParser = result =>
            {
                var found = ExportFormat.All.FirstOrDefault(f => f.Name.Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase));
                if (found is null)
                    result.AddError($"--format is one of {Names}, not '{result.Tokens[0].Value}'.");
                return found;
            },
        };
        format.CompletionSources.Add(_ => ExportFormat.All.Select(f => new System.CommandLine.Completions.CompletionItem(f.Name)));
        var output = new Option<string>("--out") { Description = "File to write (jsonl, xlsx, ics), or folder (csv and the XML forms).", HelpName = "PATH" };
        var limits = new Limits();
        var command = new Command("export", "Writes letters for spreadsheets, calendars, document exchange and archives.") { files, format, output };
        limits.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(
            new LetterInput(result.GetRequiredValue(files), limits.Of(result), input, result.InvocationConfiguration.Error),
            result.GetRequiredValue(format), result.GetValue(output), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(LetterInput input, ExportFormat format, string? path, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (path is null && (format.Into == ExportTarget.File || format.Name == "csv"))
        {
            await errors.WriteLineAsync($"nhandao: --format {format.Name} needs --out.").ConfigureAwait(false);
            return ExitCode.Usage;
        }
        var letters = new List<Letter>();
        await foreach (var letter in input.ReadAsync(cancellation).ConfigureAwait(false))
            letters.Add(letter);
        if (letters.Count == 0)
            return ExitCode.Of(input.Failures);
        if (path is null && format.Into == ExportTarget.Folder && letters.Count > 1)
        {
            await errors.WriteLineAsync($"nhandao: --format {format.Name} makes a file of each letter: give a folder with --out.").ConfigureAwait(false);
            return ExitCode.Usage;
        }
        foreach (var (name, content) in format.Files(letters, TimeProvider.System))
            if (path is null)
                await output.WriteAsync(Encoding.UTF8.GetString(content)).ConfigureAwait(false);
            else
                ResultFile.Write(name.Length == 0 ? path : Path.Combine(path, name), content);
        if (path is not null)
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"nhandao: {letters.Count} letters written to {path}")).ConfigureAwait(false);
        return ExitCode.Of(input.Failures);
    }
}
