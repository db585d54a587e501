using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Training;

/// <summary>
/// Forward and backward over the lines of one letter: the logarithm of the sum over all label sequences that are allowed, and how
/// often each label, beginning and step is expected in them. Sums run in odds that are scaled line by line, logarithms add up the
/// scales: the same numbers as in log space, with one exponential a score.
/// </summary>
internal sealed class LineChain(LineModel model, LineScores[] scores)
{
    private const int Labels = LineModel.LabelCount, Start = LineModel.Start;

    private static readonly int[] Core = [.. Enumerable.Range(0, Labels).Where(l => !LineModel.IsInterloper((LineLabel)l))];
    private static readonly int[] Interlopers = [.. Enumerable.Range(0, Labels).Where(l => LineModel.IsInterloper((LineLabel)l))];

    /// <summary>Expected number of [line][label].</summary>
    public double[][] Stay { get; } = Make(scores.Length);

    /// <summary>Expected number of beginnings, [line][label].</summary>
    public double[][] Enter { get; } = Make(scores.Length);

    /// <summary>Expected number of steps, [from][to].</summary>
    public double[][] Steps { get; } = Make(Labels + 1);

    /// <summary>Adds what is expected among the allowed sequences, times <paramref name="sign"/>; gives the logarithm of their sum.</summary>
    public double Add(int[]? allowed, double sign)
    {
        var lines = scores.Length;
        double[][] stay = new double[lines][], enter = new double[lines][], forward = new double[lines + 1][];
        var logSum = 0.0;
        forward[0] = new double[Labels + 1];
        forward[0][Start] = 1;
        for (var line = 0; line < lines; line++)
        {
            (stay[line], enter[line], var highest) = Odds(scores[line], allowed?[line] ?? LineSample.Anything);
            forward[line + 1] = Forward(forward[line], stay[line], enter[line]);
            logSum += highest + Math.Log(Scale(forward[line + 1]));
        }
        var backward = new double[Labels + 1];
        Array.Fill(backward, 1);
        for (var line = lines - 1; line >= 0; line--)
        {
            Expect(line, forward[line], stay[line], enter[line], backward, sign);
            backward = Backward(backward, stay[line], enter[line]);
            Scale(backward);
        }
        return logSum;
    }

    private static (double[] Stay, double[] Enter, double Highest) Odds(LineScores line, int allowed)
    {
        var highest = double.MinValue;
        for (var label = 0; label < Labels; label++)
            if ((allowed >> label & 1) != 0)
                highest = Math.Max(highest, line.Stay[label] + Math.Max(0, line.Enter[label]));
        double[] stay = new double[Labels], enter = new double[Labels];
        for (var label = 0; label < Labels; label++)
            if ((allowed >> label & 1) != 0)
            {
                stay[label] = Math.Exp(line.Stay[label] - highest);
                enter[label] = line.Enter[label] == 0 ? stay[label] : Math.Exp(line.Stay[label] + line.Enter[label] - highest);
            }
        return (stay, enter, highest);
    }

    private double[] Forward(double[] from, double[] stay, double[] enter)
    {
        var next = new double[Labels + 1];
        var interlopers = 0.0;
        foreach (var label in Interlopers)
            interlopers += stay[label];
        for (var state = 0; state <= Labels; state++)
        {
            if (from[state] == 0)
                continue;
            var odds = model.StepOdds[state];
            next[state] += from[state] * interlopers;
            foreach (var label in Core)
                next[label] += from[state] * odds[label] * (state == label ? stay[label] : enter[label]);
        }
        return next;
    }

    private double[] Backward(double[] after, double[] stay, double[] enter)
    {
        var before = new double[Labels + 1];
        var interlopers = 0.0;
        foreach (var label in Interlopers)
            interlopers += stay[label];
        for (var state = 0; state <= Labels; state++)
        {
            var odds = model.StepOdds[state];
            var sum = after[state] * interlopers;
            foreach (var label in Core)
                sum += odds[label] * (state == label ? stay[label] : enter[label]) * after[label];
            before[state] = sum;
        }
        return before;
    }

    private void Expect(int line, double[] from, double[] stay, double[] enter, double[] after, double sign)
    {
        double total = 0, kept = 0;
        for (var state = 0; state <= Labels; state++)
        {
            kept += from[state] * after[state];
            foreach (var label in Core)
                total += from[state] * model.StepOdds[state][label] * (state == label ? stay[label] : enter[label]) * after[label];
        }
        foreach (var label in Interlopers)
            total += kept * stay[label];
        var share = sign / total;
        foreach (var label in Interlopers)
            Stay[line][label] += kept * stay[label] * share;
        for (var state = 0; state <= Labels; state++)
        {
            if (from[state] == 0)
                continue;
            foreach (var label in Core)
            {
                var expected = from[state] * model.StepOdds[state][label] * (state == label ? stay[label] : enter[label]) * after[label] * share;
                Stay[line][label] += expected;
                if (state != label)
                    Enter[line][label] += expected;
                Steps[state][label] += expected;
            }
        }
    }

    /// <summary>Divides by the sum, which it gives.</summary>
    private static double Scale(double[] values)
    {
        var sum = values.Sum();
        if (!(sum > 0))
            throw new InvalidOperationException("No sequence of the allowed labels is possible.");
        for (var i = 0; i < values.Length; i++)
            values[i] /= sum;
        return sum;
    }

    private static double[][] Make(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new double[Labels])];
}
