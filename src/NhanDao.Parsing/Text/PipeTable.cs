using System.Text;

namespace NhanDao.Parsing.Text;

/// <summary>Sets the cells of a typed table, parted by «|», in columns, so that later stages see them as on paper.</summary>
internal static class PipeTable
{
    private const int Apart = 6;

    /// <summary>The lines with the cells of tables one under the other and their bars gone; a blank line between two rows does not end a table.</summary>
    public static IEnumerable<string> Align(string[] lines)
    {
        for (var i = 0; i < lines.Length;)
        {
            var end = i;
            for (var next = i; next < lines.Length && (IsRow(lines[next]) || lines[next].Length == 0); next++)
                if (IsRow(lines[next]))
                    end = next + 1;
            if (!IsRow(lines[i]) || end - i < 2)
            {
                yield return lines[i++];
                continue;
            }
            var rows = lines[i..end].Select(Cells).ToList();
            var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? r[c].Length : 0)).ToList();
            foreach (var row in rows)
                yield return Padded(row, widths);
            i = end;
        }
    }

    private static bool IsRow(string line) => line.AsSpan().Trim().Trim('|').Count('|') >= 2;

    private static string[] Cells(string line)
    {
        var row = line.Trim();
        return row.Length == 0 ? [] : [.. row[(row[0] == '|' ? 1 : 0)..(row.Length > 1 && row[^1] == '|' ? ^1 : ^0)].Split('|').Select(c => c.Trim())];
    }

    private static string Padded(string[] row, List<int> widths)
    {
        var line = new StringBuilder();
        for (var c = 0; c < row.Length; c++)
            line.Append(IsRule(row[c]) ? "" : row[c]).Append(' ', widths[c] + Apart - (IsRule(row[c]) ? 0 : row[c].Length));
        return line.ToString().TrimEnd();
    }

    /// <summary>«---», under the head row of Markdown.</summary>
    private static bool IsRule(string cell) => cell.Length > 1 && cell.AsSpan().Trim(":-").IsEmpty;
}
