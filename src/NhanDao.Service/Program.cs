using System.CommandLine;
using System.Text;
using NhanDao.Service.Commands;

namespace NhanDao.Service;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand("Reads Vietnamese official letters into structured directives: who must do what by when.")
        {
            EvaluateCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            parsed.Invoke();
            return ExitCode.Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
#pragma warning disable CA1031 // The one place that turns whatever went wrong into a line and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"nhandao: {exception.Message}");
            return ExitCode.Defect;
        }
    }
}
