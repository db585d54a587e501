namespace NhanDao.Service.Commands;

/// <summary>A folder of results, one file a letter, named after its input: <c>057_cv.pdf</c> becomes <c>057_cv.json</c>.</summary>
/// <remarks>
/// A folder that was given keeps its subfolders. Where two inputs would still have one name, or the name is that of an input,
/// the later becomes <c>057_cv-2.json</c>.
/// </remarks>
internal sealed class ResultFolder
{
    private readonly Dictionary<InputFile, string> paths = [];

    /// <param name="folder">Made when it is not there.</param>
    /// <param name="inputs">All inputs of the run: names are settled before the first letter is read, so they do not depend on who is done first.</param>
    /// <param name="ending">Of the result files, with its dot.</param>
    public ResultFolder(string folder, IReadOnlyList<InputFile> inputs, string ending)
    {
        var wanted = inputs.Select(Wanted).ToHashSet(StringComparer.Ordinal);
        var taken = inputs.Where(i => !i.IsStandardInput).Select(i => Path.GetFullPath(i.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            var path = Candidates(input).First(p => !taken.Contains(p) && (p == Wanted(input) || !wanted.Contains(p)));
            taken.Add(path);
            paths[input] = path;
        }

        IEnumerable<string> Candidates(InputFile input) => Enumerable.Range(2, (2 * inputs.Count) + 1)
            .Select(n => Path.GetFullPath(Path.Combine(folder, input.Subfolder, $"{input.Name}-{n}{ending}")))
            .Prepend(Wanted(input));

        string Wanted(InputFile input) => Path.GetFullPath(Path.Combine(folder, input.Subfolder, input.Name + ending));
    }

    public string PathOf(InputFile input) => paths[input];

    /// <summary>Writes whole or not at all: an interrupted run leaves no half letter.</summary>
    /// <param name="input">The file.</param>
    /// <param name="number">Which letter of the file, from 1: the second becomes <c>057_cv#2.json</c>.</param>
    /// <param name="result">What to write.</param>
    public void Write(InputFile input, int number, string result)
    {
        var path = paths[input];
        if (number > 1)
            path = $"{path[..^Path.GetExtension(path).Length]}#{number}{Path.GetExtension(path)}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = path + ".part";
            File.WriteAllText(part, result);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableException($"{path} cannot be written: {e.Message}", e);
        }
    }
}
