using System.Text;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Storage;

public class SearchTests
{
    [Theory, Sqlite, Postgres]
    public async Task Finds_words_with_and_without_tone_marks(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        await store.KeepAsync(SomeLetter.Text(12, "quản lý đất đai"));
        await store.KeepAsync(SomeLetter.Text(13, "phòng, chống dịch bệnh"));

        Assert.Equal("12", await Find("đất đai"));
        Assert.Equal("12", await Find("dat dai"));
        Assert.Equal("12", await Find("DAT đai"));                  // each word for itself
        Assert.Equal("12", await Find("\"quản lý đất\""));
        Assert.Equal("", await Find("\"quản đất\""));               // a phrase is in order and without gaps
        Assert.Equal("", await Find("đạt đai"));                     // other marks are another word
        Assert.Equal("13", await Find("dich benh"));
        Assert.Equal("13", await Find("13/UBND-VX"));
        Assert.Equal("12,13", await Find("sở y tế"));
        Assert.Equal("12", await Find("đất đai".Normalize(NormalizationForm.FormD))); // decomposed, as some systems type it
        Assert.Equal("", await Find("đất dịch"));                    // all words, not any

        async Task<string> Find(string text) => string.Join(',', await store.ReadAsync(c => c.Matching(SearchQuery.Parse(text)!).OrderBy(l => l.Id)
            .Select(l => l.Number!.Replace("/UBND-VX", "")).ToListAsync()));
    }

    [Theory, Sqlite, Postgres]
    public async Task Operators_of_the_databases_are_words_like_others(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        await store.KeepAsync(SomeLetter.Text());
        foreach (var text in new[] { "y OR tế", "NEAR(sở)", "a* & !b", "sở' --", "folded:sở", "{sở} ^y", "1e5 <-> 0x10", "'; DROP TABLE letters" })
            if (SearchQuery.Parse(text) is { } query)
                Assert.True(await store.ReadAsync(c => c.Matching(query).CountAsync()) <= 1);
        Assert.Equal(1, await store.ReadAsync(c => c.Letters.CountAsync()));
    }

    [Theory]
    [InlineData("đất đai", "đất|đai")]
    [InlineData("so y te", "~so|~y|~te")]
    [InlineData("\"Sở Y tế\" 12/UBND-VX", "sở y tế|~12 ubnd vx")]
    [InlineData("\"chưa đóng", "chưa đóng")]
    [InlineData(" - / \" ", "")]
    public void Reads_a_query(string text, string phrases) =>
        Assert.Equal(phrases, string.Join('|', SearchQuery.Parse(text)?.Phrases.Select(p => (p.IsFolded ? "~" : "") + p.Words) ?? []));
}
