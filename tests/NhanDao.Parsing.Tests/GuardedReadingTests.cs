using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests;

public class GuardedReadingTests
{
    private readonly List<Diagnostic> problems = [];

    [Fact]
    public void Leaves_out_a_field_whose_patterns_run_out_of_time()
    {
        var field = new GuardedReading(problems).Field<LetterNumber>("number", () => throw new RegexMatchTimeoutException());

        Assert.Equal((FieldStatus.Unreadable, 0), (field.Status, field.Confidence)); // not «absent», which would be a claim
        Assert.Equal(("number.gaveUp", Severity.Warning), problems.Select(p => (p.Code, p.Severity)).Single());
    }

    [Theory]
    [InlineData("addressees", "addressees")]
    [InlineData("directives", "tasks")]
    [InlineData("references", "references")]
    [InlineData("signers", "signers")]
    public void Puts_a_list_that_it_left_out_under_review(string part, string field)
    {
        Assert.Empty(new GuardedReading(problems).List<string>(part, () => throw new RegexMatchTimeoutException()));
        Assert.Contains(field, ReviewList.Of(new LetterParser().Parse("") with { Diagnostics = [.. problems] }));
    }

    [Fact]
    public void Hands_on_what_was_read()
    {
        Assert.Equal("a", Assert.Single(new GuardedReading(problems).List<string>("addressees", () => ["a"])));
        Assert.Empty(problems);
    }

    [Fact]
    public void Hides_no_defect() =>
        Assert.Throws<InvalidOperationException>(() => new GuardedReading(problems).List<string>("signers", () => throw new InvalidOperationException()));
}
