using System.CommandLine;
using NhanDao.Service.Commands;

namespace NhanDao.Service;

/// <summary>The commands of <c>nhandao</c>, and the one place where what went wrong becomes a line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>How long a command may take to end after Ctrl-C or SIGTERM: pages at hand are finished first.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(60);

    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="input">Standard input, opened when a command asks for it.</param>
    /// <param name="output">Takes the results and nothing else.</param>
    /// <param name="errors">Takes everything else.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Func<Stream> input, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Reads Vietnamese official letters into structured directives: who must do what by when.")
        {
            ParseCommand.Create(input),
            EvaluateCommand.Create(),
            ExportCommand.Create(input),
            GraphCommand.Create(input),
            CorpusCommand.Create(),
            DoctorCommand.Create(),
            TrainCommand.Create(),
            WorkerCommand.Create(input),
            ServeCommand.Create(),
            KeysCommand.Create(),
            BackupCommand.Create(),
            BackupCommand.CreateRestore(),
            ImportCommand.Create(),
            RetryCommand.Create(),
            QueueCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync($"nhandao: {error.Message}").ConfigureAwait(false);
            await errors.WriteLineAsync("See: nhandao --help").ConfigureAwait(false);
            return ExitCode.Usage;
        }
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors, ProcessTerminationTimeout = Stopping };
            if (parsed.CommandResult.Command.Name == ServeCommand.Name)
                configuration.ProcessTerminationTimeout = TimeSpan.FromHours(1); // it ends in order, and has limits of its own
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever went wrong must end as one line, never as a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(exception);
            if (failure.Message.Length > 0)
                await errors.WriteLineAsync($"nhandao: {failure.Message}").ConfigureAwait(false);
            return failure.ExitCode;
        }
    }
}
