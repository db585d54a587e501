using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>A few scans of each kind of file through OCR itself; the other tests work on the recorded words.</summary>
public sealed class ScanReadingTests
{
    [TheoryWithOcr]
    [InlineData("05_cv_huyen_phuc_dap_1533")] // grey JPEG
    [InlineData("20_cv_tinhdoan_tinh_nguyen")] // bilevel PNG
    [InlineData("31_tb_vptu_ket_luan")] // two pages, TIFF or PNG, skewed
    [InlineData("02_cv_tinhuy_thuc_hien_kl118")] // PDF of pictures or JPEG
    public async Task Reads_the_words_of_a_scan(string name)
    {
        var letter = new CorpusCase(name, CorpusCase.Scan);
        var pages = await CorpusCase.ReadFileAsync(letter.File);
        LetterInvariants.Check(LetterParser.Parse(pages, ParsingOptions.Default));

        var read = Words(pages);
        var typed = Words(new CorpusCase(name, CorpusCase.Typed).Pages());
        Assert.True(typed.Count(read.Contains) >= 0.92 * typed.Count, $"read {typed.Count(read.Contains)} of {typed.Count} words of {name}");
        Assert.All(pages, p => Assert.Equal(ReadingMethod.Ocr, p.Method));
    }

    [TheoryWithOcr, MemberData(nameof(CorpusRows.Scan), MemberType = typeof(CorpusRows))]
    public async Task Records_the_words_of_every_scan_when_asked(string name, string form)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_WORDS") != "1")
            return;
        var letter = new CorpusCase(name, form);
        var pages = await CorpusCase.ReadFileAsync(letter.File);
        using var recording = File.Create(letter.Words);
        RecordedPages.Write(recording, new(pages));
    }

    private static HashSet<string> Words(IEnumerable<ReadPage> pages) =>
        [.. pages.SelectMany(p => p.Words).Select(w => w.Text.Normalize().Trim('*', '#', '.', ',', ';', ':', '(', ')')).Where(w => w.Length > 1)];
}
