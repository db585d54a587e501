using System.Reflection;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Tests.Corpus;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests;

/// <summary>Text made to be slow to read: every pattern of the library, and the parser as a whole, take time in proportion to its length.</summary>
public partial class HostileTextTests
{
    private const int Length = 100_000;

    /// <summary>
    /// Milliseconds of processor time for one pattern on one text, in a build without optimisation. A linear pattern needs a tenth of it;
    /// a quadratic one needs 5 seconds or more.
    /// </summary>
    private const double Patience = 1000;

    /// <summary>Below this a text is read so fast that its growth is noise, and no pattern can have looked at each character a thousand times.</summary>
    private const double Noticeable = 40;

    /// <summary>Over linear and its noise, well under the fourfold of a quadratic step.</summary>
    private const double MostGrowth = 3;

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

    /// <summary>Texts of common pieces, and of the pattern's own words, which come nearest to what it looks for without being it.</summary>
    [Theory, MemberData(nameof(Patterns))]
    public void Takes_time_in_proportion_to_the_text(string name)
    {
        var pattern = Found().First(p => p.Name == name).Pattern;
        foreach (var text in Texts.Concat(OwnTexts(pattern)))
        {
            var taken = Time(pattern, text);
            Assert.True(taken < Patience, $"{name} takes {taken:0} ms for {Length} characters of «{text[..30]}»");
            if (taken < Noticeable)
                continue;
            // Twice the text, twice the time; the fastest of some runs, as another's work on the machine slows one or another.
            double half = double.MaxValue, whole = taken;
            for (var attempt = 0; attempt < 9 && (attempt < 2 || whole > MostGrowth * half); attempt++)
            {
                half = Math.Min(half, Time(pattern, text[..(Length / 2)]));
                whole = Math.Min(whole, Time(pattern, text));
            }
            Assert.True(whole <= MostGrowth * half, $"{name}: twice the text takes {whole / half:0.0} times the time, {whole:0} ms, for «{text[..30]}»");
        }
    }

    [Fact]
    public void A_quadratic_pattern_would_be_found()
    {
        var quadratic = new Regex("a+b", RegexOptions.CultureInvariant);
        var text = Fill("a");
        // Four times the text: sixteen times the time, well clear of what other work on the machine does to a measurement.
        Assert.True(Time(quadratic, text[..40_000]) / Time(quadratic, text[..10_000]) > 2 * MostGrowth);
    }

    /// <summary>The words between a pattern's signs, each again and again, with and without a space, and all one after the other.</summary>
    private static IEnumerable<string> OwnTexts(Regex pattern)
    {
        var words = PatternWord.Matches(pattern.ToString()).Select(m => m.Value).Distinct().Take(40).ToList();
        return words.SelectMany(w => new[] { w, w + " " }).Append(string.Join(' ', words) + " ").Append(string.Concat(words) + "\n").Where(w => w.Trim().Length > 0).Select(Fill);
    }

    /// <summary>Letters and digits of a pattern that are neither an escape («\p{L}», «\s») nor the name of a group («?&lt;number&gt;»).</summary>
    [GeneratedRegex(@"(?<![\\\w]|\\[pP]\{|\?<)[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PatternWord { get; }

    private static double Time(Regex pattern, string text)
    {
        var begun = ThreadClock.Milliseconds;
        foreach (var _ in pattern.EnumerateMatches(text))
        {
        }
        return ThreadClock.Milliseconds - begun;
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
