using System.Text;

namespace NhanDao.Service.Tests;

/// <summary>What a run of <c>nhandao</c> left behind.</summary>
internal sealed record CliResult(int Code, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs <c>nhandao</c> within the test.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public static async Task<CliResult> RunWithInputAsync(string input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        var code = await CommandLine.RunAsync(arguments, () => new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors);
        return new(code, output.ToString(), errors.ToString());
    }
}

/// <summary>A folder of the test's own, removed with all it holds.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nhandao-test-");

    public string this[params string[] parts] => System.IO.Path.Combine([folder.FullName, .. parts]);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
