using System.Collections.Immutable;

namespace NhanDao.Service.Generation;

/// <summary>A point of a stroke; the digit's box is the unit square, y grows downward.</summary>
internal readonly record struct PenPoint(double X, double Y);

/// <summary>Digits as a pen draws them: strokes by hand, then bent, slanted and shaken so that no two are alike.</summary>
internal static class PenDigits
{
    // Each digit in the ways people write it; a stroke is a list of points that the pen passes through.
    private static readonly ImmutableArray<ImmutableArray<string>> Shapes =
    [
        ["5,0 1,2 0,5 1,9 5,10 9,8 10,5 9,1 5,0", "6,0 2,1 0,6 3,10 8,9 10,4 7,0 4,1"],
        ["3,2 6,0 6,10", "5,0 5,10", "2,3 6,0 6,10|3,10 9,10"],
        ["1,2 4,0 8,1 9,3 6,6 1,10|1,10 9,10", "0,3 3,0 8,1 8,4 4,8 1,10 4,9 9,10"],
        ["1,1 5,0 9,2 7,4 4,5|4,5 8,6 9,8 5,10 1,9", "1,0 9,0 4,4 8,5 9,8 5,10 1,9"],
        ["6,0 1,6 9,6|7,4 6,10", "2,0 1,5 8,5|8,0 7,10", "7,10 7,0 1,6 10,6"],
        ["9,0 2,0 1,4|1,4 6,4 9,7 6,10 1,9", "3,0 2,5 6,4 9,7 5,10 1,9|3,0 9,0"],
        ["8,0 3,4 1,8 4,10 8,9 8,6 4,5 1,7", "6,0 2,5 1,8 5,10 9,8 7,5 2,6"],
        ["1,0 9,0 5,5 3,10", "1,1 9,0 4,10|3,5 8,5"],
        ["5,5 1,3 4,0 8,1 8,3 3,6 1,8 4,10 8,9 8,7 5,5", "7,1 3,0 2,3 7,6 8,9 4,10 2,8 7,4 8,2 6,0"],
        ["8,3 5,5 1,4 2,1 6,0 8,2 8,3 7,10", "9,1 4,0 1,3 4,5 8,3 9,1 8,6 5,10"],
    ];

    /// <summary>The strokes of one digit, smooth, in the unit square or a little outside it.</summary>
    public static ImmutableArray<ImmutableArray<PenPoint>> Draw(int digit, Invention hand)
    {
        var slant = (hand.Fraction() - 0.3) * 0.5;
        var narrow = 0.55 + hand.Fraction() * 0.35;
        return [.. hand.OneOf(Shapes[digit]).Split('|').Select(stroke => Smooth([.. stroke.Split(' ').Select(point => Place(point, hand, slant, narrow))]))];
    }

    private static PenPoint Place(string point, Invention hand, double slant, double narrow)
    {
        var comma = point.IndexOf(',', StringComparison.Ordinal);
        var x = int.Parse(point.AsSpan(0, comma), System.Globalization.CultureInfo.InvariantCulture) / 10.0 + Shake(hand);
        var y = int.Parse(point.AsSpan(comma + 1), System.Globalization.CultureInfo.InvariantCulture) / 10.0 + Shake(hand);
        return new((x - 0.5) * narrow + 0.5 + (0.5 - y) * slant, y);
    }

    private static double Shake(Invention hand) => (hand.Fraction() - 0.5) * 0.11;

    /// <summary>A curve through the points (Catmull–Rom), four steps from point to point.</summary>
    private static ImmutableArray<PenPoint> Smooth(ImmutableArray<PenPoint> points)
    {
        var curve = ImmutableArray.CreateBuilder<PenPoint>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            PenPoint before = points[Math.Max(0, i - 1)], from = points[i], to = points[i + 1], after = points[Math.Min(points.Length - 1, i + 2)];
            for (var step = 0; step < 4; step++)
            {
                var t = step / 4.0;
                curve.Add(new(Between(before.X, from.X, to.X, after.X, t), Between(before.Y, from.Y, to.Y, after.Y, t)));
            }
        }
        curve.Add(points[^1]);
        return curve.ToImmutable();
    }

    private static double Between(double before, double from, double to, double after, double t) =>
        0.5 * (2 * from + (to - before) * t + (2 * before - 5 * from + 4 * to - after) * t * t + (3 * from - before - 3 * to + after) * t * t * t);
}
