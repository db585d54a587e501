using NhanDao.Parsing.Lines;
using NhanDao.Service.Training;

namespace NhanDao.Service.Tests.Training;

public class LineTrainerTests
{
    private static readonly LineTraining Small = new(Invented: 48, FirstSeed: 900_000, Steps: 25);

    [Fact]
    public void The_same_letters_train_the_same_bytes() => Assert.Equal(Trained(), Trained());

    [Fact]
    public void What_is_learned_reads_lines_of_other_letters_better_than_the_weights_set_by_hand()
    {
        var model = Small.Train(LineTraining.WithCues, Small.InventedSamples());
        Assert.InRange(RightShare(model) - RightShare(CueWeights.Model), 0.005, 1);
    }

    [Fact]
    public void A_letter_whose_lines_may_be_anything_teaches_nothing()
    {
        var sample = Small.InventedSamples()[1];
        var unknown = sample with { Allowed = [.. sample.Allowed.Select(_ => LineSample.Anything)] };
        var (start, learned) = (LineParameters.Of(CueWeights.Model), LineParameters.Of(Small.Train(LineTraining.WithCues, [unknown])));
        Assert.All(start.Zip(learned), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Steps_that_cannot_be_stay_impossible()
    {
        var learned = Small.Train(LineTraining.WithCues, Small.InventedSamples());
        Assert.Equal(CueWeights.Model.Transitions[(int)LineLabel.Beyond][(int)LineLabel.Motto], learned.Transitions[(int)LineLabel.Beyond][(int)LineLabel.Motto]);
    }

    private static byte[] Trained()
    {
        using var stream = new MemoryStream();
        LineModelFile.Write(stream, Small.Train(LineTraining.WithCues, Small.InventedSamples()));
        return stream.ToArray();
    }

    private static double RightShare(LineModel model)
    {
        int right = 0, all = 0;
        for (var seed = 7_000; seed < 7_060; seed++)
        {
            var (text, allowed) = InventedLines.Read(seed, wear: 0.1);
            foreach (var (line, labels) in LineLabeller.Label(text, model).Zip(allowed))
                (right, all) = (right + (labels >> (int)line.Label & 1), all + 1);
        }
        return right / (double)all;
    }
}
