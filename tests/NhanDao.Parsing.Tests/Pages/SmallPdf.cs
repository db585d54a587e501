using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Tests.Pages;

/// <summary>PDFs written by hand, so that each test says what is in its file.</summary>
internal sealed class SmallPdf
{
    private readonly List<string> pages = [];
    private readonly List<byte> objects = [];
    private readonly List<long> offsets = [];

    /// <summary>A page of Latin lines from the top, in 14-point Helvetica; <paramref name="extra"/> goes into the page's dictionary.</summary>
    public SmallPdf Page(IEnumerable<string> lines, string extra = "", string box = "0 0 595 842")
    {
        var content = new StringBuilder("BT /F1 14 Tf 18 TL 60 780 Td\n");
        foreach (var line in lines)
            content.Append(CultureInfo.InvariantCulture, $"({line.Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)}) Tj T*\n");
        return Add(content.Append("ET").ToString(), "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", extra, box);
    }

    /// <summary>A page whose words can be any Unicode text: the font is not there, its table of letters is.</summary>
    public SmallPdf UnicodePage(IEnumerable<string> lines, string? picture = null)
    {
        var all = lines.ToArray();
        var letters = string.Concat(all).Distinct().ToArray();
        var map = Object(Stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            + string.Concat(letters.Chunk(100).Select(chunk => $"{chunk.Length} beginbfchar\n{string.Concat(chunk.Select(c => $"<{Code(c)}> <{(int)c:X4}>\n"))}endbfchar\n"))
            + "endcmap end end"));
        var content = new StringBuilder(picture is null ? "" : "q 595 0 0 842 0 0 cm /Im1 Do Q\n").Append("BT /F1 10 Tf 14 TL 60 800 Td\n");
        foreach (var line in all)
            content.Append(CultureInfo.InvariantCulture, $"<{string.Concat(line.Select(Code))}> Tj T*\n");
        var font = $"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /Letters /Encoding /Identity-H /ToUnicode {map} 0 R /DescendantFonts [<< /Type /Font "
            + "/Subtype /CIDFontType2 /BaseFont /Letters /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>] >> >>";
        return Add(content.Append("ET").ToString(), picture is null ? font : $"{font} /XObject << /Im1 {picture} >>", "", "0 0 595 842");

        string Code(char c) => (Array.IndexOf(letters, c) + 1).ToString("X4", CultureInfo.InvariantCulture);
    }

    /// <summary>A page that is one grey picture, as a scanner writes it.</summary>
    public SmallPdf PicturePage(int width, int height, byte[] grey, string extra = "", string place = "595 0 0 842 0 0") =>
        Add($"q {place} cm /Im1 Do Q", $"/XObject << /Im1 {Picture(width, height, grey)} >>", extra, "0 0 595 842");

    /// <summary>A grey picture as an object; gives its reference.</summary>
    public string Picture(int width, int height, byte[] grey) => string.Create(CultureInfo.InvariantCulture, $"{Object(
        Stream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8", Encoding.Latin1.GetString(grey)))} 0 R");

    public byte[] ToBytes(string trailer = "")
    {
        var kids = pages.Select(page => $"{Object($"<< /Type /Page /Parent 2 0 R {page} >>")} 0 R").ToArray();
        var file = new MemoryStream();
        Write($"%PDF-1.7\n");
        var start = file.Position;
        file.Write([.. objects]);
        var places = offsets.Select(offset => start + offset).ToArray();
        var tree = file.Position;
        Write($"2 0 obj\n<< /Type /Pages /Count {kids.Length} /Kids [{string.Join(' ', kids)}] >>\nendobj\n");
        var catalogue = file.Position;
        Write($"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        var table = file.Position;
        Write($"xref\n0 {places.Length + 3}\n0000000000 65535 f \n");
        foreach (var place in (long[])[catalogue, tree, .. places])
            Write($"{place:D10} 00000 n \n");
        Write($"trailer\n<< /Size {places.Length + 3} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(FormattableString text) => file.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
    }

    private SmallPdf Add(string content, string resources, string extra, string box)
    {
        var stream = Object(Stream("", content));
        pages.Add($"/MediaBox [{box}] /Resources << {resources} >> /Contents {stream} 0 R {extra}");
        return this;
    }

    private static string Stream(string dictionary, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream");

    /// <summary>Writes an object; gives its number. Numbers 1 and 2 are the catalogue's and the page tree's.</summary>
    private int Object(string body)
    {
        offsets.Add(objects.Count);
        var number = offsets.Count + 2;
        objects.AddRange(Encoding.Latin1.GetBytes($"{number} 0 obj\n{body}\nendobj\n"));
        return number;
    }
}
