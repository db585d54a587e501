using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Commands;

/// <summary>A form in which letters leave for another program.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Into">What it is written to.</param>
/// <param name="Ending">Of its files.</param>
/// <param name="Files">The files that it makes, by name; a single file has the name "".</param>
internal sealed record ExportFormat(string Name, ExportTarget Into, string Ending, Func<IReadOnlyList<Letter>, TimeProvider, IEnumerable<(string Name, byte[] Content)>> Files)
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("jsonl", ExportTarget.Text, ".jsonl", (letters, _) => [("", Utf8(string.Concat(letters.Select(l => LetterJson.Write(l, indented: false) + "\n"))))]),
        new("csv", ExportTarget.Folder, ".csv", (letters, _) =>
        [
            ("letters.csv", Bytes(s => LetterCsv.Write(s, LetterRows.Letters, letters))),
            ("directives.csv", Bytes(s => LetterCsv.Write(s, LetterRows.Duties, letters.SelectMany(LetterDuty.In)))),
        ]),
        new("xlsx", ExportTarget.File, ".xlsx", (letters, _) => [("", Bytes(s => LetterWorkbook.Write(s, letters)))]),
        new("ics", ExportTarget.Text, ".ics", (letters, clock) => [("", Utf8(LetterCalendar.Write(letters, clock.GetUtcNow())))]),
        new("edxml", ExportTarget.Folder, ".xml", (letters, _) => Each(letters, l => XmlText.Write(LetterXml.EdXml(l)))),
        new("nd30", ExportTarget.Folder, ".xml", (letters, _) => Each(letters, l => XmlText.Write(LetterXml.Decree30(l)))),
        new("ead", ExportTarget.Folder, ".xml", (letters, _) => Each(letters, l => XmlText.Write(LetterXml.Archive(l)))),
        new("akn", ExportTarget.Folder, ".xml", (letters, clock) => Each(letters, l => XmlText.Write(AkomaNtoso.Write(l, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))))),
    ];

    /// <summary>One XML file a letter, named after its input; a name that is taken gets a number.</summary>
    private static IEnumerable<(string, byte[])> Each(IReadOnlyList<Letter> letters, Func<Letter, string> write)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var letter in letters)
        {
            var name = Path.GetFileNameWithoutExtension(letter.File) is { Length: > 0 } given && given != InputFile.StandardInput ? given : "letter";
            var free = Enumerable.Range(1, letters.Count).Select(n => n == 1 ? name : $"{name}-{n}").First(taken.Add);
            yield return (free + ".xml", Utf8(write(letter)));
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Bytes(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return buffer.ToArray();
    }
}

/// <summary>What an export is written to.</summary>
internal enum ExportTarget
{
    /// <summary>One file of text, or standard output.</summary>
    Text,

    /// <summary>One file that must be named.</summary>
    File,

    /// <summary>Files in a folder; a single one may go to standard output.</summary>
    Folder,
}
