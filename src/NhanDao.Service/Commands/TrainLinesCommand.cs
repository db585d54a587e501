using System.CommandLine;
using NhanDao.Parsing.Lines;
using NhanDao.Service.Evaluation;
using NhanDao.Service.Training;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao train lines</c>: learns what the lines of a letter are, from invented letters and from labelled ones.</summary>
internal static class TrainLinesCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--out") { Description = "The model to write.", HelpName = "FILE" };
        var gold = new Option<DirectoryInfo>("--gold") { Description = "Folder of gold labels, <id>.json each: real letters to learn from, too.", HelpName = "DIR" }.AcceptExistingOnly();
        var pages = new Option<DirectoryInfo>("--pages") { Description = "Folder of their recorded pages (nhandao evaluate --pages DIR --record).", HelpName = "DIR" }.AcceptExistingOnly();
        var ids = new Option<FileInfo>("--ids") { Description = "File of ids: learn from these letters only.", HelpName = "FILE" }.AcceptExistingOnly();
        var invented = new Option<int>("--invented") { Description = "How many invented letters.", DefaultValueFactory = _ => 1200, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Seed of the first invented letter.", DefaultValueFactory = _ => 100_000, HelpName = "N" };
        var steps = new Option<int>("--steps") { Description = "Steps of the optimiser at most.", DefaultValueFactory = _ => 120, HelpName = "N" };
        var folds = new Option<bool>("--leave-issuer-out") { Description = "Train for each issuer without its letters, read them, and print how much is right." };

        var command = new Command("lines", "Learns what the lines of a letter are.") { output, gold, pages, ids, invented, seed, steps, folds };
        command.Validators.Add(result =>
        {
            if (result.GetValue(gold) is null != result.GetValue(pages) is null)
                result.AddError("--gold and --pages go together.");
            if (result.GetValue(output) is null && !result.GetValue(folds))
                result.AddError("--out FILE says where the model goes.");
            if (result.GetValue(folds) && result.GetValue(gold) is null)
                result.AddError("--leave-issuer-out needs --gold and --pages.");
        });
        command.SetAction(result =>
        {
            var progress = result.InvocationConfiguration.Error;
            var training = new LineTraining(result.GetValue(invented), result.GetValue(seed), result.GetValue(steps));
            var listed = result.GetValue(ids) is { } list ? File.ReadAllText(list.FullName).Split().ToHashSet(StringComparer.Ordinal) : null;
            var letters = result.GetValue(gold) is { } labels ? LabelledLetter.Read(labels, result.GetValue(pages)!) : [];
            var learned = letters.FindAll(letter => listed is null || listed.Contains(letter.Id));
            if (result.GetValue(folds))
            {
                var scans = Manifest.IdsOf(Path.Combine(result.GetValue(gold)!.FullName, "..", "MANIFEST.tsv"), "scan");
                result.InvocationConfiguration.Output.Write(new IssuerFolds(training, [.. learned.Select(l => l.Id)], scans.Contains).Run(letters, progress));
            }
            if (result.GetValue(output) is { } file)
            {
                var model = training.Train(LineTraining.WithCues, [.. training.InventedSamples(), .. LineTraining.RealSamples(learned)], progress: progress);
                using var stream = file.Create();
                LineModelFile.Write(stream, model);
            }
            return ExitCode.Ok;
        });
        return command;
    }
}
