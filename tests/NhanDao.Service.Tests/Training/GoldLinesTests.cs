using System.Numerics;
using System.Text.Json;
using NhanDao.Parsing.Lines;
using NhanDao.Service.Generation;
using NhanDao.Service.Training;

namespace NhanDao.Service.Tests.Training;

/// <summary>Labels that follow from a gold record, on letters whose lines are known because they were made.</summary>
public class GoldLinesTests
{
    [Theory]
    [InlineData(0, 0.993)]
    [InlineData(0.1, 0.985)]
    public void What_a_gold_record_settles_is_true(double wear, double atLeast)
    {
        int right = 0, all = 0, settled = 0;
        for (var seed = 3_000; seed < 3_120; seed++)
        {
            var (text, truth) = InventedLines.Read(seed, wear);
            var gold = JsonElement.Parse(GoldRecord.Write(LetterInventor.Invent(seed), "id", "file"));
            foreach (var (allowed, labels) in GoldLines.Allowed(text, LineCues.Of(text), gold).Zip(truth))
            {
                all++;
                right += (allowed & labels) != 0 ? 1 : 0;
                settled += BitOperations.IsPow2(allowed) ? 1 : 0;
            }
        }
        Assert.InRange(right / (double)all, atLeast, 1);
        Assert.InRange(settled / (double)all, 0.5, 1);
    }

    [Fact]
    public void A_record_of_another_letter_settles_next_to_nothing_in_the_head()
    {
        var (text, _) = InventedLines.Read(3_001, 0);
        var other = JsonElement.Parse("""{"documentType":"công văn","issuer":{"name":"Sở Xây dựng","parent":null},"number":{"ordinal":"1","symbol":"SXD-QLN"},"place":"Huế","subject":"cấp phép"}""");
        var head = GoldLines.Allowed(text, LineCues.Of(text), other).Take(8);
        Assert.DoesNotContain(LineSample.Bit(LineLabel.Issuer), head);
        Assert.DoesNotContain(LineSample.Bit(LineLabel.Subject), head);
        Assert.DoesNotContain(LineSample.Bit(LineLabel.Number), head);
    }
}
