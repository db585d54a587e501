using System.CommandLine;
using NhanDao.Parsing.Lines;
using NhanDao.Service.Evaluation;
using NhanDao.Service.Training;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao train --corrections DIR</c>: learns from reviewed letters; refuses what would read the kept ones worse.</summary>
internal sealed class TrainCorrections
{
    private readonly Option<DirectoryInfo> corrections = new Option<DirectoryInfo>("--corrections")
    {
        Description = "Folder of reviewed records (nhandao parse --format flat, or the service's, corrected), <id>.json each, nothing left in their review.",
        HelpName = "DIR",
    }.AcceptExistingOnly();
    private readonly Option<DirectoryInfo[]> files = new Option<DirectoryInfo[]>("--files") { Description = "Folders of the letters' files; by default that of the records.", HelpName = "DIR" }.AcceptExistingOnly();
    private readonly Option<DirectoryInfo> pages = new("--pages") { Description = "Folder of recorded pages, <id>.json each: read from there, and kept there, so that OCR is paid once.", HelpName = "DIR" };
    private readonly Option<FileInfo> keep = new Option<FileInfo>("--keep") { Description = "File of ids: letters to judge by, never learned from. By default every fourth.", HelpName = "FILE" }.AcceptExistingOnly();
    private readonly Option<int> invented = new("--invented") { Description = "How many invented letters to learn from beside them.", DefaultValueFactory = _ => 300, HelpName = "N" };
    private readonly Option<FileInfo> output = new("--out") { Description = "The line model to write.", HelpName = "FILE" };

    /// <summary>Makes <paramref name="command"/> do this when none of its subcommands is named.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[corrections, files, pages, keep, invented, output])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(corrections) is null)
                result.AddError("Say what to make (digits, confidence or lines), or what to learn from: --corrections DIR.");
            else if (result.GetValue(output) is null)
                result.AddError("--out FILE says where the model goes.");
        });
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var (records, console, errors) = (result.GetRequiredValue(corrections), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var kept = result.GetValue(pages);
        var letters = await CorrectionTraining.ReadAsync(records, new(result.GetValue(files) is { Length: > 0 } folders ? folders : [records], kept, record: kept is not null, errors), cancellation).ConfigureAwait(false);
        var judges = result.GetValue(keep) is { } list
            ? [.. File.ReadAllText(list.FullName).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]
            : CorrectionTraining.KeptOf(letters.Select(l => l.Id));
        var (learned, judging) = (letters.FindAll(l => !judges.Contains(l.Id)), letters.FindAll(l => judges.Contains(l.Id)));
        if (learned.Count == 0 || judging.Count == 0)
        {
            await errors.WriteLineAsync($"nhandao: {records.FullName}: {letters.Count} reviewed letters can be read; it takes one to learn from and one to judge by. Correct more, or name others in --keep.").ConfigureAwait(false);
            return ExitCode.NoInput;
        }

        var before = LineModelFile.Default;
        var after = CorrectionTraining.Learn(before, learned, new(result.GetValue(invented), FirstSeed: 100_000, Steps: 40), errors);
        Scoreboard was = CorrectionTraining.Measure(judging, before), now = CorrectionTraining.Measure(judging, after);
        await console.WriteAsync(FormattableString.Invariant($"learned from {learned.Count} letters\n{CorrectionTraining.Table(was, now)}")).ConfigureAwait(false);
        if (CorrectionTraining.IsWorse(was, now))
        {
            await errors.WriteLineAsync("nhandao: refused: the kept letters would be read worse. Nothing was written.").ConfigureAwait(false);
            return ExitCode.Refused;
        }
        using var stream = result.GetRequiredValue(output).Create();
        LineModelFile.Write(stream, after);
        return ExitCode.Ok;
    }
}
