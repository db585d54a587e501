using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>How far two names of issuers can be of one body.</summary>
internal static class IssuerNames
{
    private static readonly char[] Spaces = [' ', ',', '-', '.', '(', ')', '/'];

    /// <summary>Words that a name may have or not without being another's: who signs for the body, and its term.</summary>
    private static readonly HashSet<string> Empty = new(["va", "cua", "dong", "chi", "chu", "tich", "giam", "doc", "truong", "pho", "bo", "thu", "chanh", "van", "phong", "khoa", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"], StringComparer.Ordinal);

    /// <summary>Whether all words of one name are in the other: «Tỉnh ủy» in «Ban Thường vụ Tỉnh ủy».</summary>
    public static bool Agree(string a, string b)
    {
        HashSet<string> first = Words(a), second = Words(b);
        return first.IsSubsetOf(second) || second.IsSubsetOf(first);
    }

    /// <summary>The level that the name tells: 1 province, 2 district, 3 commune; null when it tells none.</summary>
    public static int? Level(string? issuer)
    {
        if (issuer is null)
            return null;
        var words = $" {Folding.Fold(issuer)} ";
        return Has("huyen") || Has("quan") || Has("thi xa") || Has("thi uy") ? 2
            : Has("xa") || Has("phuong") || Has("thi tran") || Has("dac khu") ? 3
            : Has("tinh") || Has("tinh uy") || Has("so") ? 1 : null;

        bool Has(string word) => words.Contains($" {word} ", StringComparison.Ordinal);
    }

    private static HashSet<string> Words(string name)
    {
        var folded = Folding.Fold(name).Replace("ubnd", "uy ban nhan dan", StringComparison.Ordinal).Replace("hdnd", "hoi dong nhan dan", StringComparison.Ordinal)
            .Replace("ban bi thu trung uong dang", "ban bi thu", StringComparison.Ordinal);
        if (Provinces.In(name) is { } province)
            folded = folded.Replace(province, "", StringComparison.Ordinal); // «Tỉnh ủy Hà Tĩnh» in «Ban Thường vụ Tỉnh ủy»
        var words = folded.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        words.ExceptWith(Empty);
        return words;
    }
}
