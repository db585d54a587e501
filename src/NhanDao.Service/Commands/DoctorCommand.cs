using System.CommandLine;
using System.Globalization;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao doctor</c>: says what is installed here, what is missing, and the line that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what is installed here, what is missing, and the line that mends it.");
        command.SetAction(result =>
        {
            var findings = Diagnosis.Make();
            Print(result.InvocationConfiguration.Output, findings);
            return findings.Any(f => f.State == Health.Missing) ? ExitCode.MissingTool : ExitCode.Ok;
        });
        return command;
    }

    private static void Print(TextWriter output, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word(finding.State),-9}{finding.Name,-16}{finding.Detail}"));
            if (finding.Mend is { } mend)
                output.WriteLine($"{"",-9}{"",-16}-> {mend}");
        }
        var missing = findings.Count(f => f.State == Health.Missing);
        output.WriteLine(missing == 0 ? "All that is needed is here." : string.Create(CultureInfo.InvariantCulture, $"{missing} missing."));
    }

    private static string Word(Health state) => state switch
    {
        Health.Good => "ok",
        Health.Optional => "optional",
        _ => "MISSING",
    };
}
