using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

public class OwnPairsTests
{
    [Theory]
    [InlineData("phòng, chống dịch; phòng, chông dịch; phòng, chống dịch", "phòng chông", "phòng chống 2, phòng chông 1")] // the commonest first
    [InlineData("PHÒNG CHỐNG dịch", "phòng chống", "phòng chống 1")] // case does not count
    [InlineData("Sở Y tế", "y tế", "y tế 1")]
    [InlineData("Sở Y tế", "sở tế", "")] // not side by side
    [InlineData("ngày 15 tháng 3", "ngày 15", "")] // figures are no syllables
    public void Tells_how_a_letter_spells_a_pair(string text, string pair, string expected)
    {
        var words = new List<TextWord>();
        foreach (var word in text.Split(' '))
            words.Add(new(new(words.Count == 0 ? 0 : words[^1].Span.End + 1, word.Length), null, 0.9));
        var own = OwnPairs.Of(new LetterText { Content = text, Words = [.. words] });

        Assert.Equal(expected, string.Join(", ", own.Spellings(pair.Split(' ')[0], pair.Split(' ')[1]).Select(s => $"{s.First} {s.Second} {s.Count}")));
    }
}
