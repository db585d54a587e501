using System.Reflection;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Tests.Corpus;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests;

/// <summary>Text made to be slow to read: every pattern of the library, and the parser as a whole, take time in proportion to its length.</summary>
public class HostileTextTests
{
    private const int Length = 100_000;

    /// <summary>
    /// Milliseconds of processor time for one pattern on one text, in a build without optimisation. A linear pattern needs a tenth of it;
    /// a quadratic one needs 5 seconds or more.
    /// </summary>
    private const double Patience = 1000;

    /// <summary>The same for the parser on a fifth of the text.</summary>
    private const double WholePatience = 3000;

    /// <summary>What is repeated. Each is folded, too, as most patterns run on folded text.</summary>
    private static readonly string[] Repeated =
    [
        " ", "\t", "0", "1 ", "A", "a", "Ê", ".", ". ", "/", "-", "- ", "…", ",", "(", "\"", "*", "#", "|", "|-", "<a ", "\n", " \n",
        "số ", "Số: ", "số 1/", "Số: 12/", "1/A-", "12/UBND-", "A-B-", "/A", "A.", "A ", "Ab ", "Ban ", "a.b@", "@a", "1.1.", "1.", "a) ",
        "ngày ", "ngày 1 ", "ngày 1 tháng ", "ngày 01 tháng 01 năm ", "tháng ", "năm ", "1/1/", "1-1-1 ", "10:10:10 ", "trước ngày ", "trước ",
        "của ", "của Bộ ", "Ủy ban nhân dân ", "và ", "Sở A, ", "Sở A và ", "theo ", "tại ", "Luật ", "Luật A ", "Nghị định số ", "Công văn số 1/A-B ngày ", "Kết luận số 1-KL/TW, ",
        "định kỳ ", "hằng tháng, quý, ", "hằng ", "báo cáo ", "thời hạn ", "chậm nhất ", "trong thời hạn 1 ngày ", "gửi ", "Kính gửi: ", "V/v ", "Về ", "v ",
        "Nơi nhận: ", "- Như trên; ", "Lưu: VT ", "TM. ", "KT. ", "KT. GIÁM ĐỐC ", "(đã ký) ", "Ký bởi: ", "Ký bởi: A Cơ quan: ", "Thời gian ký: ", "Điều 1. ", "Phần thứ ", "(sau đây gọi ",
        "giao ", "giao Sở ", "chủ trì, ", "phối hợp với ", "chủ trì, phối hợp với ", "đề nghị ", "yêu cầu ", "căn cứ ", "kèm theo ",
    ];

    private static readonly string[] Texts =
        [.. Repeated.SelectMany(r => new[] { r, Folding.Fold(r), r.ToUpperInvariant() }).Where(r => r.Length > 0).Distinct().Select(Fill)];

    public static TheoryData<string> Patterns => [.. Found().Select(p => p.Name)];

    [Fact]
    public void The_patterns_are_found() => Assert.InRange(Found().Count(), 80, 1000);

    [Theory, MemberData(nameof(Patterns))]
    public void Takes_time_in_proportion_to_the_text(string name)
    {
        var pattern = Found().First(p => p.Name == name).Pattern;
        foreach (var text in Texts)
        {
            var begun = ThreadClock.Milliseconds;
            foreach (var _ in pattern.EnumerateMatches(text))
            {
            }
            var taken = ThreadClock.Milliseconds - begun;
            Assert.True(taken < Patience, $"{name} takes {taken:0} ms for {Length} characters of «{text[..30]}»");
        }
    }

    [Theory, MemberData(nameof(Patterns))]
    public void Is_given_time_enough_for_a_busy_machine(string name) =>
        Assert.InRange(Found().First(p => p.Name == name).Pattern.MatchTimeout, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));

    public static TheoryData<string> Pieces => [.. Repeated];

    /// <summary>The whole parser, on one long line and on many short ones.</summary>
    [Theory, MemberData(nameof(Pieces))]
    public void Reads_a_letter_of_one_piece_again_and_again(string piece)
    {
        var parser = new LetterParser();
        var text = Fill(piece)[..20_000];
        var begun = ThreadClock.Milliseconds;
        LetterInvariants.Check(parser.Parse("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKính gửi: Sở Y tế\n\n" + text));
        Assert.InRange(ThreadClock.Milliseconds - begun, 0, WholePatience);
    }

    private static IEnumerable<(string Name, Regex Pattern)> Found() =>
        from type in typeof(LetterParser).Assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where property.GetCustomAttribute<GeneratedRegexAttribute>() is not null
        orderby type.Name, property.Name
        select ($"{type.Name}.{property.Name}", (Regex)property.GetValue(null)!);

    private static string Fill(string repeated) => string.Concat(Enumerable.Repeat(repeated, (Length / repeated.Length) + 1))[..Length];
}
