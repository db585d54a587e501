using System.CommandLine;
using System.Globalization;
using NhanDao.Parsing;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao evaluate</c>: parses labelled letters and prints how much of each field is right.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Argument<DirectoryInfo>("GOLD_DIR") { Description = "Folder of gold labels, <id>.json each." }.AcceptExistingOnly();
        var files = new Argument<DirectoryInfo[]>("FILES_DIR")
        {
            Description = "Folders of the letters themselves.",
            Arity = ArgumentArity.OneOrMore,
        }.AcceptExistingOnly();
        var pages = new Option<DirectoryInfo>("--pages") { Description = "Folder of recorded pages, <id>.json each: a letter found there is parsed without OCR.", HelpName = "DIR" };
        var record = new Option<bool>("--record") { Description = "Record in --pages the letters that are not there yet." };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write the flat records to.", HelpName = "DIR" };
        var ids = new Option<FileInfo>("--ids") { Description = "File of ids: only these letters.", HelpName = "FILE" }.AcceptExistingOnly();
        var kind = new Option<string>("--kind") { Description = "Only letters of this kind in MANIFEST.tsv: scan, digital or word.", HelpName = "KIND" };
        var manifest = new Option<FileInfo>("--manifest") { Description = "The list of letters; by default MANIFEST.tsv beside GOLD_DIR.", HelpName = "FILE" }.AcceptExistingOnly();
        var byLetter = new Option<bool>("--by-letter") { Description = "List what is wrong in each letter, too." };
        var model = new Option<FileInfo>("--line-model") { Description = "A model of nhandao train lines, instead of the one that is built in.", HelpName = "FILE" }.AcceptExistingOnly();
        var calibration = new Option<FileInfo>("--calibration")
        {
            Description = "Write every value with its confidence and whether it is right to FILE (tab-separated) and the reliability plot beside it (.svg), and print how far the confidences hold.",
            HelpName = "FILE",
        };
        var threshold = ReviewThreshold.Option();

        var command = new Command("evaluate", "Parses labelled letters and prints how much of each field is right.")
            { gold, files, pages, record, output, ids, kind, manifest, byLetter, calibration, model, threshold };
        command.Validators.Add(result =>
        {
            if (result.GetValue(record) && result.GetValue(pages) is null)
                result.AddError("--record needs --pages DIR.");
        });
        command.SetAction(async (result, cancellation) =>
        {
            var labels = result.GetRequiredValue(gold);
            var errors = result.InvocationConfiguration.Error;
            Predicate<string> isWanted = _ => true;
            if (result.GetValue(ids) is { } list)
                isWanted = File.ReadAllText(list.FullName).Split().ToHashSet(StringComparer.Ordinal).Contains;
            if (result.GetValue(kind) is { } named)
            {
                var (some, ofKind) = (isWanted, Manifest.IdsOf(result.GetValue(manifest)?.FullName ?? Path.Combine(labels.FullName, "..", "MANIFEST.tsv"), named));
                isWanted = id => some(id) && ofKind.Contains(id);
            }

            var reading = new GoldReading(result.GetRequiredValue(files), result.GetValue(pages), result.GetValue(record), errors, Options(result.GetValue(model)));
            var measurement = new Measurement(reading, result.GetValue(output), result.GetValue(threshold));
            var scores = await measurement.RunAsync(labels, isWanted, cancellation).ConfigureAwait(false);
            Print(result.InvocationConfiguration.Output, scores, result.GetValue(byLetter));
            if (result.GetValue(calibration) is { } file)
                Write(file, scores, result.InvocationConfiguration.Output);
            return ExitCode.Ok;
        });
        return command;
    }

    private static ParsingOptions Options(FileInfo? model)
    {
        if (model is null)
            return ParsingOptions.Default;
        using var stream = model.OpenRead();
        return ParsingOptions.Default with { LineModel = LineModelFile.Read(stream) };
    }

    private static void Print(TextWriter output, Scores scores, bool byLetter)
    {
        if (byLetter)
            foreach (var (id, wrong) in scores.Letters)
            {
                output.WriteLine($"{id} {(wrong.Count == 0 ? "right" : "")}");
                foreach (var line in wrong)
                    output.WriteLine("    " + line);
            }
        output.Write(scores.Board.ToString());
    }

    private static void Write(FileInfo file, Scores scores, TextWriter output)
    {
        file.Directory?.Create();
        File.WriteAllLines(file.FullName,
        [
            $"id\tform\tfield\tverdict\tconfidence\tocrConfidence\treviewed\tevidence\t{string.Join('\t', Evidence.Names)}",
            .. scores.Values.Select(v => string.Create(CultureInfo.InvariantCulture,
                $"{v.Letter}\t{v.Form}\t{v.Field}\t{v.Verdict}\t{v.Confidence:0.####}\t{v.OcrConfidence:0.####}\t{v.Reviewed}\t{v.Evidence?.Key}\t{string.Join('\t', (v.Evidence?.Signals ?? []).Select(s => s.ToString("0.###", CultureInfo.InvariantCulture)))}")),
        ]);
        File.WriteAllText(Path.ChangeExtension(file.FullName, ".svg"), ReliabilityPlot.Draw(scores.Values));
        output.Write(new CalibrationReport(scores.Values));
        output.Write(new SlotReport(scores.Slots));
    }
}
