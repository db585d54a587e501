using System.Text;
using NhanDao.Parsing.Directives;

namespace NhanDao.Parsing.Tests.Directives;

/// <summary>The time to read who, by when, and which short names grows with the paragraph and no faster, whatever it says.</summary>
[Collection("timing")]
public class HostileDirectiveTests
{
    private const int Most = 1_200_000;

    /// <summary>What four times the text may take: over linear and its noise, well under the sixteenfold of a quadratic step.</summary>
    private const double MostGrowth = 9;

    [Theory]
    [InlineData("giao Sở Y tế ")]
    [InlineData("giao đề nghị yêu cầu ")]
    [InlineData("Sở Y tế, ")]
    [InlineData("các sở, ban, ngành và ")]
    [InlineData("phối hợp với ")]
    [InlineData("báo cáo báo cáo gửi về ")]
    [InlineData("trước ngày trước ngày 12/ ")]
    [InlineData("hằng tháng, quý, năm, ")]
    [InlineData("Ban Chỉ đạo (")]
    [InlineData("(sau đây gọi tắt là ")]
    [InlineData("Ủy ban nhân dân (UBND) ")]
    [InlineData("aaaaaaaa ")]
    public void The_time_grows_with_the_paragraph(string piece)
    {
        var (quarter, whole) = (PassageFor.Text(Repeated(piece, Most / 4)), PassageFor.Text(Repeated(piece, Most)));
        Time(PassageFor.Text(Repeated(piece, 50_000))); // compiled
        double slow = double.MaxValue, fast = double.MaxValue;
        for (var attempt = 0; attempt < 9 && (attempt < 3 || slow > MostGrowth * fast); attempt++)
            (fast, slow) = (Math.Min(fast, Time(quarter)), Math.Min(slow, Time(whole)));
        Assert.True(slow <= MostGrowth * fast, $"Four times the text took {slow / fast:0.00} times the time.");
    }

    private static string Repeated(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, (length / piece.Length) + 1).ToString(0, length);

    private static double Time(Passage passage)
    {
        var start = ThreadClock.Milliseconds;
        _ = Reading.Of(passage, letterDate: null);
        _ = ShortNames.Of([passage], []);
        return ThreadClock.Milliseconds - start;
    }
}
