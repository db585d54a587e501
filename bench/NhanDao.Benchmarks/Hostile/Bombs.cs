using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>Small files that ask for much: built, not found by chance.</summary>
internal static class Bombs
{
    public static IEnumerable<(string Name, byte[] Content)> All()
    {
        yield return ("empty.pdf", []);
        yield return ("one-byte.pdf", "%"u8.ToArray());
        yield return ("text-100-MB.txt", Repeat("Giao Sở Y tế chủ trì, báo cáo trước ngày 20/4/2025. ", 100_000_000));
        yield return ("one-line-20-MB.txt", Repeat("a", 20_000_000));
        yield return ("zeros-20-MB.txt", new byte[20_000_000]);
        yield return ("marks-without-letters.txt", Repeat("\u0301\u0323\u0306", 3_000_000));
        yield return ("right-to-left.txt", Repeat("\u202E\u2066số 1/A ", 1_000_000));
        yield return ("tasks-200-000.txt", Repeat("1. Giao Sở Y tế báo cáo.\n", 5_000_000));
        yield return ("citations-100-000.txt", Repeat("Công văn số 12/UBND-VX ngày 1/2/2025; ", 4_000_000));
        yield return ("citations-all-different.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 60_000).Select(i => $"Công văn số {i}/UBND-VX ngày 1/2/2025 của Sở A;\n"))));

        yield return ("groups-1-000-000-deep.rtf", Encoding.ASCII.GetBytes("{\\rtf1" + new string('{', 1_000_000)));
        yield return ("cells.rtf", Encoding.ASCII.GetBytes("{\\rtf1" + string.Concat(Enumerable.Repeat("\\trowd\\cellx1\\cellx2 a\\cell b\\cell\\row", 200_000)) + "}"));
        yield return ("skips-4-GB.rtf", Encoding.ASCII.GetBytes("{\\rtf1 a\\bin4294967295 b}"));

        const string Open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>", Close = "</w:body></w:document>";
        yield return ("tables-20-000-deep.docx", HostileSeeds.Package(Open + Many("<w:tbl><w:tr><w:tc>", 20_000) + Many("</w:tc></w:tr></w:tbl>", 20_000) + Close));
        yield return ("runs-not-closed.docx", HostileSeeds.Package(Open + Many("<w:p><w:r>", 300_000)));
        yield return ("billion-laughs.docx", HostileSeeds.Package("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>" + Open + "<w:p><w:r><w:t>&d;</w:t></w:r></w:p>" + Close));
        yield return ("inflates-to-1-GB.docx", HostileSeeds.Package(Open + "<w:p><w:r><w:t>" + new string('a', 300_000_000) + "</w:t></w:r></w:p>" + Close));
        yield return ("columns-1-000-000.docx", HostileSeeds.Package(Open + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>" + Close));

        yield return ("picture-100-000-square.png", Png(100_000, 100_000));
        yield return ("picture-2-billion-square.png", Png(int.MaxValue, int.MaxValue));
        yield return ("picture-9-000-square.png", Png(9_000, 9_000));
        yield return ("picture-60-000-by-1.png", Png(60_000, 1));
        yield return ("picture-of-nothing.png", Png(0, 0));
        yield return ("circle.tif", [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0]); // a directory that is its own successor
        yield return ("pages-65-535.tif", TiffPages(65_535));

        yield return ("pages-100-000.pdf", Pdf("<</Type/Pages/Count 100000/Kids[" + Many("3 0 R ", 100_000) + "]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"));
        yield return ("pages-in-a-circle.pdf", Pdf("<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>", "<<>>"));
        yield return ("page-as-large-as-a-house.pdf", Pdf("<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000 1000000]>>"));
        yield return ("arrays-500-000-deep.pdf", Pdf("<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/A" + new string('[', 500_000) + ">>"));
    }

    private static string Many(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private static byte[] Repeat(string piece, int bytes)
    {
        var one = Encoding.UTF8.GetBytes(piece);
        var all = new byte[bytes];
        for (var i = 0; i < bytes; i += one.Length)
            one.AsSpan(0, Math.Min(one.Length, bytes - i)).CopyTo(all.AsSpan(i));
        return all;
    }

    private static byte[] Png(int width, int height)
    {
        var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Chunk("IHDR", [.. Big(width), .. Big(height), 1, 0, 0, 0, 0]); // one bit a pixel, grey
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = new byte[1 + ((width + 7L) / 8 is > 0 and < 100_000 and var l ? l : 0)];
            for (var i = 0; i < Math.Min(height, 20_000); i++)
                zip.Write(line);
        }
        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return png.ToArray();

        void Chunk(string name, byte[] content)
        {
            png.Write(Big(content.Length));
            byte[] signed = [.. Encoding.ASCII.GetBytes(name), .. content];
            png.Write(signed);
            png.Write(Big(unchecked((int)Crc(signed))));
        }
    }

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }

    // Directories of one entry each, which say how wide the picture is and nothing else.
    private static byte[] TiffPages(int pages)
    {
        var tiff = new MemoryStream();
        tiff.Write([.. "II*\0"u8, 8, 0, 0, 0]);
        for (var i = 1; i <= pages; i++)
            tiff.Write([1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 100, 0, 0, 0, .. BitConverter.GetBytes(i == pages ? 0 : 8 + (18 * i))]);
        return tiff.ToArray();
    }

    private static byte[] Pdf(string pages, string page)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (var (content, i) in new[] { "<</Type/Catalog/Pages 2 0 R>>", pages, page }.Select((c, i) => (c, i)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{content} endobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 4\n0000000000 65535 f \n{string.Concat(places.Select(p => p.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"))}trailer<</Size 4/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
