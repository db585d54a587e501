using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Import;

/// <summary>
/// What is written beside each scan, or into a folder of its own: the letters as JSON, and a searchable copy. They are written before the
/// file is settled in the journal, whole or not at all.
/// </summary>
internal sealed class Sidecars(ImportOptions options)
{
    private const int LongestName = 120;

    private readonly SidecarOptions asked = options.Sidecars;

    /// <summary>Where a worker puts the searchable copy until its name is known: a name that no walk takes up. Null when none is asked for.</summary>
    public string? PdfOnTheWay(ImportTask task)
    {
        if (!asked.Pdf)
            return null;
        Directory.CreateDirectory(FolderOf(task));
        return Path.Combine(FolderOf(task), $".{task.Stored.Hash[..16]}.part");
    }

    public void Write(ImportTask task, ImmutableArray<Letter> letters)
    {
        if (!asked.Any)
            return;
        try
        {
            Directory.CreateDirectory(FolderOf(task));
            if (asked.Json)
                for (var i = 0; i < letters.Length; i++)
                {
                    var part = i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"#{i + 1}");
                    var path = Name(task, letters[0], part + (asked.Folder is null ? FileWalk.JsonEnding : ".json"));
                    File.WriteAllText(path + ".part", LetterJson.Write(letters[i] with { File = Path.GetFileName(task.Path) + part }) + "\n");
                    File.Move(path + ".part", path, overwrite: true);
                }
            if (PdfOnTheWay(task) is { } copy && File.Exists(copy))
                File.Move(copy, Name(task, letters[0], asked.Folder is null ? FileWalk.PdfEnding : ".pdf"), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableException($"{FolderOf(task)} cannot be written to: {e.Message}", e);
        }
    }

    private string FolderOf(ImportTask task)
    {
        var folder = Path.GetDirectoryName(task.Path)!;
        if (asked.Folder is null)
            return folder;
        var root = options.Paths.Where(Directory.Exists).FirstOrDefault(p => task.Path.StartsWith(p.TrimEnd('/') + "/", StringComparison.Ordinal));
        return Path.GetFullPath(root is null ? asked.Folder : Path.Combine(asked.Folder, Path.GetRelativePath(root, folder)));
    }

    /// <summary>The name by the pattern, with the start of the file's hash where another has it: nothing is written over.</summary>
    private string Name(ImportTask task, Letter letter, string ending)
    {
        if (asked.Pattern is null)
            return Path.Combine(FolderOf(task), Path.GetFileName(task.Path) + ending);
        var name = Path.Combine(FolderOf(task), Fill(asked.Pattern, letter, task));
        return Path.Exists(name + ending) ? $"{name}_{task.Stored.Hash[..8]}{ending}" : name + ending;
    }

    /// <summary>«2025-01-05_12-UBND-VX_Sở Y tế». What was not read is «không rõ»; what no file system takes becomes a hyphen.</summary>
    internal static string Fill(string pattern, Letter letter, ImportTask task)
    {
        var name = pattern
            .Replace("{date}", letter.Date.Value?.ToString() ?? Unknown, StringComparison.Ordinal)
            .Replace("{number}", LetterRows.Number(letter) ?? Unknown, StringComparison.Ordinal)
            .Replace("{issuer}", letter.Issuer.Value?.Name ?? Unknown, StringComparison.Ordinal)
            .Replace("{type}", letter.DocumentType.Value ?? Unknown, StringComparison.Ordinal)
            .Replace("{name}", Path.GetFileNameWithoutExtension(task.Path), StringComparison.Ordinal);
        var clean = string.Concat(name.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c) ? '-' : c)).Trim(' ', '.');
        return XmlText.Cut(clean.Length == 0 ? Unknown : clean, LongestName);
    }

    private const string Unknown = "không rõ";
}
