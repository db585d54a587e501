using System.IO.Compression;
using System.Text;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Pages.Word;

namespace NhanDao.Parsing.Tests.Pages.Word;

public class WordFileTests
{
    [Fact]
    public void Lets_a_Word_document_through() => WordFile.Check(OleBuilder.Document("Kính gửi\r"), FileKind.OleCompound);

    [Fact]
    public void Says_that_a_protected_docx_needs_a_password() =>
        Refused(UnreadableReason.Encrypted, OleBuilder.File(("EncryptionInfo", [1]), ("EncryptedPackage", [1])), FileKind.OleCompound);

    [Fact]
    public void Says_that_a_protected_doc_needs_a_password() =>
        Refused(UnreadableReason.Encrypted, OleBuilder.Document("x\r", flags: 0x0100), FileKind.OleCompound);

    [Fact]
    public void Says_that_a_spreadsheet_is_no_letter() =>
        Refused(UnreadableReason.UnknownFormat, OleBuilder.File(("Workbook", [1])), FileKind.OleCompound);

    [Fact]
    public void A_cut_off_doc_is_damaged_wherever_it_is_cut()
    {
        var whole = OleBuilder.Document(string.Concat(Enumerable.Repeat("Ủy ban nhân dân tỉnh\r", 200)));
        for (var length = 8; length < whole.Length; length += 97)
            try
            {
                WordFile.Check(whole[..length], FileKind.OleCompound);
                BinaryWordReader.Read(whole[..length]);
            }
            catch (UnreadableDocumentException e)
            {
                Assert.Equal(UnreadableReason.Damaged, e.Reason);
            }
    }

    [Fact]
    public void A_chain_that_bites_its_tail_ends()
    {
        var file = OleBuilder.Document("x\r");
        file[512 + 4] = 1; // the directory's next sector is itself
        file[512 + 5] = file[512 + 6] = file[512 + 7] = 0;
        Refused(UnreadableReason.Damaged, file, FileKind.OleCompound);
    }

    [Fact]
    public void Random_harm_never_gives_another_exception()
    {
        var random = new Random(7);
        var whole = OleBuilder.Document(string.Concat(Enumerable.Repeat("Kính gửi: Sở Nội vụ\r", 50)));
        for (var round = 0; round < 300; round++)
        {
            var harmed = whole.ToArray();
            for (var i = 0; i < 6; i++)
                harmed[random.Next(8, 2600)] = (byte)random.Next(256);
            try
            {
                WordFile.Check(harmed, FileKind.OleCompound);
                BinaryWordReader.Read(harmed);
            }
            catch (UnreadableDocumentException)
            {
                // What it may throw.
            }
        }
    }

    [Fact]
    public void Says_that_a_zip_file_is_no_letter() =>
        Refused(UnreadableReason.UnknownFormat, Zip(("a.txt", "x"u8.ToArray())), FileKind.Zip);

    [Fact]
    public void Refuses_what_unpacks_to_far_more_than_it_is() =>
        Refused(UnreadableReason.TooLarge, Zip(("word/document.xml", new byte[8 * 1024 * 1024])), FileKind.Zip);

    [Fact]
    public void Refuses_thousands_of_parts() =>
        Refused(UnreadableReason.TooLarge, Zip([.. Enumerable.Range(0, 5000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))]), FileKind.Zip);

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/any.bin")] // any part may be the document's
    public void Refuses_elements_that_go_so_deep_that_a_stack_would_not_hold_them(string part) => Refused(UnreadableReason.Damaged,
        Zip((part, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 20_000)))), ("word/document.xml", "<a/>"u8.ToArray())), FileKind.Zip);

    [Theory]
    [InlineData("a b/c", "word/document.xml")] // no content type
    [InlineData("application/xml", "word/nowhere.xml")]
    [InlineData("application/xml", "\u007F\u007F://")]
    public void A_docx_whose_table_of_contents_is_spoilt_is_damaged(string type, string target) =>
        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => PackageReader.Read(Zip(
            ("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"{type}\"/></Types>")),
            ("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{target}\"/></Relationships>")),
            ("word/document.xml", "<a/>"u8.ToArray())))).Reason);

    [Fact]
    public void A_cut_off_docx_is_damaged() =>
        Refused(UnreadableReason.Damaged, Zip(("word/document.xml", new byte[100]))[..60], FileKind.Zip);

    [Theory]
    [InlineData("<html><body>Kính gửi</body></html>")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n")] // a web archive with the ending .doc
    public async Task Says_that_a_web_page_named_doc_is_one(string content)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.doc");
        await File.WriteAllTextAsync(path, content);
        try
        {
            var refused = await Assert.ThrowsAsync<UnreadableDocumentException>(() => new LetterParser().ParseAsync(path));
            Assert.Equal(UnreadableReason.UnknownFormat, refused.Reason);
            Assert.Contains("web page", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Refused(UnreadableReason reason, byte[] bytes, FileKind kind) =>
        Assert.Equal(reason, Assert.Throws<UnreadableDocumentException>(() => WordFile.Check(bytes, kind)).Reason);

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        return bytes.ToArray();
    }
}
