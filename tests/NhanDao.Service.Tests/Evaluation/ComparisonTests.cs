using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Tests.Evaluation;

/// <summary>Expected values were printed by the project's reference scorer, which is written in Python.</summary>
public class ComparisonTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Hoà Bình", "hoa\u0300 binh\u0300")]
    [InlineData("HÒA BÌNH", "hoa\u0300 binh\u0300")] // tone placement and case
    [InlineData("số : 12 / UBND - VX .", "sô\u0301:12/ubnd-vx")] // spacing and closing punctuation
    [InlineData("Ủy ban  nhân dân\u00a0tỉnh", "uy\u0309 ban nhân dân tinh\u0309")] // no-break space
    [InlineData("“Lá lành” – ‘đùm’", "\"la\u0301 lanh\u0300\"-'đum\u0300'")] // quotes and dashes
    [InlineData("Ðà Nẵng", "đa\u0300 năng\u0303")] // Icelandic eth for đ
    [InlineData("o\u0302\u0301n", "ôn\u0301")] // decomposed
    [InlineData("(Kèm theo)", "(kem\u0300 theo)")]
    [InlineData("STRASSE ß ſ İ", "strasse ss s i\u0307")] // full case folding
    [InlineData("số ² và ½", "sô\u0301 ² va\u0300 ½")] // numbers that are no digits
    [InlineData("x_y\u0301z", "x_yz\u0301")] // underscore is part of a word
    [InlineData("\u0323a ", "\u0323a")] // a tone mark by itself
    [InlineData("１２/KH", "１２/kh")] // wide digits
    [InlineData("—", "")] // nothing is left
    public void Folds_what_does_not_count(string? text, string folded) => Assert.Equal(folded, Comparison.Fold(text));

    [Theory]
    [InlineData("Hoà Bình", "Hòa Bình")]
    [InlineData("V/v: an toàn.", "v / v : An toàn")]
    public void Takes_as_the_same(string a, string b) => Assert.Equal(Comparison.Fold(a), Comparison.Fold(b));

    [Theory]
    [InlineData("năm", "nam")] // every mark counts
    [InlineData("số 05", "số 5")] // every digit counts
    [InlineData("Sở Y tế", "Sở Y té")]
    public void Keeps_apart(string a, string b) => Assert.NotEqual(Comparison.Fold(a), Comparison.Fold(b));

    [Theory]
    [InlineData("an toàn thực phẩm", "an toàn thực phâm", 0.9411764705882353)]
    [InlineData("abc", "xbcdef", 0.33333333333333337)]
    [InlineData("abcd", "ab", 0.5)] // just within half
    [InlineData("abcde", "ab", 0.0)] // lengths too far apart
    [InlineData("", "", 1.0)]
    [InlineData("", "a", 0.0)]
    [InlineData("𝐚b", "ab", 0.5)] // counted in code points, not UTF-16 units
    public void Measures_similarity(string a, string b, double similarity) => Assert.Equal(similarity, Comparison.Similarity(a, b));

    [Fact]
    public void Matches_the_best_pairs_first_and_each_once()
    {
        string[] gold = ["Sở Y tế", "Sở Y tế tỉnh"], found = ["Sở Y tế tỉnh", "Sở Y tế", "Sở Y tế"];

        Assert.Equal([(1, 0), (0, 2)], Comparison.Match(gold, found, Comparison.Similarity, 0.9)); // at a tie the later one, as the reference does
    }

    [Fact]
    public void Matches_nothing_under_the_floor() => Assert.Empty(Comparison.Match(["Sở Y tế"], ["Bộ Y tế và"], Comparison.Similarity, 0.9));
}
