using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

public class SoundWordTests
{
    [Theory]
    [InlineData("thưởng", "thưởng")]
    [InlineData("thu\u031Bo\u031B\u0309ng", "thu\u031Bo\u031B\u0309ng")] // decomposed, as some PDFs hold it
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301x", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301x")]
    public void Keeps_what_a_word_can_hold(string word, string expected) => Assert.Equal(expected, SoundWord.Of(word));

    [Fact] // an attribute cannot hold half a pair
    public void Half_a_surrogate_pair_is_no_character() => Assert.Equal("a\uFFFDb\uFFFD", SoundWord.Of("a\uD800b\uDC00"));

    [Theory]
    [InlineData("\u0301\u0323\u0306")] // took 45 seconds for a tenth of this before
    [InlineData("\U000E0100")]
    public void A_letter_of_nothing_but_marks_is_read_soon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000));
        var begun = ThreadClock.Milliseconds;
        new LetterParser().Parse(text);
        Assert.InRange(ThreadClock.Milliseconds - begun, 0, 5000);
    }
}
