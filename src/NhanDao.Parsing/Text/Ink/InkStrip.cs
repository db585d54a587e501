namespace NhanDao.Parsing.Text.Ink;

/// <summary>A strip of a page around a slot, in black and white with its connected pieces of ink.</summary>
internal sealed class InkStrip
{
    private readonly GreyPicture picture;
    private readonly List<Piece> pieces;

    private InkStrip(GreyPicture picture, int left)
    {
        this.picture = picture;
        Left = left;
        pieces = FindPieces(picture);
    }

    /// <summary>Left edge on the page, in pixels.</summary>
    public int Left { get; }

    /// <summary>The part of <paramref name="grey"/> between the edges, in pixels; null where it is too small to hold a digit.</summary>
    public static InkStrip? Take(PageImage grey, double left, double top, double right, double bottom)
    {
        int x = Math.Max(0, (int)left), y = Math.Max(0, (int)top);
        int width = Math.Min(grey.Width, (int)right) - x, height = Math.Min(grey.Height, (int)bottom) - y;
        return width < 6 || height < 12 ? null : new(Blacken(grey.Luminance(x, y, width, height), width, height), x);
    }

    /// <summary>The digits of a slot, without rules, dirt and the print beside them.</summary>
    /// <param name="Picture">The digits alone.</param>
    /// <param name="DigitHeight">About how tall a digit is.</param>
    /// <param name="EndsBeforeSlash">Whether the separator behind the digits was seen.</param>
    public sealed record SlotDigits(GreyPicture Picture, double DigitHeight, bool EndsBeforeSlash);

    /// <summary>What stands between <paramref name="left"/> and <paramref name="right"/>, in pixels of the strip; null when nothing does.</summary>
    /// <param name="left">Where the print before the slot ends.</param>
    /// <param name="right">About where the print behind it begins.</param>
    /// <param name="print">Height of the print.</param>
    public SlotDigits? Digits(double left, double right, double print)
    {
        var middle = picture.Height / 2.0;
        var slash = pieces.Where(p => IsSlash(p, print) && Math.Abs(p.Left - right) < 0.5 * print).MinBy(p => Math.Abs(p.Left - right));
        if (slash is not null)
            right = slash.Left;
        var digits = pieces.Where(p =>
            (p.Left + p.Right) / 2.0 > left && (p.Left + p.Right) / 2.0 < right
            && p.Top < middle + 0.5 * print && p.Bottom > middle - 0.5 * print
            && p.Height < 2.6 * print && !(p.Height < 0.2 * print && p.Width > 0.8 * print)
            && p.Bottom - p.Top > 0.12 * print).ToList();
        var tall = digits.Where(p => p.Height > 0.55 * print).Select(p => (double)p.Height).Order().ToList();
        if (tall.Count == 0)
            return null;
        int x0 = digits.Min(p => p.Left), x1 = digits.Max(p => p.Right) + 1, y0 = digits.Min(p => p.Top), y1 = digits.Max(p => p.Bottom) + 1;
        var ink = new float[(x1 - x0) * (y1 - y0)];
        foreach (var piece in digits)
            foreach (var (x, y) in piece.Pixels)
                ink[(y - y0) * (x1 - x0) + x - x0] = picture[x, y];
        return new(new(x1 - x0, y1 - y0, ink), tall[tall.Count / 2], slash is not null);
    }

    /// <summary>A straight leaning stroke as tall as print: the separator of number and symbol, which a glued word hides among the digits.</summary>
    private static bool IsSlash(Piece piece, double print)
    {
        if (piece.Height < 0.7 * print || piece.Width < 0.12 * piece.Height || piece.Width > 0.7 * piece.Height)
            return false;
        double meanX = piece.Pixels.Average(p => p.X), meanY = piece.Pixels.Average(p => p.Y), xx = 0, yy = 0, xy = 0;
        foreach (var (x, y) in piece.Pixels)
        {
            xx += (x - meanX) * (x - meanX);
            yy += (y - meanY) * (y - meanY);
            xy += (x - meanX) * (y - meanY);
        }
        return xy < -0.9 * Math.Sqrt(xx * yy);
    }

    private sealed record Piece(int Left, int Top, int Right, int Bottom, List<(int X, int Y)> Pixels)
    {
        public int Width => Right - Left + 1;

        public int Height => Bottom - Top + 1;
    }

    /// <summary>Ink 0–1 by the threshold that parts the strip's light from its dark best (Otsu).</summary>
    private static GreyPicture Blacken(byte[] luminance, int width, int height)
    {
        Span<int> histogram = stackalloc int[256];
        foreach (var value in luminance)
            histogram[value]++;
        double all = 0, dark = 0, darkSum = 0, best = -1;
        for (var v = 0; v < 256; v++)
            all += (double)v * histogram[v];
        var threshold = 128;
        for (var v = 0; v < 255; v++)
        {
            dark += histogram[v];
            darkSum += (double)v * histogram[v];
            var light = luminance.Length - dark;
            if (dark == 0 || light == 0)
                continue;
            var apart = dark * light * Math.Pow(darkSum / dark - (all - darkSum) / light, 2);
            if (apart > best)
                (best, threshold) = (apart, v);
        }
        threshold = Math.Min(threshold + 12, 235); // pens are paler than print
        return new(width, height, Array.ConvertAll(luminance, v => v <= threshold ? 1f : 0f));
    }

    private static List<Piece> FindPieces(GreyPicture picture)
    {
        var pieces = new List<Piece>();
        var seen = new bool[picture.Width * picture.Height];
        var open = new Stack<(int X, int Y)>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || picture.Ink[start] < 0.5f)
                continue;
            var pixels = new List<(int X, int Y)>();
            open.Push((start % picture.Width, start / picture.Width));
            seen[start] = true;
            while (open.TryPop(out var at))
            {
                pixels.Add(at);
                for (var y = Math.Max(0, at.Y - 1); y <= Math.Min(picture.Height - 1, at.Y + 1); y++)
                    for (var x = Math.Max(0, at.X - 1); x <= Math.Min(picture.Width - 1, at.X + 1); x++)
                        if (!seen[y * picture.Width + x] && picture[x, y] >= 0.5f)
                        {
                            seen[y * picture.Width + x] = true;
                            open.Push((x, y));
                        }
            }
            pieces.Add(new(pixels.Min(p => p.X), pixels.Min(p => p.Y), pixels.Max(p => p.X), pixels.Max(p => p.Y), pixels));
        }
        return pieces;
    }
}
