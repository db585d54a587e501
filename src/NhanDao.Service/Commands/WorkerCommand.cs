using System.CommandLine;
using System.Text;
using NhanDao.Parsing.Native;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao worker</c>: reads files that it is told of on standard input, for the import and the service. docs/import.md says what the lines are.</summary>
internal static class WorkerCommand
{
    public static Command Create(Func<Stream> input)
    {
        var megabytes = new Option<int>("--memory-megabytes") { Description = "Most writable memory; 0 for no limit.", HelpName = "N" };
        var folder = new Option<string>("--folder") { Description = "Its own temporary folder, which it removes when it ends.", HelpName = "DIR" };
        var command = new Command("worker", "Reads the files named on standard input, a line of JSON each, and answers on standard output.") { megabytes, folder };
        command.SetAction(async (result, _) =>
        {
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
