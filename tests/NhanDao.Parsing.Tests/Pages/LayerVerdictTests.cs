using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Pages;

/// <summary>The verdict on every page of the real letters, labelled by eye. Their files are no part of the project.</summary>
public class LayerVerdictTests
{
    /// <summary>Pages whose own text layer is the page; of every other page of the folder it is not.</summary>
    private static readonly (string Letter, int[] Pages)[] Sound =
    [
        ("060", [1]), ("175", [1, 2]), ("176", [1, 2, 3, 4]), ("177", [1, 2]), ("237", [1, 2]), ("238", [1, 2, 3]), ("239", [1]), ("240", [1, 2]),
        ("241", [1, 2]), ("242", [1, 2]), ("244", [1, 2]), ("245", [1, 2, 3]), ("246", [1, 2, 3, 4]),
    ];

    [RealLettersFact]
    public async Task Ninety_eight_pages_of_a_hundred_are_judged_right()
    {
        int right = 0, all = 0;
        var wrong = new List<string>();
        using var folder = new WorkFolder();
        var poppler = new PopplerPdfReader(folder, ParsingOptions.Default);
        foreach (var file in Directory.GetFiles(RealLettersFactAttribute.Folder!, "*.pdf"))
        {
            var sound = Sound.FirstOrDefault(s => Path.GetFileName(file).StartsWith(s.Letter + "_", StringComparison.Ordinal)).Pages ?? [];
            var pages = await poppler.ReadPagesAsync(file, default);
            var layers = await poppler.ReadWordsAsync(file, pages, default);
            var pictures = await poppler.ListPicturesAsync(file, default);
            foreach (var page in pages)
            {
                var share = PdfPages.PictureShare(page, [.. pictures.Where(p => p.Page == page.Number)]);
                var verdict = TextLayerJudge.Judge(layers[page.Number - 1], share);
                all++;
                if (verdict.Trusted == sound.Contains(page.Number))
                    right++;
                else
                    wrong.Add($"{Path.GetFileName(file)[..3]} page {page.Number}: {verdict.Reason}");
            }
        }
        Assert.True(right >= 0.98 * all, $"{right} of {all} right; wrong: {string.Join("; ", wrong)}");
    }
}

/// <summary>Skips, saying so, where the real letters are not beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealLettersFactAttribute : FactAttribute
{
    public RealLettersFactAttribute()
    {
        if (Folder is null)
            Skip = "There is no ../shared/letters beside the checkout.";
    }

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "../shared/letters/files")) is var letters && Directory.Exists(letters) ? letters : null;
        return null;
    }
}
