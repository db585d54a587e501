using System.Collections.Immutable;
using NhanDao.Parsing.Native;
using NhanDao.Parsing.Tests.Pages;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Second;

namespace NhanDao.Parsing.Tests.Text.Second;

public sealed class SecondReadingTests
{
    [Theory]
    [InlineData("Nguyên", 0.32, "Nguyễn", 0.97, "Nguyễn")] // a small mark that 200 dpi lost
    [InlineData("$đ0).", 0.68, "sao).", 0.96, "sao).")]
    [InlineData("tra:sở", 0.52, "tra sở", 0.96, "tra sở")]
    [InlineData("hỗ", 0.63, "hô", 0.97, "hỗ")] // enlarging blurs marks away
    [InlineData("(BCĐ)", 0.35, "(BCP)", 0.81, "(BCĐ)")]
    [InlineData("864", 0.60, "§64", 0.72, "864")] // a digit must not be lost
    [InlineData("khẩn", 0.73, "khăn", 0.74, "khẩn")] // no surer
    [InlineData("tỉnh", 0.60, "t|nh", 0.90, "tỉnh")] // what spells a syllable stays
    [InlineData("Nguyên", 0.93, "Nguyễn", 0.97, "Nguyên")] // nobody was in doubt
    public void Takes_the_second_reading_where_it_is_clearer_and_loses_nothing(string first, double confidence, string second, double again, string expected)
    {
        using var page = Blank(200);
        var read = UnclearLines.Mend(page, [Word(first, 100, confidence), Word("xong", 200, 0.95)], new Engine(second, 100, again), default);
        Assert.Equal($"{expected} xong", string.Join(' ', read.Select(w => w.Text)));
    }

    [Fact]
    public void A_good_resolution_is_read_once()
    {
        using var page = Blank(300);
        var read = UnclearLines.Mend(page, [Word("Nguyên", 100, 0.3)], new Engine("Nguyễn", 100, 0.97), default);
        Assert.Equal("Nguyên", read.Single().Text);
    }

    [Fact]
    public void A_word_that_the_second_reading_places_elsewhere_stays()
    {
        using var page = Blank(200);
        var read = UnclearLines.Mend(page, [Word("Nguyên", 100, 0.3)], new Engine("Nguyễn", 120, 0.97), default);
        Assert.Equal("Nguyên", read.Single().Text);
    }

    [Theory]
    [InlineData("2", 0.95, true)] // the number of a page
    [InlineData("HÒA XÃ HỘI", 0.9, true)] // a line of the letterhead
    [InlineData("2", 0.8, false)] // a stroke of a pen
    [InlineData("HÒA XÃ HỘI", 0.6, false)]
    [InlineData("Y XKVM", 0.9, false)] // the ring of a seal
    [InlineData("a", 0.99, false)]
    [InlineData("12345", 0.99, false)] // a number of a stamp or a bar code, which no line beside it explains
    public void Ink_that_no_word_covers_is_read_where_it_makes_sense(string print, double confidence, bool kept)
    {
        using var page = Blank(300, (1000, 400, 20, 30));
        var read = UnreadInk.Read(page, [Word("Kính", 100, 0.9)], new Engine(print, 240, confidence), default);
        Assert.Equal(kept ? "Kính " + print : "Kính", string.Join(' ', read.Select(w => w.Text)));
    }

    [Fact]
    public void Ink_under_words_is_not_read_again()
    {
        using var page = Blank(300, (430, 850, 20, 30)); // within «Kính»
        Assert.Single(UnreadInk.Read(page, [Word("Kính", 100, 0.9)], new Engine("2", 100, 0.99), default));
    }

    [Fact]
    public void Ink_in_a_frame_is_a_stamps()
    {
        using var page = Blank(300, (1000, 400, 20, 30), (900, 300, 300, 3), (900, 300, 3, 250), (1197, 300, 3, 250), (900, 548, 300, 3));
        Assert.Single(UnreadInk.Read(page, [Word("Kính", 100, 0.9)], new Engine("2", 240, 0.99), default));
    }

    /// <summary>A page of white with black rectangles, in pixels.</summary>
    private static PageImage Blank(double dpi, params (int Left, int Top, int Width, int Height)[] ink)
    {
        int width = (int)(8 * dpi), height = (int)(4 * dpi);
        var grey = new byte[width * height];
        Array.Fill(grey, (byte)255);
        foreach (var (left, top, wide, high) in ink)
            for (var y = top; y < top + high; y++)
                Array.Fill(grey, (byte)0, y * width + left, wide);
        return PageImage.Decode(SmallPicture.Png(width, height, grey, dpi), dpi);
    }

    private static PageWord Word(string text, double left, double confidence) => new(text, left, 200, 36, 12, confidence, 0);

    /// <summary>Reads the same words wherever it is asked, at a place of the page given as its left edge.</summary>
    private sealed class Engine(string print, double left, double confidence) : IOcrEngine
    {
        public ImmutableArray<PageWord> Read(PageImage page, CancellationToken cancellation) => [];

        public ImmutableArray<PageWord> Read(PageImage part, PageSegmentation segmentation, CancellationToken cancellation)
        {
            var words = print.Split(' ');
            var width = 36.0 / words.Length;
            return [.. words.Select((w, i) => new PageWord(w, left - 97 + i * width, 3, width, 12, confidence, 0))]; // the part begins at 97
        }
    }
}
