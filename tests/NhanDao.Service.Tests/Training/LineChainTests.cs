using NhanDao.Parsing.Lines;
using NhanDao.Service.Training;

namespace NhanDao.Service.Tests.Training;

/// <summary>Forward and backward against all label sequences of three lines, one by one.</summary>
public class LineChainTests
{
    private const int Labels = LineModel.LabelCount;

    private static readonly List<LineCue>[] Cues =
        [[LineCue.Any, LineCue.UpperCase, LineCue.IssuerWords], [LineCue.Any, LineCue.PageNumber], [LineCue.Any, LineCue.DearCue, LineCue.Dash]];

    private static readonly LineScores[] Scores = [.. Cues.Select(c => LineScores.Of(CueWeights.Model, c, null))];

    public static TheoryData<int[]?> Masks => new(
        null, // every sequence
        [LineSample.Anything, LineSample.Bit(LineLabel.Noise) | LineSample.Bit(LineLabel.Furniture), LineSample.Anything], // one line known to be nothing
        [LineSample.Bit(LineLabel.Issuer), LineSample.Bit(LineLabel.Noise), LineSample.Bit(LineLabel.Addressee)]); // a single sequence

    [Theory]
    [MemberData(nameof(Masks))]
    public void Sums_over_the_allowed_sequences(int[]? allowed) =>
        Assert.Equal(Math.Log(Sequences(allowed).Sum(s => s.Odds)), new LineChain(CueWeights.Model, Scores).Add(allowed, 1), 9);

    [Theory]
    [MemberData(nameof(Masks))]
    public void Expects_labels_beginnings_and_steps(int[]? allowed)
    {
        var chain = new LineChain(CueWeights.Model, Scores);
        chain.Add(allowed, 1);
        var all = Sequences(allowed).ToList();
        var sum = all.Sum(s => s.Odds);
        for (var line = 0; line < Scores.Length; line++)
            for (var label = 0; label < Labels; label++)
            {
                Assert.Equal(all.Where(s => s.Labels[line] == label).Sum(s => s.Odds) / sum, chain.Stay[line][label], 9);
                Assert.Equal(all.Where(s => s.Labels[line] == label && s.Before[line] is { } before && before != label).Sum(s => s.Odds) / sum, chain.Enter[line][label], 9);
            }
        Assert.Equal(all.Where(s => s.Before[2] == (int)LineLabel.Issuer && s.Labels[2] == (int)LineLabel.Addressee).Sum(s => s.Odds) / sum
            + all.Where(s => s.Before[1] == (int)LineLabel.Issuer && s.Labels[1] == (int)LineLabel.Addressee).Sum(s => s.Odds) / sum,
            chain.Steps[(int)LineLabel.Issuer][(int)LineLabel.Addressee], 9);
    }

    [Fact]
    public void Agrees_with_the_decoder_on_how_probable_a_label_is()
    {
        var chain = new LineChain(CueWeights.Model, Scores);
        chain.Add(null, 1);
        foreach (var ((label, probability), expected) in LineDecoder.Decode(CueWeights.Model, Cues).Zip(chain.Stay))
            Assert.Equal(expected[(int)label], probability, 6);
    }

    /// <summary>Every sequence with its odds; the state before each line is null for an interloper, which enters none.</summary>
    private static IEnumerable<(int[] Labels, int?[] Before, double Odds)> Sequences(int[]? allowed)
    {
        for (var code = 0; code < Labels * Labels * Labels; code++)
        {
            int[] labels = [code % Labels, code / Labels % Labels, code / (Labels * Labels)];
            if (allowed is not null && labels.Where((label, line) => (allowed[line] >> label & 1) == 0).Any())
                continue;
            var (state, log, before) = (LineModel.Start, 0.0, new int?[3]);
            for (var line = 0; line < 3; line++)
            {
                log += Scores[line].Stay[labels[line]];
                if (LineModel.IsInterloper((LineLabel)labels[line]))
                    continue;
                before[line] = state;
                log += CueWeights.Model.Transitions[state][labels[line]] + (state == labels[line] ? 0 : Scores[line].Enter[labels[line]]);
                state = labels[line];
            }
            yield return (labels, before, Math.Exp(log));
        }
    }
}
