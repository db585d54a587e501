using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Lines;

/// <summary>Words of a signature block: «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH».</summary>
internal static partial class SignatureWords
{
    private static readonly ImmutableArray<string> Posts =
    [
        "chutich", "giamdoc", "tonggiamdoc", "botruong", "thutruong", "truongban", "bithu", "chanhvanphong", "chanhthanhtra",
        "cuctruong", "tongcuctruong", "vutruong", "hieutruong", "truongphong", "vientruong", "chunhiem", "thutuong", "phothutuong",
        "tongthanhtra", "thongdoc", "chicuctruong", "viemtruong", "truongdoan", "truongbanbiensoan", "doitruong", "trambtruong",
    ];

    public static bool IsAuthority(ReadOnlySpan<char> printed) => printed.Length <= 80 && AuthorityMark.IsMatch(printed);

    /// <summary>Whether the letters are a post and little more: an optional «PHÓ», «QUYỀN», «Q.» before, up to some words behind.</summary>
    public static bool IsPost(string letters)
    {
        var rest = letters.AsSpan();
        if (rest.StartsWith("pho"))
            rest = rest[3..];
        else if (rest.StartsWith("quyen"))
            rest = rest[5..];
        foreach (var post in Posts)
            if (rest.Length <= post.Length + 14 && Heading.Starts(rest, post, post.Length > 7 ? 1 : 0))
                return true;
        return false;
    }

    /// <summary>«KT. GIÁM ĐỐC», «T/M BAN THƯỜNG VỤ», «TUQ.CHỦ TỊCH», also «KT, CHỦ TỊCH»: capitals, a mark, capitals.</summary>
    [GeneratedRegex(@"^\W{0,3}(K ?T|T ?M|T ?L|TUQ|TU|Q|K/T|T/M|T/L|XT|KI)([.,:] ?|(?<=/.) ?| )\p{Lu}{2,}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AuthorityMark { get; }
}
