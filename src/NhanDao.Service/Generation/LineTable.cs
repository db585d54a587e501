using System.Globalization;
using System.Text;

namespace NhanDao.Service.Generation;

/// <summary>The lines of an invented letter as a table: what each is, where it stands (unit 1/72 inch, origin top left), its text.</summary>
internal static class LineTable
{
    public static string Write(List<PlacedLine> lines)
    {
        var table = new StringBuilder("page\tlabel\tleft\ttop\twidth\theight\ttext\n");
        foreach (var line in lines)
            table.Append(CultureInfo.InvariantCulture,
                $"{line.Page}\t{line.Label}\t{line.Left:0.0}\t{line.Top:0.0}\t{TypeMetrics.Width(line.Text, line.Size, line.Bold):0.0}\t{line.Size:0.0}\t{line.Text}\n");
        return table.ToString();
    }
}
