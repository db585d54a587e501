using NhanDao.Parsing.Pages;

namespace NhanDao.Parsing.Tests.Pages;

/// <summary>Files that cannot be read: a reason, and one line that says what is wrong and what to do.</summary>
public class BadInputTests
{
    private static readonly byte[] Sound = new SmallPdf().Page(["Kinh gui: So Y te"]).Page(["Trang 2"]).ToBytes();

    [Fact]
    public Task Empty() => Refuses([], UnreadableReason.Empty, "empty");

    [Fact]
    public Task A_web_page_named_pdf() => Refuses("<!DOCTYPE html><html>Not found</html>"u8.ToArray(), UnreadableReason.UnknownFormat, "web page");

    [Fact]
    public Task Noise() => Refuses([0, 1, 2, 3, 200, 201, 0, 7], UnreadableReason.UnknownFormat, "no known kind");

    [Fact]
    public Task More_words_than_any_letter() => Refuses([.. Enumerable.Repeat("so "u8.ToArray(), 300_000).SelectMany(b => b)], UnreadableReason.TooLarge, "words");

    [Fact]
    public Task Text_that_is_not_utf8() => Refuses([.. new byte[5000].Select(_ => (byte)'a'), 0xF4, 0xE1], UnreadableReason.UnknownFormat, "UTF-8");

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)] // all objects are there, only the table is lost: poppler would mend it in silence
    public Task A_pdf_cut_off(double kept) => Refuses(Sound[..(int)(Sound.Length * kept)], UnreadableReason.Damaged, "cut off");

    [Fact]
    public Task A_pdf_cut_off_in_a_later_revision() => Refuses([.. Sound, .. "9 0 obj\n<< /Type /Sig /Cont"u8], UnreadableReason.Damaged, "cut off");

    [Fact]
    public async Task Junk_behind_the_end_is_no_harm() => Assert.Equal(2, (await PageReaderTests.Read([.. Sound, .. "\r\n\0\0\0"u8])).Pages.Length);

    [Fact]
    public async Task Junk_before_the_start_is_no_harm() => Assert.Equal(2, (await PageReaderTests.Read([.. "\r\n--boundary\r\n"u8, .. Sound])).Pages.Length);

    [Fact]
    public Task A_pdf_that_is_only_a_signature_line() => Refuses("%PDF-1.4\nnothing\n%%EOF\n"u8.ToArray(), UnreadableReason.Damaged, "damaged");

    [Fact]
    public Task A_locked_pdf()
    {
        // Any key does: the check value matches no password.
        var zeros = new string('0', 64);
        return Refuses(new SmallPdf().Page(["x"]).ToBytes(
            $"/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{zeros}> /U <{zeros}> >>"), UnreadableReason.Encrypted, "password");
    }

    [Fact]
    public Task Too_many_pages()
    {
        var pdf = new SmallPdf();
        for (var i = 0; i < 4; i++)
            pdf.Page(["x"]);
        return Refuses(pdf.ToBytes(), UnreadableReason.TooLarge, "MaxPages", new() { MaxPages = 3 });
    }

    [Fact]
    public async Task As_many_pages_as_allowed_are_read() =>
        Assert.Equal(2, (await PageReaderTests.Read(Sound, new() { MaxPages = 2 })).Pages.Length);

    [Fact]
    public Task Too_many_bytes() => Refuses(Sound, UnreadableReason.TooLarge, "MaxBytes", new() { MaxBytes = 100 });

    [Fact]
    public Task A_huge_picture_of_few_bytes() => Refuses(SmallPicture.PngStart(20_000, 20_000), UnreadableReason.TooLarge, "400 megapixels");

    [Fact]
    public Task A_huge_tiff_page() => Refuses(SmallPicture.Tiff(20_000, 20_000, 300, [0]), UnreadableReason.TooLarge, "megapixels");

    [Fact]
    public Task A_huge_pdf_page() => Refuses(new SmallPdf().Page([], box: "0 0 14400 14400").ToBytes(), UnreadableReason.TooLarge, "megapixels");

    [Fact]
    public Task A_huge_picture_in_a_pdf() =>
        Refuses(new SmallPdf().PicturePage(20_000, 20_000, [0]).ToBytes(), UnreadableReason.TooLarge, "megapixels");

    [Fact]
    public Task A_picture_cut_off() => Refuses(SmallPicture.Png(400, 400, new byte[160_000])[..70], UnreadableReason.Damaged, "picture");

    [Fact]
    public Task Tiff_pages_in_a_circle()
    {
        var tiff = SmallPicture.Tiff(2, 2, 300, [0, 0, 0, 0]);
        BitConverter.GetBytes(8).CopyTo(tiff, 8 + 2 + 11 * 12); // the next page is this one
        return Refuses(tiff, UnreadableReason.Damaged, "damaged");
    }

    [Fact]
    public Task A_tiff_whose_directory_lies_outside() => Refuses([0x49, 0x49, 0x2A, 0, 0xFF, 0xFF, 0xFF, 0x7F], UnreadableReason.Damaged, "damaged");

    [Fact]
    public Task A_tool_that_takes_too_long() => Refuses(Sound, UnreadableReason.TooCostly, "ToolTimeout", new() { ToolTimeout = TimeSpan.FromMicroseconds(1) });

    [Fact]
    public Task A_tool_that_takes_too_much_memory() => Refuses(Sound, UnreadableReason.TooCostly, "ToolMemory", new() { ToolMemory = 12 * 1024 * 1024 });

    [Fact]
    public async Task A_missing_program_is_named_with_its_package()
    {
        using var folder = new WorkFolder();
        var missing = await Assert.ThrowsAsync<MissingToolException>(() =>
            ChildProcess.RunAsync("no-such-program", "no-such-package", [], folder, ParsingOptions.Default, default));
        Assert.Equal("no-such-program is not installed. Install it with: apt-get install no-such-package", missing.Message);
    }

    [Fact]
    public async Task A_missing_model_is_named_with_its_package()
    {
        var missing = await Assert.ThrowsAsync<MissingToolException>(() =>
            PageReaderTests.Read(SmallPicture.Png(50, 50, new byte[2500]), new() { OcrLanguage = "xyz" }));
        Assert.Equal("tesseract-ocr-xyz", missing.Package);
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        using var folder = new WorkFolder();
        var place = folder.Path;
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(place));
        await File.WriteAllTextAsync(folder.File("x"), "");
        folder.Dispose();
        Assert.False(Directory.Exists(place));
    }

    /// <summary>Damage anywhere gives pages or a reason, never another exception.</summary>
    [Fact]
    public async Task Damage_of_any_kind_is_read_or_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 12; i++)
        {
            var damaged = Sound.ToArray();
            for (var hit = 0; hit < 1 + i; hit++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                await PageReaderTests.Read(damaged);
            }
            catch (UnreadableDocumentException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    private static async Task Refuses(byte[] bytes, UnreadableReason reason, string says, ParsingOptions? options = null)
    {
        var refusal = await Assert.ThrowsAsync<UnreadableDocumentException>(() => PageReaderTests.Read(bytes, options));
        Assert.Equal(reason, refusal.Reason);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
