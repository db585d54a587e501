namespace NhanDao.Parsing.Lines;

/// <summary>What a line's cues and traits say for each label, and for the label to begin here.</summary>
/// <param name="Stay">[label].</param>
/// <param name="Enter">[label]: added where the label begins.</param>
/// <param name="BehindLike">The label whose score counts for <see cref="LineLabel.Beyond"/>, too.</param>
internal readonly record struct LineScores(double[] Stay, double[] Enter, LineLabel BehindLike)
{
    private const int Labels = LineModel.LabelCount;

    /// <summary>How much less a foot's line speaks for standing behind the end than for being the letter's own foot.</summary>
    private const double FootBehindTheEnd = 2;

    public static LineScores Of(LineModel model, List<LineCue> cues, int[]? traits)
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
        if (traits is not null)
            foreach (var trait in traits)
            {
                var weights = model.TraitWeights.AsSpan(trait * Labels, Labels);
                for (var label = 0; label < Labels; label++)
                    scores[label] += weights[label];
            }
        if (!model.IsChain)
            return new(scores, new double[Labels], LineLabel.Beyond);

        // Behind the end of the letter anything may stand that a letter holds: only where it starts tells it.
        var (like, behind) = (LineLabel.Body, scores[(int)LineLabel.Body]);
        foreach (var foot in (ReadOnlySpan<LineLabel>)[LineLabel.Recipient, LineLabel.Signature])
            if (scores[(int)foot] - FootBehindTheEnd > behind)
                (like, behind) = (foot, scores[(int)foot] - FootBehindTheEnd);
        scores[(int)LineLabel.Beyond] += behind;
        return new(scores, enter, like);
    }
}
