using NhanDao.Parsing.Native;

namespace NhanDao.Service.Commands;

/// <summary>One file to parse.</summary>
/// <param name="Path">As given, or as found in a folder that was given; <see cref="StandardInput"/> for standard input.</param>
/// <param name="Subfolder">Where it lies in the folder that was given; empty for a file given by itself.</param>
internal sealed record InputFile(string Path, string Subfolder = "")
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Path == StandardInput;

    /// <summary>The name of its result, without ending.</summary>
    public string Name => IsStandardInput ? "stdin" : System.IO.Path.GetFileNameWithoutExtension(Path) is { Length: > 0 } name ? name : System.IO.Path.GetFileName(Path);

    /// <summary>A letter of the file, from 1: the second of <c>057_cv.pdf</c> is <c>057_cv.pdf#2</c>.</summary>
    public InputFile Letter(int number) => number == 1 ? this : this with { Path = $"{(IsStandardInput ? Name : Path)}#{number}" };
}

/// <summary>The files that the arguments of a command name: files, folders with all they hold, and standard input.</summary>
/// <remarks>Links inside folders are not followed, so a folder cannot lead out of itself or round in a circle; names that begin with a dot are left out, pipes are told of.</remarks>
internal static class InputFiles
{
    private static readonly EnumerationOptions InFolder = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <param name="arguments">Paths, or «-».</param>
    /// <param name="failed">Told of each path that cannot be listed.</param>
    public static List<InputFile> Find(IEnumerable<string> arguments, Action<string, Exception> failed)
    {
        var files = new List<InputFile>();
        foreach (var argument in arguments.Distinct(StringComparer.Ordinal))
            if (argument == InputFile.StandardInput)
                files.Add(new(argument));
            else if (Directory.Exists(argument))
                Walk(argument, "", files, failed);
            else
                files.Add(new(argument)); // opening it says what is wrong with it
        return files;
    }

    private static void Walk(string folder, string subfolder, List<InputFile> files, Action<string, Exception> failed)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", InFolder).Order(StringComparer.Ordinal))
                if (new FileInfo(file).Length == 0 && SystemLibrary.IsPipe(file))
                    failed(file, new IOException("it is a pipe and would be waited for without end; name it by itself to read from it."));
                else
                    files.Add(new(file, subfolder));
            foreach (var inner in Directory.EnumerateDirectories(folder, "*", InFolder).Order(StringComparer.Ordinal))
                Walk(inner, Path.Combine(subfolder, Path.GetFileName(inner)), files, failed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failed(folder, e);
        }
    }
}
