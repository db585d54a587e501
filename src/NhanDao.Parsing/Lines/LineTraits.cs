using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>
/// What a trained model may learn from beside the cues: words, their shape, place and size of the line, and its neighbours.
/// A trait is a bucket that its description hashes to; two traits may share one.
/// </summary>
internal static class LineTraits
{
    /// <summary>How many buckets there are; a power of two.</summary>
    public const int Buckets = 1 << 13;

    private const int FirstWords = 5;

    /// <summary>What kind of trait a hash begins with, so that the word «so» first in a line is not «so» last in it.</summary>
    private enum Kind { Word = 1, First, Last, Pair, Shape, LastShape, Place, Column, Indent, Gap, Size, Length, Sureness, Upper, Digits, Syllables, Cue, CueAbove, CueBelow, Above, Below, FromTop, ToEnd, Pages }

    /// <summary>A cue is known by its name: its number changes when another is added.</summary>
    private static readonly int[] CueNames = [.. Enum.GetNames<LineCue>().Select(name => Hash(name))];

    /// <summary>The traits of every line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cues">Its cues; null for traits that know nothing of them.</param>
    public static int[][] Of(DocumentText text, List<LineCue>[]? cues)
    {
        var lines = text.Lines;
        var all = new int[lines.Length][];
        var folded = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
            folded[i] = Folding.Fold(text[lines[i].Span]);
        var (lastPage, fromTop) = (lines.Length == 0 ? 0 : lines[^1].Box.Page, 0);
        var found = new List<int>(80);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            fromTop = i > 0 && lines[i - 1].Box.Page == line.Box.Page ? fromTop + 1 : 0;
            found.Clear();
            AddWords(text[line.Span], folded[i], found);
            AddPlace(line, lines[0].Box.Page, lastPage, found);
            found.Add(Bucket(Kind.FromTop, Math.Min(fromTop, 12) + (line.Box.Page == lines[0].Box.Page ? 0 : 100)));
            found.Add(Bucket(Kind.ToEnd, Math.Min((lines.Length - 1 - i) / 2, 12)));
            AddNeighbour(Kind.Above, i > 0 ? folded[i - 1] : null, found);
            AddNeighbour(Kind.Below, i + 1 < lines.Length ? folded[i + 1] : null, found);
            if (cues is not null)
            {
                if (i > 0)
                    AddCues(Kind.CueAbove, cues[i - 1], found);
                if (i + 1 < lines.Length)
                    AddCues(Kind.CueBelow, cues[i + 1], found);
            }
            all[i] = [.. found];
        }
        return all;
    }

    private static void AddWords(ReadOnlySpan<char> printed, string folded, List<int> found)
    {
        int words = 0, upper = 0, digits = 0, letters = 0, syllables = 0, previous = 0, lastStart = 0, lastEnd = 0;
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var (start, length) = range.GetOffsetAndLength(folded.Length);
            if (length == 0)
                continue;
            var hash = Hash(folded.AsSpan(start, length));
            if (words < FirstWords)
            {
                found.Add(Bucket(Kind.Word, hash));
                if (words == 0)
                    found.Add(Bucket(Kind.First, hash));
                if (words == 1)
                    found.Add(Bucket(Kind.Pair, HashCode(previous, hash)));
                if (words < 2)
                    found.Add(Bucket(Kind.Shape, Shape(printed.Slice(start, length)) * 2 + words));
                if (words < 4 && VietnameseSyllable.IsValid(printed.Slice(start, length).Trim(".,;:()-")))
                    syllables++;
                previous = hash;
            }
            (lastStart, lastEnd) = (start, start + length);
            words++;
        }
        foreach (var c in printed)
            if (char.IsDigit(c))
                digits++;
            else if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c))
                    upper++;
            }
        if (words > 1)
        {
            found.Add(Bucket(Kind.Last, Hash(folded.AsSpan(lastStart..lastEnd))));
            found.Add(Bucket(Kind.LastShape, Shape(printed[lastStart..lastEnd])));
        }
        found.Add(Bucket(Kind.Length, Math.Min(words, 8) * 16 + Math.Min(folded.Length / 12, 10)));
        found.Add(Bucket(Kind.Upper, letters == 0 ? 9 : upper * 6 / letters));
        found.Add(Bucket(Kind.Digits, Math.Min(digits, 5) * 2 + (digits * 2 > letters ? 1 : 0)));
        found.Add(Bucket(Kind.Syllables, Math.Min(words, 4) * 8 + syllables));
    }

    private static void AddPlace(TextLine line, int firstPage, int lastPage, List<int> found)
    {
        var page = line.Box.Page == firstPage ? 0 : line.Box.Page == lastPage ? 2 : 1;
        var column = ((int)line.Part * 3) + (int)line.Column;
        var height = (int)(Math.Clamp(line.Position, 0, 1) * 16);
        found.Add(Bucket(Kind.Pages, (page * 16) + column));
        found.Add(Bucket(Kind.Place, (page * 32) + height));
        found.Add(Bucket(Kind.Column, (column * 8) + (height / 3)));
        found.Add(Bucket(Kind.Indent, (column * 32) + Math.Clamp((int)Math.Floor(line.Indent / 4), -4, 14) + (line.Centred ? 512 : 0) + (line.ReachesRight ? 1024 : 0)));
        found.Add(Bucket(Kind.Gap, Math.Min((int)(line.GapAbove * 3), 10)));
        found.Add(Bucket(Kind.Size, Math.Min((int)(line.RelativeHeight * 6), 15)));
        found.Add(Bucket(Kind.Sureness, (int)(line.Confidence * 6)));
    }

    private static void AddNeighbour(Kind kind, string? folded, List<int> found)
    {
        if (folded is null)
        {
            found.Add(Bucket(kind, 0));
            return;
        }
        var space = folded.IndexOf(' ', StringComparison.Ordinal);
        found.Add(Bucket(kind, Hash(space < 0 ? folded : folded.AsSpan(0, space))));
    }

    private static void AddCues(Kind kind, List<LineCue> cues, List<int> found)
    {
        foreach (var cue in cues)
            if (cue is not (LineCue.Any or LineCue.FirstPage or LineCue.LaterPage))
                found.Add(Bucket(kind, CueNames[(int)cue]));
    }

    /// <summary>«QĐ-UBND» is A-A, «12/2024» is 9/9, «Nguyễn» is Aa: runs of one kind count once, the first six.</summary>
    private static int Shape(ReadOnlySpan<char> word)
    {
        int shape = 0, last = 0, count = 0;
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 1 : char.IsLower(c) ? 2 : char.IsDigit(c) ? 3 : c % 61 + 4;
            if (kind == last)
                continue;
            if (++count > 6)
                break;
            (shape, last) = (HashCode(shape, kind), kind);
        }
        return shape;
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 0;
        foreach (var c in word)
            hash = HashCode(hash, c);
        return hash;
    }

    // FNV-1a by 16 bits: System.HashCode is seeded anew in every process, and the model would not fit.
    private static int HashCode(int hash, int value) => unchecked((int)((((uint)hash ^ 2166136261u) ^ (uint)value) * 16777619u));

    private static int Bucket(Kind kind, int value)
    {
        var mixed = unchecked((uint)HashCode(HashCode((int)kind, value), value >> 16) * 2654435761u);
        return (int)(mixed >> 19); // the upper 13 bits
    }
}
