using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Tests.Vocabulary;

public class WordListTests
{
    private static readonly WordList List = new(["Quảng Ngãi", "Quảng Nam", "Quảng Ninh", "Sở Y tế"]);

    [Theory]
    [InlineData("QUANG NGAI", "Quảng Ngãi")] // marks lost
    [InlineData("QUÁẢNG NGÃI", "Quảng Ngãi")] // a letter doubled
    [InlineData("SỞ YTE", "Sở Y tế")] // a space lost
    [InlineData("Lào Cai", null)]
    public void Mends_by_the_one_entry_that_is_nearest(string read, string? entry) => Assert.Equal(entry, List.Nearest(read, 2));

    [Fact]
    public void Mends_nothing_when_two_are_as_near() => Assert.Null(new WordList(["Hà Nam", "Hà Nem"]).Nearest("Hà Nim", 1));

    [Theory]
    [InlineData("abc", "abc", 2, 0)]
    [InlineData("abc", "abd", 2, 1)]
    [InlineData("abc", "xyz", 1, 2)] // more than the limit
    [InlineData("", "ab", 3, 2)]
    public void Counts_the_letters_that_differ(string a, string b, int limit, int difference) =>
        Assert.Equal(difference, WordList.Difference(a, b, limit));
}
