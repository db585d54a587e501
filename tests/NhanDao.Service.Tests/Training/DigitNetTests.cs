using NhanDao.Parsing.Text.Ink;
using NhanDao.Service.Generation;
using NhanDao.Service.Training;

namespace NhanDao.Service.Tests.Training;

/// <summary>The shipped net on digits of seeds that it did not learn from.</summary>
public class DigitNetTests
{
    private const int UnseenSeed = 990_001;

    [Fact]
    public void Reads_digits_of_a_pen_it_has_not_seen()
    {
        var hand = new Invention(UnseenSeed);
        Assert.InRange(DigitTrainer.Accuracy(DigitNet.Default, [.. Enumerable.Range(0, 500).Select(_ => DigitSamples.Pen(hand))]), 0.95, 1);
    }

    [Fact]
    public void Is_rarely_sure_of_what_is_no_digit()
    {
        var hand = new Invention(UnseenSeed);
        var sure = Enumerable.Range(0, 500).Count(_ => DigitNet.Default.Classify(DigitSamples.None(hand).Picture).Take(10).Max() > 0.9);
        Assert.InRange(sure, 0, 60);
    }

    [Fact]
    public void Learns_the_same_from_the_same()
    {
        var hand = new Invention(5);
        var samples = Enumerable.Range(0, 64).Select(_ => DigitSamples.Pen(hand)).ToList();
        Assert.Equal(
            new DigitTrainer(3).Train([.. samples], rounds: 1, TextWriter.Null).Weights,
            new DigitTrainer(3).Train([.. samples], rounds: 1, TextWriter.Null).Weights);
    }
}
