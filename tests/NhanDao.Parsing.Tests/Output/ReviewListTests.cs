using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

public class ReviewListTests
{
    private static readonly Letter Bare = new() { Text = new() { Content = "" } };

    [Fact]
    public void Nothing_is_listed_where_all_is_sure() => Assert.Empty(ReviewList.Of(Bare with { Subject = SampleLetter.Sure("an toàn") }));

    [Theory]
    [InlineData(FieldStatus.Present, "x", 0.89, true)] // under the threshold
    [InlineData(FieldStatus.Present, "x", 0.90, false)] // at it
    [InlineData(FieldStatus.Conflicting, "x", 1, true)]
    [InlineData(FieldStatus.Unreadable, null, 1, true)]
    [InlineData(FieldStatus.Handwritten, null, 1, true)]
    [InlineData(FieldStatus.Handwritten, "x", 1, false)] // read, and sure
    [InlineData(FieldStatus.Blank, null, 1, false)] // an empty slot is an answer
    [InlineData(FieldStatus.Absent, null, 1, false)]
    [InlineData(FieldStatus.Absent, null, 0.5, true)] // perhaps there is one
    public void A_value_to_look_at_is_listed(FieldStatus status, string? value, double confidence, bool listed)
    {
        var letter = Bare with { Place = new() { Status = status, Value = value, Confidence = confidence } };

        Assert.Equal(listed ? "place" : "", Listed(letter));
    }

    [Theory]
    [InlineData("issuer.absent", Severity.Warning, "issuer")]
    [InlineData("deadline.past", Severity.Warning, "tasks")]
    [InlineData("reference.conflictingDate", Severity.Warning, "references")]
    [InlineData("issuer.inferred", Severity.Note, null)] // nothing to do
    [InlineData("page.empty", Severity.Warning, null)] // no field
    [InlineData("issuer", Severity.Warning, null)] // no code
    public void A_warning_lists_the_field_it_speaks_of(string code, Severity severity, string? field)
    {
        var letter = Bare with { Diagnostics = [new(code, severity, "…")] };

        Assert.Equal(field ?? "", Listed(letter));
    }

    [Fact]
    public void One_unsure_item_lists_the_whole_list()
    {
        var unsure = SampleLetter.Sure("Sở Y tế") with { Confidence = 0.3 };
        var letter = Bare with { Recipients = [SampleLetter.Sure("Như trên"), unsure], Signers = [new() { Name = unsure }] };

        Assert.Equal("recipients, signers", Listed(letter));
    }

    private static string Listed(Letter letter) => string.Join(", ", ReviewList.Of(letter));
}
