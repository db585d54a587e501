namespace NhanDao.Parsing.References;

/// <summary>Small steps through a <see cref="CitedText"/>. Every step looks at a bounded number of characters, so scanning stays linear.</summary>
internal static class TextReading
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>A letter or a digit.</summary>
    public static bool IsWord(char c) => c is >= 'a' and <= 'z' or >= '0' and <= '9' || (c > '\x7f' && char.IsLetterOrDigit(c));

    public static int SkipSpaces(this CitedText text, int at)
    {
        while (text[at] == ' ')
            at++;
        return at;
    }

    /// <summary>Back over spaces: the end of what stands before <paramref name="at"/>.</summary>
    public static int BackOverSpaces(this CitedText text, int at)
    {
        while (text[at - 1] == ' ')
            at--;
        return at;
    }

    /// <summary>Where the word that ends at <paramref name="end"/> starts; <paramref name="end"/> itself when there is none.</summary>
    public static int WordStart(this CitedText text, int end, int longest = 24)
    {
        var at = end;
        while (end - at < longest && IsWord(text[at - 1]))
            at--;
        return at;
    }

    /// <summary>Where the word that starts at <paramref name="start"/> ends.</summary>
    public static int WordEnd(this CitedText text, int start, int longest = 24)
    {
        var at = start;
        while (at - start < longest && IsWord(text[at]))
            at++;
        return at;
    }

    /// <summary>Whether the folded words <paramref name="words"/> (one space between) stand at <paramref name="at"/>, whole.</summary>
    public static bool Reads(this CitedText text, int at, string words) =>
        at >= 0 && at + words.Length <= text.Length && text.Folded.Slice(at, words.Length).SequenceEqual(words) && !IsWord(text[at + words.Length]);

    /// <summary>Whether the folded words stand just before <paramref name="end"/>, whole.</summary>
    public static bool ReadsBefore(this CitedText text, int end, string words) =>
        end - words.Length >= 0 && text.Reads(end - words.Length, words) && !IsWord(text[end - words.Length - 1]);

    /// <summary>Whether the letter at <paramref name="at"/> is printed as a capital.</summary>
    public static bool IsCapital(this CitedText text, int at) => char.IsUpper(text.PrintedAt(at));
}
