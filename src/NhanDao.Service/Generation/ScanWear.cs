using System.Diagnostics;
using System.Globalization;

namespace NhanDao.Service.Generation;

/// <summary>Prints a web page to PDF and wears its pages like scans, by Chromium, poppler and ImageMagick (all Debian packages).</summary>
internal static class ScanWear
{
    public static void PrintPdf(string html, string pdf)
    {
        var profile = Directory.CreateTempSubdirectory("nhandao-print-").FullName;
        try
        {
            Run("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", html]);
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    /// <summary>The pages of <paramref name="pdf"/> as one many-page scan: turned, blurred, speckled, at a scanner's resolution.</summary>
    public static void Scan(string pdf, string tiff, Invention wear)
    {
        var dpi = wear.OneOf((int[])[150, 200, 200, 300, 300]);
        var folder = Directory.CreateTempSubdirectory("nhandao-scan-").FullName;
        try
        {
            Run("pdftoppm", ["-r", Text(dpi), "-png", pdf, Path.Combine(folder, "page")]);
            List<string> steps = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
            steps.AddRange(["-background", "white", "-rotate", ((wear.Fraction() - 0.5) * 2.4).ToString("0.00", CultureInfo.InvariantCulture), "+repage"]);
            if (wear.Chance(0.5))
                steps.AddRange(["-blur", "0x0.6"]);
            if (wear.Chance(0.5))
                steps.AddRange(["-attenuate", "0.25", "+noise", "Gaussian"]);
            steps.AddRange(wear.Number(0, 3) switch
            {
                0 => ["-colorspace", "Gray", "-threshold", "62%", "-type", "bilevel", "-compress", "Group4"],
                1 => ["-colorspace", "Gray", "-compress", "JPEG", "-quality", "60"],
                _ => ["-compress", "JPEG", "-quality", "70"],
            });
            Run("convert", [.. steps, "-density", Text(dpi), "-units", "PixelsPerInch", tiff]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {errors.AsSpan().Trim()}");
    }
}
