using NhanDao.Parsing.Text.Ink;
using NhanDao.Service.Generation;
using static NhanDao.Parsing.Text.Ink.DigitNet;

namespace NhanDao.Service.Training;

/// <summary>Teaches a <see cref="DigitNet"/>: gradient descent with momentum over small batches; the same bytes for the same seed.</summary>
internal sealed class DigitTrainer(int seed)
{
    private const int Batch = 32;
    private const float Momentum = 0.9f, Decay = 2e-5f;

    private readonly Invention invention = new(seed);
    private readonly Pass pass = new();
    private readonly float[] gradient = new float[WeightCount];

    /// <param name="mnist">Digits to learn from, varied anew in every round; pen digits and no-digits are added.</param>
    /// <param name="rounds">How often every digit is seen.</param>
    /// <param name="progress">Takes a line a round.</param>
    public DigitNet Train(List<DigitSample> mnist, int rounds, TextWriter progress)
    {
        var net = new DigitNet(FirstWeights());
        var speed = new float[WeightCount];
        for (var round = 0; round < rounds; round++)
        {
            var rate = 0.02f * 0.5f * (1 + MathF.Cos(MathF.PI * round / rounds)) + 0.0004f;
            var samples = Shuffled([.. mnist, .. Enumerable.Range(0, mnist.Count / 2).Select(_ => DigitSamples.Pen(invention)), .. Enumerable.Range(0, mnist.Count / 5).Select(_ => DigitSamples.None(invention))]);
            double loss = 0;
            for (var at = 0; at + Batch <= samples.Count; at += Batch)
            {
                Array.Clear(gradient);
                for (var i = at; i < at + Batch; i++)
                    loss += Learn(net, DigitSamples.Vary(samples[i].Picture, invention), samples[i].Class);
                for (var w = 0; w < WeightCount; w++)
                {
                    speed[w] = Momentum * speed[w] - rate * (gradient[w] / Batch + Decay * net.Weights[w]);
                    net.Weights[w] += speed[w];
                }
            }
            progress.WriteLine(FormattableString.Invariant($"round {round + 1} of {rounds}: loss {loss / samples.Count:0.0000}"));
        }
        return net;
    }

    /// <summary>Share of digits told right.</summary>
    public static double Accuracy(DigitNet net, IReadOnlyCollection<DigitSample> samples) =>
        samples.Count(s => IndexOfMax(net.Classify(s.Picture)) == s.Class) / (double)samples.Count;

    private static int IndexOfMax(float[] values) => Array.IndexOf(values, values.Max());

    private float[] FirstWeights()
    {
        var weights = new float[WeightCount];
        Fill(Filters1, Bias1, Filter * Filter);
        Fill(Filters2, Bias2, Maps1 * Filter * Filter);
        Fill(Weights3, Bias3, Features);
        return weights;

        void Fill(int from, int to, int inputs)
        {
            for (var i = from; i < to; i++)
                weights[i] = (float)((invention.Fraction() * 2 - 1) * Math.Sqrt(6.0 / inputs) * 0.7);
        }
    }

    private List<DigitSample> Shuffled(List<DigitSample> samples)
    {
        for (var i = samples.Count - 1; i > 0; i--)
        {
            var j = invention.Number(0, i + 1);
            (samples[i], samples[j]) = (samples[j], samples[i]);
        }
        return samples;
    }

    /// <summary>Adds the gradient of one sample's log loss; gives the loss.</summary>
    private double Learn(DigitNet net, float[] picture, int truth)
    {
        net.Run(picture, pass);
        var loss = -Math.Log(Math.Max(1e-9, pass.Probabilities[truth]));
        var weights = net.Weights;

        Span<float> back2 = stackalloc float[Features];
        for (var c = 0; c < Classes; c++)
        {
            var error = pass.Probabilities[c] - (c == truth ? 1 : 0);
            gradient[Bias3 + c] += error;
            for (var i = 0; i < Features; i++)
            {
                gradient[Weights3 + c * Features + i] += error * pass.Found2[i];
                back2[i] += error * weights[Weights3 + c * Features + i];
            }
        }
        Span<float> back1 = stackalloc float[Maps1 * Side1 * Side1];
        Back(weights, pass.Found1, Maps1, Side1, pass.Found2, back2, Maps2, Side2, Filters2, Bias2, back1);
        Back(weights, pass.Picture, 1, Side, pass.Found1, back1, Maps1, Side1, Filters1, Bias1, default);
        return loss;
    }

    private void Back(float[] weights, float[] from, int fromMaps, int fromSide, float[] found, Span<float> error, int maps, int side, int filters, int bias, Span<float> fromError)
    {
        var at = -1;
        for (var map = 0; map < maps; map++)
            for (var y = 0; y < side; y++)
                for (var x = 0; x < side; x++)
                {
                    at++;
                    if (found[at] <= 0 || error[at] == 0)
                        continue;
                    gradient[bias + map] += error[at];
                    for (var source = 0; source < fromMaps; source++)
                        for (var row = 0; row < Filter; row++)
                        {
                            var weight = filters + ((map * fromMaps + source) * Filter + row) * Filter;
                            var pixel = (source * fromSide + y * Stride + row) * fromSide + x * Stride;
                            for (var column = 0; column < Filter; column++)
                            {
                                gradient[weight + column] += error[at] * from[pixel + column];
                                if (!fromError.IsEmpty)
                                    fromError[pixel + column] += error[at] * weights[weight + column];
                            }
                        }
                }
    }
}
