using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;
using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Training;

/// <summary>
/// Learns the weights of a <see cref="LineModel"/>: the most probable ones given the letters and a Gaussian about the weights it
/// starts from (MAP). Where a line's label is not known, all that are allowed count together.
/// </summary>
/// <param name="prior">The weights believed in before.</param>
/// <param name="spread">How far they may stray.</param>
internal sealed class LineTrainer(LineModel prior, LineSpread spread)
{
    /// <summary>Samples are summed up in so many parts, always the same ones: the number of cores does not change a bit of the result.</summary>
    private const int Parts = 16;

    private readonly double[] centre = LineParameters.Of(prior);
    private readonly double[] tightness = LineParameters.Tightness(LineParameters.Of(prior), spread);

    /// <param name="samples">Letters to learn from.</param>
    /// <param name="steps">Steps of L-BFGS at most.</param>
    /// <param name="start">Where to begin; null for the prior. The answer is about the same, sooner when it begins nearer.</param>
    /// <param name="progress">Takes a line every ten evaluations; null for silence.</param>
    public LineModel Train(IReadOnlyList<LineSample> samples, int steps, LineModel? start = null, TextWriter? progress = null)
    {
        Control.UseSingleThread(); // MathNet's own threads would add up in another order each time
        Control.UseManaged();
        var first = start is null ? centre : LineParameters.Of(start);
        var (evaluations, best, bestLoss) = (0, first, double.PositiveInfinity);
        var objective = ObjectiveFunction.Gradient(point =>
        {
            var weights = point.AsArray() ?? point.ToArray();
            var (loss, gradient) = Evaluate(samples, weights);
            if (loss < bestLoss)
                (best, bestLoss) = ([.. weights], loss);
            if (evaluations++ % 10 == 0)
                progress?.WriteLine(FormattableString.Invariant($"evaluation {evaluations}: loss {loss:0.0}"));
            return (loss, (Vector<double>)DenseVector.OfArray(gradient));
        });
        try
        {
            new LimitedMemoryBfgsMinimizer(gradientTolerance: 1e-4, parameterTolerance: 1e-6, functionProgressTolerance: 1e-6, memory: 12, steps)
                .FindMinimum(objective, DenseVector.OfArray([.. first]));
        }
        catch (OptimizationException stopped)
        {
            // No better point along the line, or steps used up: the best point so far is the answer.
            progress?.WriteLine(stopped.Message);
        }
        return LineParameters.ToModel(best, prior.KnowsCues);
    }

    private (double Loss, double[] Gradient) Evaluate(IReadOnlyList<LineSample> samples, double[] weights)
    {
        var model = LineParameters.ToModel(weights);
        var losses = new double[Parts];
        var gradients = new double[Parts][];
        Parallel.For(0, Parts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, part =>
        {
            var gradient = gradients[part] = new double[LineParameters.Count];
            for (var i = part; i < samples.Count; i += Parts)
                losses[part] += Add(model, samples[i], gradient);
        });
        var (loss, sum) = (0.0, gradients[0]);
        for (var part = 0; part < Parts; part++)
        {
            loss += losses[part];
            if (part > 0)
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += gradients[part][i];
        }
        for (var i = 0; i < sum.Length; i++)
            if (double.IsInfinity(tightness[i]))
                sum[i] = 0;
            else
            {
                var away = weights[i] - centre[i];
                loss += 0.5 * tightness[i] * away * away;
                sum[i] += tightness[i] * away;
            }
        return (loss, sum);
    }

    /// <summary>Adds the gradient of one letter's loss; gives the loss.</summary>
    private static double Add(LineModel model, LineSample sample, double[] gradient)
    {
        const int labels = LineParameters.Labels;
        var scores = new LineScores[sample.Cues.Length];
        for (var line = 0; line < scores.Length; line++)
            scores[line] = LineScores.Of(model, sample.Cues[line], sample.Traits[line]);
        var chain = new LineChain(model, scores);
        var loss = sample.Weight * (chain.Add(null, sample.Weight) - chain.Add(sample.Allowed, -sample.Weight));

        for (var line = 0; line < scores.Length; line++)
        {
            double[] stay = chain.Stay[line], enter = chain.Enter[line];
            stay[(int)scores[line].BehindLike] += stay[(int)LineLabel.Beyond];
            foreach (var cue in sample.Cues[line])
                for (var label = 0; label < labels; label++)
                {
                    gradient[((int)cue * labels) + label] += stay[label];
                    gradient[LineParameters.Entries + ((int)cue * labels) + label] += enter[label];
                }
            foreach (var trait in sample.Traits[line])
                for (var label = 0; label < labels; label++)
                    gradient[LineParameters.Traits + (trait * labels) + label] += stay[label];
        }
        for (var from = 0; from <= labels; from++)
            for (var to = 0; to < labels; to++)
                gradient[LineParameters.Steps + (from * labels) + to] += chain.Steps[from][to];
        return loss;
    }
}
