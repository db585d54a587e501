using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Lines;

public class LineModelFileTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        using var first = Written(LineModelFile.Default);
        using var second = Written(LineModelFile.Read(first));
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void The_shipped_model_is_small() => Assert.InRange(Written(LineModelFile.Default).Length, 100_000, 2_000_000);

    [Fact]
    public void The_shipped_model_knows_every_cue_of_this_version()
    {
        // A cue that was added after the training keeps its weights set by hand, all of them: train anew to weigh it.
        var hand = CueWeights.Model.CueWeights;
        Assert.DoesNotContain(Enum.GetValues<LineCue>(), cue => hand[(int)cue].Any(w => w != 0) && LineModelFile.Default.CueWeights[(int)cue].SequenceEqual(hand[(int)cue]));
    }

    [Fact]
    public void A_model_with_other_labels_is_refused()
    {
        using var stream = Written(LineModelFile.Default);
        var bytes = stream.ToArray();
        bytes[30] ^= 1;
        Assert.Throws<InvalidDataException>(() => LineModelFile.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void Traits_are_the_same_in_every_process()
    {
        var text = TextAssembler.Assemble(TypedText.Read("Số: 12/UBND-VX\nKính gửi: Sở Nội vụ."));
        Assert.Equal(Traits, string.Join(' ', LineTraits.Of(text, LineCues.Of(text))[0].Take(6)));
    }

    private const string Traits = "8057 1736 7993 3780 1729 3054";

    private static MemoryStream Written(LineModel model)
    {
        var stream = new MemoryStream();
        LineModelFile.Write(stream, model);
        stream.Position = 0;
        return stream;
    }
}
