using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>Sound files of one kind, and what to spoil them with.</summary>
/// <param name="Ending">Of their names; the parser does not look at it.</param>
/// <param name="Share">How many of a hundred hostile files are of this kind.</param>
/// <param name="Files">Their bytes.</param>
/// <param name="Tokens">What means something in such a file.</param>
internal sealed record HostileSeeds(string Ending, int Share, IReadOnlyList<byte[]> Files, IReadOnlyList<string> Tokens)
{
    private static readonly string[] PdfTokens =
    [
        "<<", ">>", "[", "]", "endobj", "stream\n", "endstream", "/Length 99999999 ", "/Count 100000000 ", "/Kids [1 0 R 1 0 R 1 0 R] ", "/Parent 3 0 R ", "/Filter [/FlateDecode /FlateDecode] ",
        "/MediaBox [0 0 1e9 1e9] ", "/MediaBox [0 0 0 0] ", "/Rotate 45 ", "/Encrypt 5 0 R ", "/Prev 0 ", "/W [1 9 9] ", "/Size 999999999 ", "xref\n0 99999999\n", "trailer", "startxref\n0\n%%EOF", "(", "\\(", "/Contents 1 0 R ",
    ];
    private static readonly string[] RichTokens = ["{", "}", "{\\rtf1", "\\bin99999999 ", "\\u-32768?", "\\'zz", "\\uc99999", "\\cell\\row", "\\trowd", "{\\*\\unknown ", "\\li999999999 ", "{\\pict\\wmetafile8 ff", "\\ansicpg0 "];
    private static readonly string[] XmlTokens =
    [
        "<w:p>", "</w:p>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:r><w:t>", "&lol9;", "&#0;", "&#x1F600;", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "<w:numId w:val=\"99999999\"/>",
        "<w:gridSpan w:val=\"1000000\"/>", "<w:ilvl w:val=\"-5\"/>", "<w:pStyle w:val=\"Normal\"/>",
    ];

    /// <summary>Of every kind, as far as the tools that make them are here.</summary>
    public static IReadOnlyList<HostileSeeds> All()
    {
        var letters = CorpusFiles.Typed().Take(12).Select(File.ReadAllText).ToList();
        var pdfs = Directory.EnumerateFiles(CorpusFiles.Root, "letter.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(8).ToList();
        List<byte[]> jpegs = [.. pdfs.Select(f => Picture(f, "-jpeg"))];
        HostileSeeds[] all =
        [
            new("pdf", 12, [.. pdfs.Take(2).Select(File.ReadAllBytes), .. pdfs.Select(Head), .. jpegs.Select(PdfOf)], PdfTokens),
            new("png", 4, [.. pdfs.Select(f => Picture(f, "-png"))], ["IHDR", "IDAT", "IEND", "PLTE"]),
            new("jpg", 4, jpegs, []),
            new("tif", 4, [.. pdfs.Select(f => Picture(f, "-tiff"))], ["II*\0", "MM\0*"]),
            new("docx", 22, [.. letters.Select(PackageOf)], XmlTokens),
            new("rtf", 16, [.. letters.Select(RichTextOf)], RichTokens),
            new("doc", 8, [.. letters.Take(4).Select(BinaryWordOf).OfType<byte[]>()], []),
            new("txt", 30, [.. letters.Select(Encoding.UTF8.GetBytes), .. letters.Take(2).Select(Encoding.Unicode.GetBytes)], ["\uFEFF", "\r", "\f", "|---|", "***", "<table>", "\u0301\u0323", "\u202E"]),
        ];
        foreach (var missing in all.Where(s => s.Files.Count == 0))
            Console.Error.WriteLine($"no .{missing.Ending} files: what makes them is not installed");
        return [.. all.Where(s => s.Files.Count > 0)];
    }

    public byte[] Hostile(Random random)
    {
        var file = Files[random.Next(Files.Count)];
        var other = Files[random.Next(Files.Count)];
        // The container of a .docx hides its parts from a careless hand: most are spoilt inside.
        return Ending == "docx" && random.Next(4) != 0 ? Inside(file, part => Mutation.Apply(random, part, part, Tokens), random) : Mutation.Apply(random, file, other, Tokens);
    }

    private static byte[] Inside(byte[] package, Func<byte[], byte[]> spoil, Random random)
    {
        using var spoilt = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package)))
        using (var target = new ZipArchive(spoilt, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(3) == 0 ? random.Next(source.Entries.Count) : source.Entries.Count - 1; // the document itself comes last
            foreach (var (entry, i) in source.Entries.Select((e, i) => (e, i)))
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                    part.CopyTo(content);
                using var written = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                written.Write(i == chosen ? spoil(content.ToArray()) : content.ToArray());
            }
        }
        return spoilt.ToArray();
    }

    /// <summary>A .docx with the paragraphs of <paramref name="text"/> and a table.</summary>
    public static byte[] PackageOf(string text)
    {
        var body = string.Concat(text.Split('\n').Select(l => $"<w:p><w:r><w:t>{System.Security.SecurityElement.Escape(l)}</w:t></w:r></w:p>"));
        return Package($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>{body}</w:body></w:document>");
    }

    /// <summary>A .docx whose document part is <paramref name="document"/>.</summary>
    public static byte[] Package(string document)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add("word/document.xml", document);

            void Add(string name, string content)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));
            }
        }
        return package.ToArray();
    }

    private static byte[] RichTextOf(string text)
    {
        var rich = new StringBuilder("{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\uc1\n");
        foreach (var sign in text)
            rich.Append(sign switch { '\n' => "\\par\n", '\\' or '{' or '}' => $"\\{sign}", < '\u0080' => $"{sign}", _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(short)sign}?") });
        return Encoding.ASCII.GetBytes(rich.Append('}').ToString());
    }

    private static byte[]? BinaryWordOf(string text) => InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "a.rtf"), RichTextOf(text));
        Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "doc", "--outdir", folder, Path.Combine(folder, "a.rtf"));
        var made = Path.Combine(folder, "a.doc");
        return File.Exists(made) ? File.ReadAllBytes(made) : null;
    });

    /// <summary>A few words of a page's head: what is hostile in a file does not grow with its page, and thousands are to be read.</summary>
    private static byte[] Picture(string pdf, string format) => InFolder(folder =>
    {
        Run("pdftoppm", "-r", "120", "-gray", "-f", "1", "-l", "1", "-x", "100", "-y", "80", "-W", "420", "-H", "110", "-singlefile", format, pdf, Path.Combine(folder, "page"));
        return File.ReadAllBytes(Directory.GetFiles(folder).Single());
    });

    /// <summary>The head of the first page with its text layer and fonts, as a PDF of its own.</summary>
    private static byte[] Head(string pdf) => InFolder(folder =>
    {
        var head = Path.Combine(folder, "head.pdf");
        Run("pdftocairo", "-pdf", "-f", "1", "-l", "1", "-x", "40", "-y", "40", "-W", "520", "-H", "120", "-paperw", "520", "-paperh", "120", pdf, head);
        return File.ReadAllBytes(head);
    });

    /// <summary>A PDF of one page that is one picture.</summary>
    private static byte[] PdfOf(byte[] jpeg)
    {
        var pdf = new MemoryStream();
        List<long> places = [];
        Write("%PDF-1.4\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 252 66]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>");
        Object("<</Length 31>>stream\nq 252 0 0 66 0 0 cm /I Do Q    \nendstream");
        places.Add(pdf.Position);
        Write($"5 0 obj<</Type/XObject/Subtype/Image/Width 420/Height 110/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length {jpeg.Length}>>stream\n");
        pdf.Write(jpeg);
        Write("\nendstream endobj\n");
        var table = pdf.Position;
        Write($"xref\n0 6\n0000000000 65535 f \n{string.Concat(places.Select(p => p.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"))}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
        void Object(string content)
        {
            places.Add(pdf.Position);
            Write($"{places.Count} 0 obj{content} endobj\n");
        }
    }

    private static T InFolder<T>(Func<string, T> make)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        try
        {
            return make(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed: there is no file, and the caller says so.
        }
    }
}
