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

    /// <summary>How much less a foot's line speaks for standing behind the end than for being the letter's own foot.</summary>
    private const double FootBehindTheEnd = 2;

    private static readonly int[] Core =
        [.. Enumerable.Range(0, Labels).Where(l => !LineModel.IsInterloper((LineLabel)l))];

    private static readonly int[] Interlopers =
        [.. Enumerable.Range(0, Labels).Where(l => LineModel.IsInterloper((LineLabel)l))];

    public static (LineLabel Label, double Probability)[] Decode(LineModel model, List<LineCue>[] cues)
    {
        var scores = Array.ConvertAll(cues, line => Scores(model, line));
        var labels = BestPath(model, scores);
        var marginals = Marginals(model, scores);
        return [.. labels.Select((label, line) => ((LineLabel)label, Math.Clamp(marginals[line][label], 0, 1)))];
    }

    /// <summary>What a line's cues say for each label, and for the label to begin here.</summary>
    private readonly record struct LineScores(double[] Stay, double[] Enter);

    private static double Step(LineModel model, int from, int to, LineScores scores) =>
        model.Transitions[from][to] + scores.Stay[to] + (from == to ? 0 : scores.Enter[to]);

    private static LineScores Scores(LineModel model, List<LineCue> cues)
    {
        var scores = new double[Labels];
        var enter = new double[Labels];
        foreach (var cue in cues)
        {
            var weights = model.CueWeights[(int)cue];
            var entry = model.EntryWeights[(int)cue];
            for (var label = 0; label < Labels; label++)
            {
                scores[label] += weights[label];
                enter[label] += entry[label];
            }
        }
        // Behind the end of the letter anything may stand that a letter holds: only where it starts tells it.
        scores[(int)LineLabel.Beyond] += Math.Max(
            scores[(int)LineLabel.Body], Math.Max(scores[(int)LineLabel.Recipient], scores[(int)LineLabel.Signature]) - FootBehindTheEnd);
        return new(scores, enter);
    }

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

    private static double[][] Marginals(LineModel model, LineScores[] scores)
    {
        var forward = new double[scores.Length + 1][];
        forward[0] = FirstState();
        for (var line = 0; line < scores.Length; line++)
            forward[line + 1] = Forward(model, forward[line], scores[line]);

        var marginals = new double[scores.Length][];
        var backward = new double[Labels + 1];
        for (var line = scores.Length - 1; line >= 0; line--)
        {
            marginals[line] = new double[Labels];
            var before = new double[Labels + 1];
            Array.Fill(before, Impossible);
            var total = Impossible;
            foreach (var label in Core)
            {
                var sum = Impossible;
                for (var state = 0; state <= Labels; state++)
                {
                    var step = Step(model, state, label, scores[line]) + backward[label];
                    sum = LogAdd(sum, forward[line][state] + step);
                    before[state] = LogAdd(before[state], step);
                }
                marginals[line][label] = sum;
                total = LogAdd(total, sum);
            }
            foreach (var label in Interlopers)
            {
                var sum = Impossible;
                for (var state = 0; state <= Labels; state++)
                {
                    var step = scores[line].Stay[label] + backward[state];
                    sum = LogAdd(sum, forward[line][state] + step);
                    before[state] = LogAdd(before[state], step);
                }
                marginals[line][label] = sum;
                total = LogAdd(total, sum);
            }
            for (var label = 0; label < Labels; label++)
                marginals[line][label] = Math.Exp(marginals[line][label] - total);
            backward = before;
        }
        return marginals;
    }

    private static double[] Forward(LineModel model, double[] from, LineScores scores)
    {
        var next = new double[Labels + 1];
        Array.Fill(next, Impossible);
        for (var state = 0; state <= Labels; state++)
        {
            if (from[state] <= Impossible)
                continue;
            foreach (var label in Core)
                next[label] = LogAdd(next[label], from[state] + Step(model, state, label, scores));
            foreach (var label in Interlopers)
                next[state] = LogAdd(next[state], from[state] + scores.Stay[label]);
        }
        return next;
    }

    private static double[] FirstState()
    {
        var state = new double[Labels + 1];
        Array.Fill(state, Impossible);
        state[LineModel.Start] = 0;
        return state;
    }

    private static double LogAdd(double a, double b)
    {
        var (high, low) = a > b ? (a, b) : (b, a);
        return high - low > 40 ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
