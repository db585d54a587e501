using System.Collections.Immutable;

namespace NhanDao.Parsing.Text.Seals;

/// <summary>The part of a page where its signature stands: right of «Nơi nhận», or around a post. Unit 1/72 inch.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Foreign">Words that reach into it and are not of the signature: the recipients' list, the body's last lines.</param>
internal sealed record SignatureArea(double Left, double Top, double Right, double Bottom, ImmutableArray<PageWord> Foreign)
{
    /// <summary>The signature's column begins at this share of the page's width or farther right.</summary>
    private const double ColumnShare = 0.45;

    /// <summary>The first line of the signature stands at most this far above «Nơi nhận».</summary>
    private const double Above = 36;

    /// <summary>From there to the foot of the name: four lines of authority and post, the seal, the name.</summary>
    private const double Depth = 250;

    public static SignatureArea? Find(ImmutableArray<PageWord> words, double width, double height)
    {
        if (Recipients(words, width, height) is { } top)
            return Around(words, top - Above, width, height);
        return Post(words, width, height) is { } post ? Around(words, post - Above, width, height) : null;
    }

    public bool Holds(PageWord word) =>
        word.Right - word.Width / 2 > Left && word.Top + word.Height / 2 > Top && word.Top + word.Height / 2 < Bottom && !Foreign.Contains(word);

    private static SignatureArea Around(ImmutableArray<PageWord> words, double top, double width, double height)
    {
        double left = width * ColumnShare, bottom = Math.Min(height, top + Depth);
        top = Math.Max(0, top);
        var foreign = words.Where(w => w.Bottom > top - 20 && w.Top < bottom + 20).GroupBy(w => w.Line).SelectMany(line => FromTheLeft(line, left));
        return new(left, top, width, bottom, [.. foreign]);
    }

    /// <summary>Words of a line that begins left of the area, up to the first wide gap.</summary>
    private static IEnumerable<PageWord> FromTheLeft(IEnumerable<PageWord> line, double left)
    {
        var end = double.NaN;
        foreach (var word in line.OrderBy(w => w.Left))
        {
            if (double.IsNaN(end) ? word.Left > left : word.Left - end > Math.Max(14, word.Height))
                yield break;
            end = word.Right;
            if (word.Right > left)
                yield return word;
        }
    }

    private static double? Recipients(ImmutableArray<PageWord> words, double width, double height)
    {
        for (var i = words.Length - 2; i >= 0; i--)
            if (words[i].Left < width * 0.4 && words[i].Top > height * 0.1
                && Folding.Fold(words[i].Text.Trim('*', '.', '-', ' ')) is "noi" && Folding.Fold(words[i + 1].Text).StartsWith("nh", StringComparison.Ordinal)
                && Math.Abs(words[i + 1].Top - words[i].Top) < 15)
                return words[i].Top;
        return null;
    }

    /// <summary>The top of the last post or authority that stands alone in the right half.</summary>
    private static double? Post(ImmutableArray<PageWord> words, double width, double height)
    {
        foreach (var line in words.Where(w => w.Top > height * 0.2).GroupBy(w => w.Line).Reverse())
        {
            var print = line.ToList();
            if (print[0].Left > width * 0.4 && SignatureWords.Judge(string.Join(' ', print.Select(w => w.Text))).Kind is SignatureWords.Holds.Post or SignatureWords.Holds.Authority)
                return print.Min(w => w.Top);
        }
        return null;
    }
}
