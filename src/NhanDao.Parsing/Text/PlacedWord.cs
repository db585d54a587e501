using System.Buffers;

namespace NhanDao.Parsing.Text;

/// <summary>A word with its canonical characters and its place in the page straightened.</summary>
/// <param name="Text">Canonical characters.</param>
/// <param name="Source">The word as its page gave it.</param>
/// <param name="Centre">Height of its middle after the page's slope is taken out.</param>
internal readonly record struct PlacedWord(string Text, PageWord Source, double Centre)
{
    public double Left => Source.Left;

    public double Right => Source.Right;
}

/// <summary>Neighbouring words of one printed line with no wide gap between them.</summary>
internal sealed class Fragment
{
    public Fragment(List<PlacedWord> words)
    {
        Words = words;
        Left = words[0].Left;
        Right = words[0].Right;
        foreach (var word in words)
        {
            Left = Math.Min(Left, word.Left);
            Right = Math.Max(Right, word.Right);
        }
        // Words weigh by their length: a dash or a speck says little about where the line stands.
        double sum = 0, weight = 0, height = 0;
        foreach (var word in words)
        {
            sum += word.Centre * word.Text.Length;
            weight += word.Text.Length;
            height = Math.Max(height, Math.Min(word.Source.Height, 3 * word.Source.Width / word.Text.Length));
        }
        Centre = sum / weight;
        Height = Math.Max(height, 1);
        IsDirt = words.TrueForAll(w => w.Text.AsSpan().IndexOfAnyExcept(Punctuation) < 0);
    }

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("_.,:;|'`\"‘’“”^~!¬°ˆ\\/<>{}[]()=—–-*·•");

    public List<PlacedWord> Words { get; }

    public double Left { get; }

    public double Right { get; }

    /// <summary>Height of the line's middle on the straightened page.</summary>
    public double Centre { get; }

    /// <summary>Height of its tallest word, one that is not a stroke of a pen.</summary>
    public double Height { get; }

    /// <summary>Its words folded, one space apart.</summary>
    public string Folded => field ??= Folding.Fold(string.Join(' ', Words.Select(w => w.Text)));

    /// <summary>No letter and no digit: it cannot close the gap between two columns.</summary>
    public bool IsDirt { get; }

    public double Middle => (Left + Right) / 2;

    public double Width => Right - Left;
}

/// <summary>Fragments that stand beside each other, from left to right.</summary>
internal sealed class Row(Fragment first)
{
    public List<Fragment> Fragments { get; } = [first];

    public double Centre { get; private set; } = first.Centre;

    public double Left => Fragments[0].Left;

    public double Right => Fragments.Max(f => f.Right);

    public void Add(Fragment fragment)
    {
        var at = Fragments.FindIndex(f => f.Left > fragment.Left);
        Fragments.Insert(at < 0 ? Fragments.Count : at, fragment);
        Centre = Fragments.Sum(f => f.Centre * f.Width) / Math.Max(1e-6, Fragments.Sum(f => f.Width));
    }
}

/// <summary>Sizes of a page's print, all in its own unit.</summary>
/// <param name="CharacterWidth">Median width of a character.</param>
/// <param name="LineHeight">Median height of a line's words.</param>
/// <param name="Left">Left edge of the body text.</param>
/// <param name="Right">Right edge of the body text.</param>
internal readonly record struct PrintSize(double CharacterWidth, double LineHeight, double Left, double Right)
{
    /// <summary>Typed text has no right edge: a paragraph is one line. So many characters stand for the width of a page.</summary>
    private const double TypedLine = 100;

    public double Width => Right - Left;

    public double Middle => (Left + Right) / 2;

    /// <summary>With the edges of the body text: those that most of the wide rows keep.</summary>
    public PrintSize WithBody(List<Row> rows, bool typed = false)
    {
        if (typed)
            return this with { Right = Math.Min(Right, Left + (TypedLine * CharacterWidth)) };
        var width = Width;
        var wide = rows.FindAll(r => r.Right - r.Left > 0.6 * width);
        if (wide.Count < 3)
            return this;
        var lefts = wide.ConvertAll(r => r.Left);
        var rights = wide.ConvertAll(r => r.Right);
        lefts.Sort();
        rights.Sort();
        return this with { Left = lefts[lefts.Count / 4], Right = rights[rights.Count * 3 / 4] };
    }

    public static PrintSize Of(List<PlacedWord> words)
    {
        if (words.Count == 0)
            return new(6, 12, 0, 1);
        var widths = new List<double>(words.Count);
        var heights = new List<double>(words.Count);
        foreach (var word in words)
            if (word.Text.Length >= 3)
            {
                widths.Add(word.Source.Width / word.Text.Length);
                heights.Add(word.Source.Height);
            }
        if (widths.Count == 0)
            return new(6, 12, words.Min(w => w.Left), words.Max(w => w.Right));
        widths.Sort();
        heights.Sort();
        return new(widths[widths.Count / 2], heights[heights.Count * 6 / 10], words.Min(w => w.Left), words.Max(w => w.Right));
    }
}
