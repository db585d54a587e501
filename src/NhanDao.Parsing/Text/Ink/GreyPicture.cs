namespace NhanDao.Parsing.Text.Ink;

/// <summary>A small picture in managed memory, row by row: 0 is paper, 1 is ink.</summary>
internal sealed record GreyPicture(int Width, int Height, float[] Ink)
{
    public float this[int x, int y] => Ink[y * Width + x];

    /// <summary>The part from <paramref name="left"/> to before <paramref name="right"/>, cut to the rows that hold ink; null where there is none.</summary>
    public GreyPicture? Cut(int left, int right, float threshold = 0.5f)
    {
        int top = Height, bottom = -1, first = right, last = left - 1;
        for (var y = 0; y < Height; y++)
            for (var x = left; x < right; x++)
                if (this[x, y] >= threshold)
                {
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                    (first, last) = (Math.Min(first, x), Math.Max(last, x));
                }
        if (bottom < 0)
            return null;
        int width = last - first + 1, height = bottom - top + 1;
        var cut = new float[width * height];
        for (var y = 0; y < height; y++)
            Array.Copy(Ink, (top + y) * Width + first, cut, y * width, width);
        return new(width, height, cut);
    }

    /// <summary>As MNIST has it: scaled into 20×20 keeping its shape, its centre of mass in the middle of 28×28.</summary>
    public float[] ForNet()
    {
        const int side = DigitNet.Side, box = 20;
        var scale = (double)box / Math.Max(Width, Height);
        int width = Math.Max(1, (int)Math.Round(Width * scale)), height = Math.Max(1, (int)Math.Round(Height * scale));
        var small = Resized(width, height);
        double mass = 0, massX = 0, massY = 0;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                mass += small[y * width + x];
                massX += small[y * width + x] * x;
                massY += small[y * width + x] * y;
            }
        var net = new float[side * side];
        if (mass == 0)
            return net;
        int left = (int)Math.Round(side / 2.0 - 0.5 - massX / mass), top = (int)Math.Round(side / 2.0 - 0.5 - massY / mass);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (left + x is >= 0 and < side && top + y is >= 0 and < side)
                    net[(top + y) * side + left + x] = small[y * width + x];
        return net;
    }

    /// <summary>Mean of the covered pixels going down, between neighbours going up.</summary>
    private float[] Resized(int width, int height)
    {
        var resized = new float[width * height];
        double stepX = (double)Width / width, stepY = (double)Height / height;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                double sum = 0, weight = 0;
                for (var v = (int)(y * stepY); v < Math.Min(Height, Math.Max((y + 1) * stepY, (int)(y * stepY) + 1)); v++)
                    for (var u = (int)(x * stepX); u < Math.Min(Width, Math.Max((x + 1) * stepX, (int)(x * stepX) + 1)); u++)
                    {
                        sum += this[u, v];
                        weight++;
                    }
                resized[y * width + x] = (float)(sum / weight);
            }
        return resized;
    }
}
