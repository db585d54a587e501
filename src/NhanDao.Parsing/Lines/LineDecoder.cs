namespace NhanDao.Parsing.Lines;

/// <summary>
/// The best sequence of labels and how probable each is. A line is either part of the letter's sequence (letterhead,
/// title, addressees, body, recipients, signature …) or an interloper (dirt, page number, stamp), which leaves the
/// sequence where it was.
/// </summary>
internal static class LineDecoder
{
    private const int Labels = LineModel.LabelCount;
    private const double Impossible = -1e9;

    private static readonly int[] Core =
        [.. Enumerable.Range(0, Labels).Where(l => !LineModel.IsInterloper((LineLabel)l))];

    private static readonly int[] Interlopers =
        [.. Enumerable.Range(0, Labels).Where(l => LineModel.IsInterloper((LineLabel)l))];

    public static (LineLabel Label, double Probability)[] Decode(LineModel model, List<LineCue>[] cues, int[][]? traits = null)
    {
        var scores = new LineScores[cues.Length];
        for (var i = 0; i < cues.Length; i++)
            scores[i] = LineScores.Of(model, cues[i], traits?[i]);
        var labels = BestPath(model, scores);
        var marginals = Marginals(model, scores);
        return [.. labels.Select((label, line) => ((LineLabel)label, Math.Clamp(marginals[line][label], 0, 1)))];
    }

    private static double Step(LineModel model, int from, int to, LineScores scores) =>
        model.Transitions[from][to] + scores.Stay[to] + (from == to ? 0 : scores.Enter[to]);

    // State of the chain: the core label last seen (or Start). A line moves the state to its own core label, or is an
    // interloper and keeps it.
    private static int[] BestPath(LineModel model, LineScores[] scores)
    {
        var best = FirstState();
        var back = new (int State, int Label)[scores.Length][];
        for (var line = 0; line < scores.Length; line++)
        {
            var next = new double[Labels + 1];
            Array.Fill(next, Impossible);
            back[line] = new (int, int)[Labels + 1];
            for (var state = 0; state <= Labels; state++)
            {
                if (best[state] <= Impossible)
                    continue;
                foreach (var label in Core)
                    Offer(state, label, label, best[state] + Step(model, state, label, scores[line]));
                foreach (var label in Interlopers)
                    Offer(state, state, label, best[state] + scores[line].Stay[label]);
            }
            best = next;

            void Offer(int from, int to, int label, double score)
            {
                if (score > next[to])
                    (next[to], back[line][to]) = (score, (from, label));
            }
        }

        var labels = new int[scores.Length];
        var at = Array.IndexOf(best, best.Max());
        for (var line = scores.Length - 1; line >= 0; line--)
            (at, labels[line]) = back[line][at];
        return labels;
    }

    // In probabilities rather than logarithms, each line scaled by its own sum: an exponential a score, not two functions a step.
    // Nothing that counts is lost below the smallest double: a step costs at most e^-60, and a line's best score is 1.
    private static double[][] Marginals(LineModel model, LineScores[] scores)
    {
        var weights = Array.ConvertAll(scores, LineWeights.Of);
        var forward = new double[scores.Length][]; // before each line
        var state = new double[Labels + 1];
        state[LineModel.Start] = 1;
        for (var line = 0; line < scores.Length; line++)
        {
            forward[line] = state;
            state = Forward(model.StepOdds, state, weights[line]);
        }

        var marginals = new double[scores.Length][];
        var backward = new double[Labels + 1];
        Array.Fill(backward, 1);
        for (var line = scores.Length - 1; line >= 0; line--)
        {
            marginals[line] = Marginal(model.StepOdds, forward[line], weights[line], backward);
            backward = Backward(model.StepOdds, weights[line], backward);
        }
        return marginals;
    }

    /// <summary>The scores of a line as odds: of a label that goes on, of one that begins here, and of all interlopers together.</summary>
    private readonly record struct LineWeights(double[] Stay, double[] Enter, double Interlopers)
    {
        public static LineWeights Of(LineScores scores)
        {
            var highest = double.MinValue;
            for (var label = 0; label < Labels; label++)
                highest = Math.Max(highest, scores.Stay[label] + Math.Max(0, scores.Enter[label]));
            double[] stay = new double[Labels], enter = new double[Labels];
            for (var label = 0; label < Labels; label++)
            {
                stay[label] = Math.Exp(scores.Stay[label] - highest);
                enter[label] = scores.Enter[label] == 0 ? stay[label] : Math.Exp(scores.Stay[label] + scores.Enter[label] - highest);
            }
            var interlopers = 0.0;
            foreach (var label in LineDecoder.Interlopers)
                interlopers += stay[label];
            return new(stay, enter, interlopers);
        }
    }

    /// <summary>How probable it is to come from <paramref name="from"/> to a label of the letter's sequence with this line.</summary>
    private static double Into(double[][] odds, double[] from, LineWeights line, int label)
    {
        var entering = 0.0;
        for (var state = 0; state <= Labels; state++)
            if (state != label)
                entering += from[state] * odds[state][label];
        return (entering * line.Enter[label]) + (from[label] * odds[label][label] * line.Stay[label]);
    }

    private static double[] Forward(double[][] odds, double[] from, LineWeights line)
    {
        var next = new double[Labels + 1];
        for (var state = 0; state <= Labels; state++)
            next[state] = from[state] * line.Interlopers;
        foreach (var label in Core)
            next[label] += Into(odds, from, line, label);
        return Scaled(next);
    }

    private static double[] Backward(double[][] odds, LineWeights line, double[] after)
    {
        var before = new double[Labels + 1];
        for (var state = 0; state <= Labels; state++)
        {
            var sum = line.Interlopers * after[state];
            foreach (var label in Core)
                sum += odds[state][label] * (state == label ? line.Stay[label] : line.Enter[label]) * after[label];
            before[state] = sum;
        }
        return Scaled(before);
    }

    private static double[] Marginal(double[][] odds, double[] from, LineWeights line, double[] after)
    {
        var marginal = new double[Labels];
        foreach (var label in Core)
            marginal[label] = Into(odds, from, line, label) * after[label];
        var kept = 0.0;
        for (var state = 0; state <= Labels; state++)
            kept += from[state] * after[state];
        foreach (var label in Interlopers)
            marginal[label] = kept * line.Stay[label];
        return Scaled(marginal);
    }

    private static double[] Scaled(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        if (sum > 0)
            for (var i = 0; i < values.Length; i++)
                values[i] /= sum;
        return values;
    }

    private static double[] FirstState()
    {
        var state = new double[Labels + 1];
        Array.Fill(state, Impossible);
        state[LineModel.Start] = 0;
        return state;
    }
}
