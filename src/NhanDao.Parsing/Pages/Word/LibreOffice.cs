namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// LibreOffice Writer as a child process, with a profile of its own that runs no macro and follows no link.
/// </summary>
internal static class LibreOffice
{
    /// <summary>The program, and what Debian calls it.</summary>
    public const string Program = "soffice", Package = "libreoffice-writer-nogui fonts-liberation2";

    /// <summary>Macros never, links never: the user's own settings do not count here.</summary>
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
        </oor:items>
        """;

    public static bool IsInstalled => ChildProcess.Find(Program) is not null;

    /// <summary>Converts <paramref name="path"/> and gives the place of the new file; null when LibreOffice made nothing of it.</summary>
    /// <param name="path">The file; its ending tells LibreOffice nothing that its bytes do not.</param>
    /// <param name="format">LibreOffice's name: <c>fodt</c>, <c>pdf</c>.</param>
    /// <param name="folder">Takes the profile and the result.</param>
    /// <param name="options">The time and memory limit.</param>
    /// <param name="cancellation">Kills the process.</param>
    public static async Task<string?> ConvertAsync(
        string path, string format, WorkFolder folder, ParsingOptions options, CancellationToken cancellation)
    {
        var profile = folder.File("office-profile");
        if (!Directory.Exists(profile))
        {
            Directory.CreateDirectory(Path.Combine(profile, "user"));
            await File.WriteAllTextAsync(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings, cancellation).ConfigureAwait(false);
        }
        string[] arguments =
        [
            $"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
            "--convert-to", format, "--outdir", folder.Path, path,
        ];
        await ChildProcess.RunAsync(Program, Package, arguments, folder, options, cancellation).ConfigureAwait(false);
        var converted = folder.File(Path.ChangeExtension(Path.GetFileName(path), format));
        return File.Exists(converted) ? converted : null; // the exit code is 0 either way
    }
}
