namespace NhanDao.Service.Tests.Commands;

public class DoctorCommandTests
{
    [Fact]
    public async Task Says_how_to_mend_whatever_is_missing()
    {
        var run = await Cli.RunAsync("doctor");

        Assert.Contains(run.Lines, line => line.StartsWith("ok       Unicode", StringComparison.Ordinal));
        Assert.Equal(run.Lines.Any(line => line.StartsWith("MISSING", StringComparison.Ordinal)) ? 4 : 0, run.Code);
        foreach (var (line, next) in run.Lines.Zip(run.Lines.Skip(1)))
            if (line.StartsWith("MISSING", StringComparison.Ordinal) || line.StartsWith("optional", StringComparison.Ordinal))
                Assert.Contains("-> ", next, StringComparison.Ordinal);
    }
}
