using System.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>An embedded table: tab-separated, first line the column names, lines that begin with <c>#</c> say where it comes from.</summary>
internal sealed class VocabularyTable
{
    private readonly string[] columns;
    private readonly List<string[]> rows = [];

    private VocabularyTable(StreamReader reader)
    {
        columns = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (columns.Length == 0)
                columns = line.Split('\t');
            else
                rows.Add(line.Split('\t'));
        }
    }

    /// <summary>The table <c>{name}.tsv</c> embedded in <paramref name="assembly"/>, by default those of <c>Vocabulary/</c>.</summary>
    public static VocabularyTable Open(string name, System.Reflection.Assembly? assembly = null)
    {
        using var stream = (assembly ?? typeof(VocabularyTable).Assembly).GetManifestResourceStream(name + ".tsv")
            ?? throw new InvalidOperationException($"The assembly was built without Vocabulary/{name}.tsv.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(reader);
    }

    /// <summary>One column, in the order of the table; a cell that is missing or empty is "".</summary>
    public IEnumerable<string> Column(string name)
    {
        var index = IndexOf(name);
        return rows.Select(row => Cell(row, index));
    }

    /// <summary>Two columns side by side.</summary>
    public IEnumerable<(string First, string Second)> Columns(string first, string second)
    {
        int one = IndexOf(first), two = IndexOf(second);
        return rows.Select(row => (Cell(row, one), Cell(row, two)));
    }

    /// <summary>All cells, row by row.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    private int IndexOf(string name) => Array.IndexOf(columns, name) is var index and >= 0 ? index
        : throw new InvalidOperationException($"The table has no column «{name}».");

    private static string Cell(string[] row, int index) => index < row.Length ? row[index].Trim().Normalize() : "";
}
