using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Tests.Evaluation;

public class CalibrationReportTests
{
    private static JudgedValue Value(double confidence, Verdict verdict, bool reviewed = false, FileForm form = FileForm.Scan, string field = "subject") =>
        new("a", form, field, verdict, confidence, 1, reviewed, null);

    [Fact]
    public void Confidences_that_hold_have_no_error()
    {
        // 0.75 four times, and three are right
        JudgedValue[] values = [Value(0.75, Verdict.Right), Value(0.75, Verdict.Right), Value(0.75, Verdict.Right), Value(0.75, Verdict.Wrong)];

        Assert.Equal(0, CalibrationReport.Error(values), 9);
    }

    [Fact]
    public void Boasting_is_an_error() => Assert.Equal(0.9, CalibrationReport.Error([Value(0.9, Verdict.Wrong)]), 9);

    [Fact]
    public void Modesty_is_one_too() => Assert.Equal(0.5, CalibrationReport.Error([Value(0.5, Verdict.Right)]), 9);

    [Fact]
    public void What_was_not_given_is_not_miscalibrated() => Assert.Equal(0, CalibrationReport.Error([Value(0, Verdict.Missed)]));

    [Fact]
    public void Bins_are_a_tenth_wide_and_the_last_includes_certainty() =>
        Assert.Equal([(0.25, 1), (0.95, 2)], CalibrationReport.BinsOf([Value(0.25, Verdict.Right), Value(0.9, Verdict.Right), Value(1, Verdict.Wrong)]).Select(b => (b.Confidence, b.Count)));

    [Fact]
    public void The_table_counts_what_nobody_is_asked_to_review_against_all_values()
    {
        var table = new CalibrationReport([Value(0.95, Verdict.Right), Value(0.95, Verdict.Wrong), Value(0.5, Verdict.Right, reviewed: true), Value(0, Verdict.Missed, reviewed: true)]).ToString();

        // n, given, right of the given, ECE, unasked of all, right of those, wrong of those
        Assert.Matches(@"scan +4 +3 +0\.667 +0\.467 +0\.500 +0\.500 +1", table);
    }

    [Fact]
    public void The_plot_names_every_form_that_has_values_and_no_other()
    {
        var plot = ReliabilityPlot.Draw([Value(0.9, Verdict.Right), Value(0.4, Verdict.Wrong, form: FileForm.Word)]);

        Assert.Contains("scans: 1 values", plot, StringComparison.Ordinal);
        Assert.Contains("Word and text: 1 values", plot, StringComparison.Ordinal);
        Assert.DoesNotContain("digital", plot, StringComparison.Ordinal);
    }
}
