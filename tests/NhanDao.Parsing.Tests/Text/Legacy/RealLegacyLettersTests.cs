using System.Globalization;
using System.Text;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Pages.Word;
using NhanDao.Parsing.Tests.Pages;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Tests.Text.Legacy;

/// <summary>Word files of the 1990s and 2000s beside the checkout, against what they say in Unicode. They are no part of the project.</summary>
public class RealLegacyLettersTests
{
    private const char LastWestern = (char)0xFF; // no letter behind it is in a western code page

    [RealLettersFact]
    public void Letters_in_TCVN3_and_VNI_keep_their_marks()
    {
        var companions = Path.Combine(RealLettersFactAttribute.Folder!, "..", "companions");
        foreach (var companion in Directory.GetFiles(companions, "*.unicode.txt"))
        {
            var truth = Words(File.ReadAllText(companion));
            var page = WordGrid.SetOut(BinaryWordReader.Read(File.ReadAllBytes(Doc(Path.GetFileName(companion)[..3]))), "");
            var (right, all, unread) = Marks(truth, Words(string.Join(' ', page.Words.Select(w => w.Text))));
            Assert.True(all > 400, $"{companion}: {all} letters with marks");
            Assert.True(unread <= 0.02 * all, $"{companion}: {unread} letters with marks were not read"); // a publisher's footer
            Assert.True(right >= 0.995 * all, $"{companion}: {right} of {all} letters with marks are right");
        }
    }

    [RealLettersFact]
    public void In_a_letter_of_both_kinds_only_the_runs_in_TCVN3_are_converted()
    {
        var runs = Paragraphs(BinaryWordReader.Read(File.ReadAllBytes(Doc("146")))).SelectMany(p => p.Runs).ToList();
        var (texts, encoding) = FontRuns.Convert(runs);
        Assert.Equal("TCVN3", encoding);
        var pairs = runs.Zip(texts).SelectMany(r => Words(r.First.Text).Zip(Words(r.Second))).ToList();
        var unicode = pairs.FindAll(p => p.First.Any(c => c > LastWestern));
        Assert.NotEmpty(unicode);
        Assert.All(unicode, p => Assert.Equal(p.First, p.Second, ignoreCase: true)); // a font of capitals shows them so
        Assert.Contains(pairs, p => !p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase));
    }

    [RealLettersFact]
    public async Task No_text_layer_in_Unicode_is_converted()
    {
        using var folder = new WorkFolder();
        var poppler = new PopplerPdfReader(folder, ParsingOptions.Default);
        foreach (var file in Directory.GetFiles(RealLettersFactAttribute.Folder!, "*.pdf"))
        {
            var layers = await poppler.ReadWordsAsync(file, await poppler.ReadPagesAsync(file, default), default);
            if (layers.All(layer => TextLayerJudge.Judge(layer, 0).Trusted))
                Assert.All(LegacyText.Convert(layers), layer => Assert.Null(layer.Encoding));
        }
    }

    private static string Doc(string number) => Directory.GetFiles(RealLettersFactAttribute.Folder!, number + "_*.doc").Single();

    private static IEnumerable<WordBlock.Paragraph> Paragraphs(IEnumerable<WordBlock> blocks) => blocks.SelectMany(block => block switch
    {
        WordBlock.Paragraph paragraph => [paragraph],
        WordBlock.Table table => table.Rows.SelectMany(row => row).SelectMany(cell => Paragraphs(cell.Blocks)),
        _ => [],
    });

    private static string[] Words(string text) => text.Normalize().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Of the letters of <paramref name="truth"/> that bear a mark, how many stand in the words read in their places, of how many, and how many more are in
    /// words that were not read. Case does not count: fonts of capitals made it.
    /// </summary>
    private static (int Right, int All, int Unread) Marks(string[] truth, string[] read)
    {
        var same = new int[truth.Length + 1, read.Length + 1];
        var bare = Array.ConvertAll(read, w => Folding.Fold(w));
        var keys = Array.ConvertAll(truth, w => Folding.Fold(w));
        for (var i = truth.Length - 1; i >= 0; i--)
            for (var j = read.Length - 1; j >= 0; j--)
                same[i, j] = keys[i] == bare[j] ? same[i + 1, j + 1] + 1 : Math.Max(same[i + 1, j], same[i, j + 1]);
        int right = 0, all = 0, unread = 0;
        for (int i = 0, j = 0; i < truth.Length; i++)
        {
            while (j < read.Length && keys[i] != bare[j] && same[i, j] == same[i, j + 1])
                j++;
            var found = j < read.Length && keys[i] == bare[j] ? read[j++] : null;
            for (var at = 0; at < truth[i].Length; at++)
                if (HasMark(truth[i][at]))
                {
                    if (found is null)
                        unread++;
                    else
                        all++;
                    right += found is not null && char.ToLowerInvariant(found[at]) == char.ToLowerInvariant(truth[i][at]) ? 1 : 0;
                }
        }
        return (right, all, unread);
    }

    private static bool HasMark(char c) =>
        c is 'đ' or 'Đ' || (char.IsLetter(c) && c.ToString().Normalize(NormalizationForm.FormD).Any(d => char.GetUnicodeCategory(d) == UnicodeCategory.NonSpacingMark));
}
