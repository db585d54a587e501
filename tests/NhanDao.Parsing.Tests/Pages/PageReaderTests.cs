using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Tests.Pages;

/// <summary>Whole files through the real programs: poppler and Tesseract must be installed.</summary>
public class PageReaderTests
{
    private static readonly string[] Letter =
    [
        "BO TAI CHINH", "So: 1234/BTC-QLN", "Kinh gui: Cac don vi thuoc Bo", "De nghi cac don vi bao cao ket qua truoc ngay 15 thang 3",
        "Bo Tai chinh de nghi cac don vi nghien cuu va gui y kien bang van ban", "Noi nhan: Nhu tren; Luu: VT, QLN",
    ];

    private static readonly string[] VietnameseLetter =
    [
        "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "Số: 12/UBND-VX", "Kính gửi: Các sở, ban, ngành tỉnh", "Thực hiện chỉ đạo của Bộ Y tế về phòng, chống dịch bệnh mùa hè,",
        "Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì, phối hợp với các đơn vị liên quan rà soát", "và báo cáo kết quả trước ngày 15 tháng 3 năm 2024.",
        "Nơi nhận: Như trên; Lưu: VT, VX.",
    ];

    [Fact]
    public async Task Takes_the_words_of_a_sound_text_layer()
    {
        var page = Assert.Single((await Read(new SmallPdf().UnicodePage(VietnameseLetter).ToBytes())).Pages);
        Assert.Equal(ReadingMethod.TextLayer, page.Method);
        Assert.StartsWith("sound text layer", page.Reason, StringComparison.Ordinal);
        Assert.Equal(VietnameseLetter[0], string.Join(' ', page.Words.Where(w => w.Line == 0).Select(w => w.Text)));
        var first = page.Words[0];
        Assert.InRange(first.Left, 59, 61);
        Assert.InRange(first.Top, 30, 45);
        Assert.Equal((595, 842), (page.Width, page.Height));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // a scan over which an old program laid its text
    public async Task A_layer_in_an_old_encoding_is_converted_and_then_judged(bool overPicture)
    {
        var tcvn3 = LegacyTable.Of(LegacyEncoding.Tcvn3);
        var bytes = Enumerable.Range(0xA1, 0xFF - 0xA1).Select(c => ((char)c).ToString())
            .Where(c => tcvn3.Decode(c, out _) != c).DistinctBy(c => tcvn3.Decode(c, out _)).ToDictionary(c => tcvn3.Decode(c, out _)[0], c => c[0]);
        string[] lines = [.. VietnameseLetter[1..], .. overPicture ? VietnameseLetter[1..] : [], .. overPicture ? VietnameseLetter[1..] : []]; // capitals were another font
        var pdf = new SmallPdf();
        var page = Assert.Single((await Read(pdf.UnicodePage(
            lines.Select(line => string.Concat(line.Select(c => bytes.GetValueOrDefault(c, c)))), overPicture ? pdf.Picture(8, 8, new byte[64]) : null).ToBytes())).Pages);

        Assert.Equal(ReadingMethod.TextLayer, page.Method);
        Assert.StartsWith("sound text layer", page.Reason, StringComparison.Ordinal);
        Assert.EndsWith("; TCVN3 converted", page.Reason, StringComparison.Ordinal);
        Assert.Contains("trước ngày 15 tháng 3 năm 2024.", string.Join(' ', page.Words.Select(w => w.Text)), StringComparison.Ordinal); // ư is the soft hyphen
    }

    [Fact]
    public async Task Reads_the_picture_of_a_scan()
    {
        var (width, height, grey) = await Draw(Letter);
        var page = Assert.Single((await Read(new SmallPdf().PicturePage(width, height, grey).ToBytes())).Pages);
        Assert.Equal((ReadingMethod.Ocr, "no text layer; its picture of 300 dpi"), (page.Method, page.Reason));
        AssertReads(page);
    }

    [Fact]
    public async Task A_layer_without_tone_marks_is_not_believed()
    {
        var page = Assert.Single((await Read(new SmallPdf().Page(Letter).ToBytes())).Pages);
        Assert.Equal(ReadingMethod.Ocr, page.Method);
        Assert.Contains("of the text layer spells Vietnamese", page.Reason, StringComparison.Ordinal);
        Assert.Contains("drawn at 300 dpi", page.Reason, StringComparison.Ordinal);
        AssertReads(page);
    }

    [Fact]
    public async Task A_signature_box_over_a_scan_is_not_the_page()
    {
        var (width, height, grey) = await Draw(Letter);
        var pdf = new SmallPdf();
        pdf.UnicodePage(["Ký bởi: Sở Y tế", "Cơ quan: Tỉnh Đồng Tháp", "Thời gian ký: 15.03.2024 08:30:00 +07:00"], pdf.Picture(width, height, grey));
        var document = await Read(pdf.ToBytes());
        var page = Assert.Single(document.Pages);
        Assert.Equal(ReadingMethod.Ocr, page.Method);
        Assert.Contains("over a full-page picture", page.Reason, StringComparison.Ordinal);
        AssertReads(page);
        var signature = Assert.Single(document.Signatures);
        Assert.Equal(new DigitalSignature("Sở Y tế", "Tỉnh Đồng Tháp", new(2024, 3, 15, 8, 30, 0, TimeSpan.FromHours(7)), "signature.printed"), signature);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task A_page_that_a_viewer_turns_is_read_as_shown(int turn)
    {
        var (width, height, grey) = await Draw(Letter);
        var (w, h, turned) = Turn(width, height, grey, (360 - turn) / 90);
        var sideways = turn != 180;
        var page = Assert.Single((await Read(new SmallPdf().PicturePage(w, h, turned,
            $"/Rotate {turn} /CropBox {(sideways ? "[0 0 842 595] /MediaBox [0 0 842 595]" : "[0 0 595 842]")}", sideways ? "842 0 0 595 0 0" : "595 0 0 842 0 0").ToBytes())).Pages);
        AssertReads(page);
        Assert.Equal(0, page.Rotation);
        Assert.Equal((595, 842), (page.Width, page.Height));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_page_scanned_sideways_or_upside_down_is_set_upright(int quarters)
    {
        var (width, height, grey) = await Draw([.. Letter, .. Letter, .. Letter]);
        var (w, h, turned) = Turn(width, height, grey, quarters);
        var page = Assert.Single((await Read(SmallPicture.Png(w, h, turned))).Pages);
        AssertReads(page);
        Assert.Equal((4 - quarters) * 90, page.Rotation);
        Assert.InRange(page.Width, 590, 600);
    }

    [Fact]
    public async Task Reads_every_page_of_a_tiff_and_finds_an_empty_one()
    {
        var (width, height, grey) = await Draw(Letter);
        var white = Enumerable.Repeat((byte)255, width * height).ToArray();
        var pages = (await Read(SmallPicture.Tiff(width, height, 300, grey, white, grey))).Pages;
        Assert.Equal([ReadingMethod.Ocr, ReadingMethod.Empty, ReadingMethod.Ocr], pages.Select(p => p.Method));
        AssertReads(pages[2]);
    }

    [Fact]
    public async Task A_picture_without_resolution_is_taken_for_A4()
    {
        var (width, height, grey) = await Draw(Letter);
        var page = Assert.Single((await Read(SmallPicture.Png(width, height, grey, dpi: 0))).Pages);
        AssertReads(page);
        Assert.InRange(page.Height, 840, 844);
    }

    [Fact]
    public async Task Words_outside_the_crop_box_are_not_on_the_page()
    {
        var page = Assert.Single((await Read(new SmallPdf().UnicodePage(VietnameseLetter).ToBytes())).Pages);
        var cropped = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(new SmallPdf().UnicodePage(VietnameseLetter).ToBytes())
            .Replace("/MediaBox [0 0 595 842]", "/CropBox[0 0 595 800]/MediaBox [0 0 595 842]", StringComparison.Ordinal)); // the table of objects is mended
        var words = Assert.Single((await Read(cropped)).Pages);
        Assert.Equal(page.Words.Count(w => w.Line > 0), words.Words.Length);
        Assert.Equal(page.Words.First(w => w.Line > 0).Top - 42, words.Words[0].Top, 0.1);
        Assert.Equal(800, words.Height);
    }

    [Fact]
    public async Task Reading_twice_reads_the_same()
    {
        var scan = await Scan();
        var first = (await Read(scan)).Pages;
        var second = (await Read(scan)).Pages;
        Assert.Equal(first[0].Words.Select(w => $"{w}"), second[0].Words.Select(w => $"{w}"));
    }

    [Fact]
    public async Task Stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var scan = new MemoryStream(await Scan());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LetterParser().ParseAsync(scan, stop.Token));
    }

    private static async Task<byte[]> Scan()
    {
        var (width, height, grey) = await Draw(Letter);
        return SmallPicture.Png(width, height, grey);
    }

    internal static async Task<ReadDocument> Read(byte[] bytes, ParsingOptions? options = null)
    {
        using var folder = new WorkFolder();
        options ??= ParsingOptions.Default;
        var file = await SourceFile.SaveAsync(new MemoryStream(bytes), folder, options, default);
        return await PageReader.ReadAsync(file, folder, options, default);
    }

    private static void AssertReads(ReadPage page)
    {
        Assert.Equal(ReadingMethod.Ocr, page.Method);
        var text = string.Join(' ', page.Words.Select(w => w.Text));
        Assert.Contains("1234/BTC-QLN", text, StringComparison.Ordinal);
        var number = page.Words.First(w => w.Text.Contains("1234", StringComparison.Ordinal));
        Assert.InRange(number.Left, 75, 95);
        Assert.InRange(number.Top, 60, 85);
        Assert.InRange(number.Confidence, 0.5, 1);
    }

    /// <summary>The lines as a scanner would see them: grey, 300 dpi.</summary>
    private static async Task<(int Width, int Height, byte[] Grey)> Draw(string[] lines)
    {
        using var folder = new WorkFolder();
        await File.WriteAllBytesAsync(folder.File("letter.pdf"), new SmallPdf().Page(lines).ToBytes());
        var (_, pgm) = await ChildProcess.RunAsync("pdftoppm", "poppler-utils", ["-gray", "-r", "300", "letter.pdf"], folder, output =>
        {
            using var copy = new MemoryStream();
            output.CopyTo(copy);
            return copy.ToArray();
        }, ParsingOptions.Default, default);
        var header = Encoding.ASCII.GetString(pgm, 0, 20).Split('\n', ' '); // «P5», width, height, «255»
        int width = int.Parse(header[1], null), height = int.Parse(header[2], null);
        return (width, height, pgm[^(width * height)..]);
    }

    private static (int Width, int Height, byte[] Grey) Turn(int width, int height, byte[] grey, int quarters)
    {
        for (; quarters > 0; quarters--)
        {
            var turned = new byte[grey.Length];
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                    turned[x * height + (height - 1 - y)] = grey[y * width + x];
            (width, height, grey) = (height, width, turned);
        }
        return (width, height, grey);
    }
}
