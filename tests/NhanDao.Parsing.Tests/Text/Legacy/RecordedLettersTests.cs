using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;
using Xunit.Abstractions;

namespace NhanDao.Parsing.Tests.Text.Legacy;

/// <summary>Real letters, recorded as words; they are no part of the project: NHANDAO_RECORDED names their folder, where there is one.</summary>
public class RecordedLettersTests(ITestOutputHelper output)
{
    [Fact]
    public void No_word_of_a_Unicode_letter_is_converted()
    {
        var folder = Environment.GetEnvironmentVariable("NHANDAO_RECORDED");
        if (folder is null)
        {
            output.WriteLine("skipped: NHANDAO_RECORDED names no folder of recorded pages");
            return;
        }
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            using var json = File.OpenRead(file);
            // OCR words count as a text layer here: a harder test, for they are more in number and full of slips.
            var pages = RecordedPages.Read(json).Pages.Select(p => p with { Method = NhanDao.Parsing.Model.ReadingMethod.TextLayer }).ToArray();
            var words = pages.SelectMany(p => p.Words).Select(w => w.Text).ToArray();
            var converted = LegacyText.Convert([.. pages]).SelectMany(p => p.Words).Select(w => w.Text).ToArray();
            var changed = words.Zip(converted).Count(pair => ToneOrder.Mend(pair.First) != pair.Second);
            output.WriteLine($"{Path.GetFileName(file)}: {words.Length} words");
            Assert.True(changed == 0, $"{Path.GetFileName(file)}: {changed} words converted");
        }
    }
}
