namespace NhanDao.Parsing.Lines;

/// <summary>Compares a line with the fixed words of a letterhead, forgiving what OCR does to them.</summary>
internal static class Heading
{
    /// <summary>Letters of folded text alone: «cong hoa xa hoi» is «conghoaxahoi».</summary>
    public static string Letters(ReadOnlySpan<char> folded)
    {
        Span<char> letters = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
            if (char.IsLetter(c))
                letters[length++] = c;
        return new(letters[..length]);
    }

    /// <summary>Whether <paramref name="letters"/> is <paramref name="heading"/> with at most <paramref name="errors"/> letters wrong.</summary>
    public static bool Is(ReadOnlySpan<char> letters, string heading, int errors) =>
        Math.Abs(letters.Length - heading.Length) <= errors && Distance(letters, heading, errors) <= errors;

    /// <summary>Whether <paramref name="letters"/> starts with <paramref name="heading"/>, give or take <paramref name="errors"/> letters.</summary>
    public static bool Starts(ReadOnlySpan<char> letters, string heading, int errors)
    {
        for (var length = heading.Length - errors; length <= heading.Length + errors; length++)
            if (length > 0 && length <= letters.Length && Distance(letters[..length], heading, errors) <= errors)
                return true;
        return false;
    }

    private static int Distance(ReadOnlySpan<char> a, string b, int limit)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[j]);
            }
            if (least > limit)
                return limit + 1;
        }
        return row[b.Length];
    }
}
