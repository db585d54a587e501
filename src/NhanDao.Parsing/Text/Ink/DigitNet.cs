using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Text.Ink;

/// <summary>
/// Tells which digit a small picture shows: two layers of 5×5 filters and one that weighs what they found. Learned by
/// <c>nhandao train digits</c> from the MNIST digits and from digits drawn by a made-up pen.
/// </summary>
internal sealed class DigitNet
{
    /// <summary>Side of the picture.</summary>
    public const int Side = 28;

    /// <summary>The ten digits, and what is none: a piece of one, two at once, a stroke.</summary>
    public const int Classes = 11, NoDigit = 10;

    internal const int Filter = 5, Stride = 2, Maps1 = 8, Side1 = (Side - Filter) / Stride + 1, Maps2 = 16, Side2 = (Side1 - Filter) / Stride + 1;
    internal const int Features = Maps2 * Side2 * Side2;

    internal const int Filters1 = 0, Bias1 = Filters1 + Maps1 * Filter * Filter;
    internal const int Filters2 = Bias1 + Maps1, Bias2 = Filters2 + Maps2 * Maps1 * Filter * Filter;
    internal const int Weights3 = Bias2 + Maps2, Bias3 = Weights3 + Features * Classes, WeightCount = Bias3 + Classes;

    private static readonly Lazy<DigitNet> Embedded = new(static () =>
    {
        using var stream = typeof(DigitNet).Assembly.GetManifestResourceStream("digits.bin")
            ?? throw new InvalidOperationException("The assembly was built without Text/Ink/digits.bin; nhandao train digits makes it.");
        var weights = new float[WeightCount];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights);
    });

    public DigitNet(float[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, WeightCount);
        Weights = weights;
    }

    /// <summary>The net that is shipped.</summary>
    public static DigitNet Default => Embedded.Value;

    /// <summary>All weights, layer after layer; little-endian in the file.</summary>
    internal float[] Weights { get; }

    /// <summary>How probable each class is. Row by row, 0 is paper and 1 is ink.</summary>
    public float[] Classify(ReadOnlySpan<float> picture)
    {
        var pass = new Pass();
        Run(picture, pass);
        return pass.Probabilities;
    }

    internal void Run(ReadOnlySpan<float> picture, Pass pass)
    {
        picture.CopyTo(pass.Picture);
        Filtered(pass.Picture, 1, Side, pass.Found1, Maps1, Side1, Filters1, Bias1);
        Filtered(pass.Found1, Maps1, Side1, pass.Found2, Maps2, Side2, Filters2, Bias2);

        var top = float.NegativeInfinity;
        for (var c = 0; c < Classes; c++)
        {
            var sum = Weights[Bias3 + c];
            var row = Weights.AsSpan(Weights3 + c * Features, Features);
            for (var i = 0; i < Features; i++)
                sum += row[i] * pass.Found2[i];
            pass.Probabilities[c] = sum;
            top = Math.Max(top, sum);
        }
        var total = 0f;
        foreach (ref var p in pass.Probabilities.AsSpan())
            total += p = MathF.Exp(p - top);
        foreach (ref var p in pass.Probabilities.AsSpan())
            p /= total;
    }

    private void Filtered(float[] from, int fromMaps, int fromSide, float[] to, int maps, int side, int filters, int bias)
    {
        var at = 0;
        for (var map = 0; map < maps; map++)
            for (var y = 0; y < side; y++)
                for (var x = 0; x < side; x++)
                {
                    var sum = Weights[bias + map];
                    for (var source = 0; source < fromMaps; source++)
                        for (var row = 0; row < Filter; row++)
                        {
                            var weight = filters + ((map * fromMaps + source) * Filter + row) * Filter;
                            var pixel = (source * fromSide + y * Stride + row) * fromSide + x * Stride;
                            for (var column = 0; column < Filter; column++)
                                sum += Weights[weight + column] * from[pixel + column];
                        }
                    to[at++] = Math.Max(0, sum);
                }
    }

    /// <summary>What each layer found on the way; training needs it again on the way back.</summary>
    internal sealed class Pass
    {
        public float[] Picture { get; } = new float[Side * Side];

        public float[] Found1 { get; } = new float[Maps1 * Side1 * Side1];

        public float[] Found2 { get; } = new float[Features];

        public float[] Probabilities { get; } = new float[Classes];
    }
}
