using System.Collections.Immutable;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Posts (chức vụ) that sign letters.</summary>
internal static class Posts
{
    /// <summary>Post names mended by name.</summary>
    public static WordList Spelling { get; } = new(VocabularyTable.Open("posts").Column("post"));

    private static readonly ImmutableArray<string> Keys =
        [.. VocabularyTable.Open("posts").Column("post").Select(WordList.Key).OrderByDescending(k => k.Length)];

    /// <summary>The deputy's post («PHÓ CHỦ TỊCH», «THỨ TRƯỞNG») to the head's; null when the list has none.</summary>
    public static string? DeputyOf(string head) =>
        WordList.Key(head).StartsWith("botruong", StringComparison.Ordinal) ? "THỨ TRƯỞNG" : Spelling.Exactly("PHÓ " + head);

    /// <summary>Whether <paramref name="text"/> is a post or begins with one («VỤ TRƯỞNG VỤ PHÁP CHẾ»), marks and case aside.</summary>
    public static bool Opens(string text)
    {
        var key = WordList.Key(text);
        foreach (var post in Keys)
            if (key.StartsWith(post, StringComparison.Ordinal))
                return true;
        return false;
    }
}
