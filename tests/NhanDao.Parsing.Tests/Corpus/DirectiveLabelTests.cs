using System.Globalization;
using System.Text;
using NhanDao.Parsing.Directives;
using NhanDao.Parsing.Model;
using Xunit.Abstractions;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>
/// Twice forty directives of corpus/, labelled by hand in corpus/directives.tsv and, when the rules were done, in directives_later.tsv: who, with whom, who follows up, by when, what that means, whom to report
/// to. The test's output is the table that docs/accuracy.md shows.
/// </summary>
public class DirectiveLabelTests(ITestOutputHelper output)
{
    private static readonly string[] Columns = ["leads", "cooperators", "supervisors", "deadline", "due", "reportTo", "reportThrough"];

    [Theory]
    [InlineData("directives.tsv", CorpusCase.Typed, 0.90)]
    [InlineData("directives.tsv", CorpusCase.Scan, 0.65)]
    [InlineData("directives_later.tsv", CorpusCase.Typed, 0.90)]
    [InlineData("directives_later.tsv", CorpusCase.Scan, 0.65)]
    public void Reads_the_labelled_directives(string labels, string form, double floor)
    {
        var rows = File.ReadLines(Path.Combine(CorpusCase.Root, labels)).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t')).ToList();
        var right = new int[Columns.Length];
        var found = 0;
        var wrong = new StringBuilder();
        foreach (var row in rows)
        {
            var directive = new CorpusCase(row[0], form).Parse().Directives.FirstOrDefault(d => BareText.Of(d.Text).StartsWith(BareText.Of(row[1]), StringComparison.OrdinalIgnoreCase));
            found += directive is null ? 0 : 1;
            var read = Read(directive);
            for (var i = 0; i < Columns.Length; i++)
                if (directive is not null && string.Equals(read[i], row[i + 2], StringComparison.OrdinalIgnoreCase))
                    right[i]++;
                else
                    wrong.Append(CultureInfo.InvariantCulture, $"\n{row[0]}: {row[1]} …: {Columns[i]} is «{row[i + 2]}», read «{read[i]}»");
        }
        output.WriteLine($"| {labels} {form} | {found}/{rows.Count} | {string.Join(" | ", right.Select(r => $"{r}/{rows.Count}"))} |{wrong}");

        Assert.Equal(40, rows.Count);
        Assert.All(right, r => Assert.InRange(r, (int)(floor * rows.Count), rows.Count));
    }

    private static string[] Read(Directive? directive) => directive is null ? new string[Columns.Length] :
    [
        Names(directive.Leads), Names(directive.Cooperators), Names(directive.Supervisors), directive.Deadline?.Raw ?? "", Due(directive.Deadline),
        Names(directive.Report?.To ?? []), Names(directive.Report?.Through ?? []),
    ];

    private static string Names(IEnumerable<Assignee> bodies) => string.Join(" | ", bodies.Where(b => !b.Inherited).Select(b => b.Name));

    private static string Due(Deadline? deadline) =>
        deadline is null ? ""
        : deadline.Countdown is { } countdown ? $"{countdown.Duration} từ {countdown.CountedFrom}"
        : deadline.Recurrence ?? (deadline.Interval is { } interval ? $"{interval.From:yyyy-MM-dd}/{interval.To:yyyy-MM-dd}" : deadline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
}
