using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NhanDao.Parsing;
using NhanDao.Parsing.Native;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Pages.Word;
using NhanDao.Parsing.Text;

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
    private static readonly string[] PopplerPrograms = ["pdftotext", "pdftoppm", "pdfimages", "pdfinfo", "pdfsig"];

    public static async Task<IReadOnlyList<Finding>> MakeAsync(CancellationToken cancellation) =>
    [
        Program(), Unicode(), TesseractLibrary(), LeptonicaLibrary(), Model(), await PopplerAsync(cancellation).ConfigureAwait(false),
        Limiter(), TemporaryFolder(), Office(),
    ];

    private static Finding Program() => new(Health.Good, "nhandao", string.Create(CultureInfo.InvariantCulture,
        $"{Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores"));

    public static string Version =>
        typeof(Diagnosis).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown version";

    // Without ICU, Normalize() returns its input unchanged and says nothing; every Vietnamese rule would miss.
    private static Finding Unicode() => "o\u0302\u0301".Normalize() == "\u1ed1"
        ? new(Health.Good, "Unicode", "normalisation works")
        : new(Health.Missing, "Unicode", "no ICU: Vietnamese cannot be compared", "apt-get install -y libicu-dev, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");

    private static Finding TesseractLibrary() => NativeLibraries.IsInstalled(NativeLibraries.Tesseract)
        ? new(Health.Good, "Tesseract", Tesseract.Version)
        : new(Health.Missing, "Tesseract", "scans cannot be read", "apt-get install -y tesseract-ocr");

    private static Finding LeptonicaLibrary() => NativeLibraries.IsInstalled(NativeLibraries.Leptonica)
        ? new(Health.Good, "Leptonica", "installed")
        : new(Health.Missing, "Leptonica", "scans cannot be read", "apt-get install -y tesseract-ocr");

    private static Finding Model()
    {
        var options = ParsingOptions.Default;
        if (TesseractModel.Find(options) is not { } file)
            return new(Health.Missing, $"model {options.OcrLanguage}", "scans cannot be read", $"apt-get install -y tesseract-ocr-{options.OcrLanguage}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        return new(Health.Good, $"model {options.OcrLanguage}", $"{file}, sha256 {hash[..12]}");
    }

    private static async Task<Finding> PopplerAsync(CancellationToken cancellation)
    {
        const string Mend = $"apt-get install -y {PopplerPdfReader.Package}";
        var missing = PopplerPrograms.Where(p => ChildProcess.Find(p) is null).ToList();
        if (missing.Count > 0)
            return new(Health.Missing, "poppler", $"PDF files cannot be read without {string.Join(", ", missing)}", Mend);
        if (Limiter().State != Health.Good)
            return new(Health.Good, "poppler", "installed");
        using var folder = new WorkFolder();
        var (result, _) = await ChildProcess.RunAsync(
            PopplerPrograms[0], PopplerPdfReader.Package, ["-v"], folder, ParsingOptions.Default, cancellation).ConfigureAwait(false);
        return new(Health.Good, "poppler", result.Errors.Split('\n')[0].Replace(PopplerPrograms[0] + " version ", "", StringComparison.Ordinal));
    }

    private static Finding Limiter() => ChildProcess.Find("prlimit") is { } path
        ? new(Health.Good, "prlimit", path)
        : new(Health.Missing, "prlimit", "poppler cannot be run within limits", "apt-get install -y util-linux");

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
        : new(Health.Optional, "LibreOffice", "needed for Word files only", $"apt-get install -y --no-install-recommends {LibreOffice.Package}");
}
