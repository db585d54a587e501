using System.Collections.Immutable;
using NhanDao.Parsing.Fields.Trust;
using NhanDao.Parsing.Model;
using NhanDao.Service.Training;

namespace NhanDao.Service.Tests.Training;

public class TrustTrainerTests
{
    /// <summary>Values of one family: right as often as <paramref name="share"/> says where the signal is <paramref name="signal"/>.</summary>
    private static IEnumerable<TrustSample> Samples(string family, double signal, int count, double share) =>
        Enumerable.Range(0, count).Select(i => new TrustSample(Of(family, signal), i < count * share, 1));

    private static Evidence Of(string family, double signal) => new(family, true, [.. Evidence.Names.Select((_, i) => i == 0 ? signal : 0)]);

    [Fact]
    public void Learns_how_often_values_of_a_kind_are_right()
    {
        var model = TrustModel.Of(TrustTrainer.Train([.. Samples("subject", 2, 200, 0.95), .. Samples("subject", -2, 200, 0.4)]));

        Assert.InRange(model.Weigh(Of("subject", 2)), 0.93, 0.97);
        Assert.InRange(model.Weigh(Of("subject", -2)), 0.37, 0.43);
    }

    [Fact]
    public void Evidence_that_would_count_against_a_value_counts_nothing()
    {
        var rows = TrustTrainer.Train([.. Samples("subject", 2, 100, 0.2), .. Samples("subject", -2, 100, 0.9)]);

        Assert.All(rows["subject.ocr"].Skip(1), w => Assert.True(w >= 0));
    }

    [Fact]
    public void A_family_with_few_values_stays_near_the_others()
    {
        // Two marks that happen to be right are no proof: they are trusted a little more than the rest, which is right 7 times in 10.
        var model = TrustModel.Of(TrustTrainer.Train([.. Samples("subject", 0, 300, 0.7), .. Samples("mark", 0, 2, 1)]));

        Assert.InRange(model.Weigh(Of("mark", 0)), 0.6, 0.9);
    }

    [Fact]
    public void Learns_the_same_twice()
    {
        ImmutableArray<TrustSample> samples = [.. Samples("subject", 1, 50, 0.8), .. Samples("issuer", 3, 50, 0.98)];

        Assert.Equal(TrustTrainer.Train(samples).Select(Row), TrustTrainer.Train(samples).Select(Row));

        static string Row(KeyValuePair<string, ImmutableArray<double>> row) => $"{row.Key} {string.Join(' ', row.Value)}";
    }
}
