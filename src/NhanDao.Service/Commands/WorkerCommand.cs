using System.CommandLine;
using System.Text;
using NhanDao.Parsing.Native;
using NhanDao.Service.Queue;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao worker</c>: reads files that it is told of on standard input, for the import and the service. docs/import.md says what the lines are.</summary>
internal static class WorkerCommand
{
    public static Command Create(Func<Stream> input)
    {
        var megabytes = new Option<int>("--memory-megabytes") { Description = "Most writable memory; 0 for no limit.", HelpName = "N" };
        var folder = new Option<string>("--folder") { Description = "Its own temporary folder, which it removes when it ends.", HelpName = "DIR" };
        var queue = QueueAddress.Option("Takes work from this RabbitMQ broker instead, in as many worker processes as cores. SIGTERM drains.");
        var database = new Option<string>("--database") { Description = "With --queue: the PostgreSQL server that results go to.", HelpName = "Host=…" };
        var files = new Option<string>("--files") { Description = "With --queue: folder of the files' content, which all machines reach.", HelpName = "DIR" };
        var workers = new Option<int>("--workers") { Description = "With --queue: worker processes.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var silence = new Option<int>("--page-seconds") { Description = "With --queue: a worker that reads no page for so long is ended.", HelpName = "N", DefaultValueFactory = _ => (int)new WorkerOptions().Silence.TotalSeconds };
        var limits = new Limits();
        var command = new Command("worker", "Reads the files named on standard input, a line of JSON each, and answers on standard output; or takes work from a queue.")
        {
            megabytes, folder, queue, database, files, workers, silence,
        };
        limits.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(queue) is not null && (result.GetResult(database) is null || result.GetResult(files) is null))
                result.AddError("--queue needs --database and --files.");
        });
        command.SetAction(async (result, stop) =>
        {
            if (result.GetValue(queue) is { } broker)
            {
                var options = new WorkerOptions { Count = result.GetValue(workers), Silence = TimeSpan.FromSeconds(result.GetValue(silence)) };
                if (result.GetValue(megabytes) is > 0 and var each)
                    options = options with { Memory = each * 1024L * 1024 };
                await new QueueHost(broker, result.GetRequiredValue(database), Path.GetFullPath(result.GetRequiredValue(files)), options, limits.Of(result), result.InvocationConfiguration.Error).RunAsync(stop).ConfigureAwait(false);
                return ExitCode.Ok;
            }
            SystemLibrary.LeadGroup();
            if (result.GetValue(megabytes) is > 0 and var most)
                SystemLibrary.LimitMemory(most * 1024L * 1024);
            var own = result.GetValue(folder);
            try
            {
                using var requests = new StreamReader(input(), Encoding.UTF8);
                using var loop = new WorkerLoop(requests, result.InvocationConfiguration.Output, () =>
                {
                    RemoveFolder();
                    SystemLibrary.EndGroup(Environment.ProcessId); // with its tools
                });
                await loop.RunAsync().ConfigureAwait(false);
            }
            finally
            {
                RemoveFolder();
            }
            return ExitCode.Ok;

            void RemoveFolder()
            {
                if (own is not null)
                    WorkerFolder.Remove(own);
            }
        });
        return command;
    }
}
