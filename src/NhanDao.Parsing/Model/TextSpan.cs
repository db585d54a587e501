namespace NhanDao.Parsing.Model;

/// <summary>A half-open range <c>[Start, End)</c> of UTF-16 units in <see cref="LetterText.Content"/>.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Number of UTF-16 units; may be 0.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index just behind the last character.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two spans share at least one character.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;
}
