using NhanDao.Parsing.Lines;
using NhanDao.Service.Training;
using Xunit.Abstractions;

namespace NhanDao.Service.Tests.Generation;

/// <summary>The line labeller on letterheads of every province and regime that nobody tuned it on.</summary>
public class InventedLabelTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 0.997)] // text layers
    [InlineData(0.1, 0.993)] // one word in ten spoiled as OCR of a scan does, lines broken, dirt between them
    public void Lines_of_invented_letters_are_labelled_right(double wear, double atLeast)
    {
        int right = 0, all = 0;
        var wrong = new Dictionary<string, int>();
        for (var seed = 7_000; seed < 7_150; seed++)
        {
            var (text, allowed) = InventedLines.Read(seed, wear);
            foreach (var (line, labels) in LineLabeller.Label(text).Zip(allowed))
            {
                all++;
                if ((labels >> (int)line.Label & 1) != 0)
                    right++;
                else
                    wrong[$"{line.Label} for {Names(labels)}"] = wrong.GetValueOrDefault($"{line.Label} for {Names(labels)}") + 1;
            }
        }
        foreach (var (mistake, count) in wrong.OrderByDescending(w => w.Value))
            output.WriteLine($"{count,5} {mistake}");
        output.WriteLine($"{right} of {all} = {right / (double)all:0.0000}");
        Assert.InRange(right / (double)all, atLeast, 1);
    }

    [Fact]
    public void Every_line_has_a_label_that_is_right()
    {
        for (var seed = 1; seed <= 60; seed++)
            Assert.DoesNotContain(0, InventedLines.Read(seed, seed % 2 * 0.2).Allowed);
    }

    private static string Names(int labels) => string.Join("|", Enum.GetValues<LineLabel>().Where(l => (labels >> (int)l & 1) != 0));
}
