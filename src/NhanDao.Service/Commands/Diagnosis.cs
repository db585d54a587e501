using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NhanDao.Parsing;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Pages.Word;

namespace NhanDao.Service.Commands;

/// <summary>How it stands with one thing that nhandao uses.</summary>
internal enum Health
{
    Good,

    /// <summary>Not here, and needed only for some kinds of file.</summary>
    Optional,

    Missing,
}

/// <summary>One line of a diagnosis.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Name">What it is.</param>
/// <param name="Detail">Version and place, or what cannot be done without it.</param>
/// <param name="Mend">The line that mends it; null when there is nothing to mend.</param>
internal sealed record Finding(Health State, string Name, string Detail, string? Mend = null);

/// <summary>Looks at everything that reading letters needs of the machine.</summary>
internal static class Diagnosis
{
    public static string Version =>
        typeof(Diagnosis).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown version";

    public static IReadOnlyList<Finding> Make() => [Program(), Unicode(), .. ToolCheck.All().Select(Of), TemporaryFolder(), Office(), Graphviz()];

    private static Finding Program() => new(Health.Good, "nhandao", string.Create(CultureInfo.InvariantCulture,
        $"{Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores"));

    // Without ICU, Normalize() returns its input unchanged and says nothing; every Vietnamese rule would miss.
    private static Finding Unicode() => "o\u0302\u0301".Normalize() == "\u1ed1"
        ? new(Health.Good, "Unicode", "normalisation works")
        : new(Health.Missing, "Unicode", "no ICU: Vietnamese cannot be compared", "apt-get install -y libicu-dev, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");

    private static Finding Of(ToolCheck tool) => tool.IsInstalled
        ? new(Health.Good, tool.Tool, string.Join(", ", ((string?[])[tool.Version, tool.Place, Hash(tool.Place!)]).OfType<string>()))
        : new(Health.Missing, tool.Tool, "scans and PDF files cannot be read", $"apt-get install -y {tool.Package}");

    /// <summary>Two models of one name differ in speed and in what they read; the hash tells which it is.</summary>
    private static string? Hash(string place) => Path.GetExtension(place) == ".traineddata"
        ? "sha256 " + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(place)))[..12]
        : null;

    private static Finding TemporaryFolder()
    {
        try
        {
            using var folder = new WorkFolder();
            File.WriteAllText(folder.File("probe"), "probe");
            return new(Health.Good, "temporary files", Path.GetTempPath());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Health.Missing, "temporary files", $"{Path.GetTempPath()} cannot be written", "set TMPDIR to a folder that can");
        }
    }

    private static Finding Office() => ChildProcess.Find(LibreOffice.Program) is { } path
        ? new(Health.Good, "LibreOffice", path)
        : new(Health.Optional, "LibreOffice", "Word files are read better with it", $"apt-get install -y --no-install-recommends {LibreOffice.Package}");

    private static Finding Graphviz() => ChildProcess.Find(GraphCommand.Dot) is { } path
        ? new(Health.Good, "Graphviz", path)
        : new(Health.Optional, "Graphviz", "needed for the picture of nhandao graph only", $"apt-get install -y --no-install-recommends {GraphCommand.DotPackage}");
}
