using System.Text;
using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Tests.References;

/// <summary>The time to find citations grows with the text and no faster, whatever the text is.</summary>
/// <remarks>Alone on the machine twice the text takes 1.4 to 2.1 times the time (docs/performance.md); beside other work, with a share of the caches, a little more.</remarks>
[Collection(Alone)]
public class HostileTextTests
{
    /// <summary>Nothing else runs while time is taken.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Timing;

    private const string Alone = "timing";
    private const int Most = 10_000_000;

    /// <summary>What four times the text may take: over linear and its noise, well under the sixteenfold of a quadratic step.</summary>
    private const double MostGrowth = 9;

    public static TheoryData<string> Pieces => [.. Hostile];

    private static readonly string[] Hostile =
    [
        "1234567890",
        "12/34-56/",
        "số 12/QĐ-A-",
        "các Công văn số 12/UBND-VX, số 13/UBND-VX, ",
        "ngày 01/02/2025 ngày 3 tháng 4 năm ",
        "Quyết định Nghị định Công văn Kế hoạch ",
        "Luật Đất đai Luật Luật Bộ luật ",
        "của Ủy ban nhân dân tỉnh của Ban Thường vụ ",
        "(((((“““",
        "aaaaaaaaaa",
        "Kết luận số 4-KL/TW Kết luận 4 Kết luận nêu trên ", // every mention goes back to one
        "Kế hoạch số 9/KH-A (gọi tắt là Kế hoạch) Kế hoạch ", // a short name given without end
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void The_time_grows_with_the_text(string piece) => Grows(piece, Most / 8);

    [Fact]
    public void So_it_does_up_to_ten_million_characters() => Grows(string.Concat(Hostile.Select(p => string.Concat(Enumerable.Repeat(p, 50)))), Most);

    private static void Grows(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length).Insert(0, piece, (length / piece.Length) + 1).ToString(0, length);
        Time(text[..100_000]); // compiled
        // Another's work on the same cores slows one run or another; a quadratic step would slow every one (to sixteenfold). So the
        // fastest runs are compared, and more are made while they differ.
        double whole = double.MaxValue, quarter = double.MaxValue;
        for (var attempt = 0; attempt < 9 && (attempt < 3 || whole > MostGrowth * quarter); attempt++)
        {
            quarter = Math.Min(quarter, Time(text[..(length / 4)]));
            whole = Math.Min(whole, Time(text));
        }
        Assert.True(whole <= MostGrowth * quarter, $"Four times the text took {whole / quarter:0.00} times the time.");
    }

    private static double Time(string text)
    {
        GC.Collect();
        var start = ThreadClock.Milliseconds;
        CitedText cited = CitedText.Of(text);
        var citations = CitationScanner.Scan(cited);
        Relations.Mark(cited, citations);
        InkedNumbers.Report(cited, citations, []);
        ReferenceResolver.Group(cited, citations, new("công văn", null, Model.Field<Model.PartialDate>.Absent), _ => { });
        return ThreadClock.Milliseconds - start;
    }
}
