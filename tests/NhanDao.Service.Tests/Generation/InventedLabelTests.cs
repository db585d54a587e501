using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;
using NhanDao.Service.Generation;

namespace NhanDao.Service.Tests.Generation;

/// <summary>The line labeller on letterheads of every province and regime that nobody tuned it on.</summary>
public class InventedLabelTests
{
    [Theory]
    [InlineData(0, 0.995)] // text layers
    [InlineData(0.1, 0.985)] // one word in ten spoiled as OCR of a scan does
    public void Lines_of_invented_letters_are_labelled_right(double wear, double atLeast)
    {
        int right = 0, all = 0;
        for (var seed = 7_000; seed < 7_150; seed++)
        {
            var placed = PageComposer.Compose(LetterInventor.Invent(seed), seed);
            var text = TextAssembler.Assemble(InventedPages.Read(placed, new Invention(seed), wear));
            foreach (var line in LineLabeller.Label(text))
            {
                all++;
                right += Truth(placed, line.Line) == line.Label ? 1 : 0;
            }
        }
        Assert.InRange(right / (double)all, atLeast, 1);
    }

    /// <summary>What the printed line nearest to <paramref name="line"/> is.</summary>
    private static LineLabel Truth(List<PlacedLine> placed, TextLine line)
    {
        var middle = (line.Box.Top + line.Box.Bottom) / 2;
        return placed.Where(p => p.Page == line.Box.Page && p.Left < line.Box.Right && p.Left + TypeMetrics.Width(p.Text, p.Size, p.Bold) > line.Box.Left)
            .MinBy(p => Math.Abs(p.Top + p.Size * 0.36 - middle))!.Label;
    }
}
