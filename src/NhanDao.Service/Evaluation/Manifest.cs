namespace NhanDao.Service.Evaluation;

/// <summary>MANIFEST.tsv: a line a letter, the columns named in the first.</summary>
internal static class Manifest
{
    /// <summary>The ids of the letters of <paramref name="kind"/>.</summary>
    public static HashSet<string> IdsOf(string file, string kind)
    {
        var rows = File.ReadLines(file).Select(line => line.Split('\t')).ToList();
        var (id, column) = (Array.IndexOf(rows[0], "id"), Array.IndexOf(rows[0], "kind"));
        return [.. rows.Skip(1).Where(row => row.Length > column && row[column] == kind).Select(row => row[id])];
    }
}
