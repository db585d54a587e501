namespace NhanDao.Service.Tests.Commands;

public sealed class QueueCommandTests
{
    [Theory]
    [InlineData("queue", "status", "--queue", "http://broker", "--database", "Host=db")]
    [InlineData("worker", "--queue", "broker", "--database", "Host=db", "--files", "/files")]
    [InlineData("import", "/in", "--into", "Host=db", "--files", "/files", "--queue", "amqp")]
    public async Task An_address_that_is_no_brokers_is_a_wrong_command_line(params string[] arguments) =>
        Assert.Contains("--queue takes the address of a broker", (await Cli.RunAsync(arguments)).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("--write-json goes with an import that reads here", "--into", "Host=db", "--files", "/files", "--write-json")]
    [InlineData("--write-pdf goes with an import that reads here", "--into", "Host=db", "--files", "/files", "--write-pdf")]
    [InlineData("--names goes with an import that reads here", "--into", "Host=db", "--files", "/files", "--names", "{date}")]
    [InlineData("--workers goes with whoever reads", "--into", "Host=db", "--files", "/files", "--workers", "3")]
    [InlineData("--max-pages goes with whoever reads", "--into", "Host=db", "--files", "/files", "--max-pages", "3")]
    [InlineData("--queue needs --into a PostgreSQL server", "--into", "/tmp/letters.db")]
    public async Task What_an_import_for_other_machines_cannot_do_is_a_wrong_command_line(string error, params string[] arguments)
    {
        var run = await Cli.RunAsync(["import", "/in", "--queue", "amqp://guest:guest@127.0.0.1:9", .. arguments]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(error, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_told_of()
    {
        // Port 9 is the discard service's, and nobody's here. The address itself is understood.
        var run = await Cli.RunAsync("queue", "status", "--queue", "amqp://guest:guest@127.0.0.1:9", "--database", "Host=127.0.0.1;Port=9");

        Assert.NotEqual(ExitCode.Usage, run.Code);
        Assert.NotEqual(0, run.Code);
    }
}
