namespace NhanDao.Service.Tests.Keys;

public class KeysCommandTests
{
    [Fact]
    public async Task A_key_is_made_listed_and_revoked()
    {
        using var folder = new ScratchFolder();
        string[] data = ["--data", folder["data"]];
        var made = await Cli.RunAsync(["keys", "create", "Phòng lưu trữ", "--scopes", "read,review", .. data]);
        Assert.Equal(0, made.Code);
        Assert.StartsWith("nhandao_", made.Lines[0], StringComparison.Ordinal);
        var listed = (await Cli.RunAsync(["keys", "list", .. data])).Lines[0].Split('\t');
        Assert.Equal(("Phòng lưu trữ", "read, review", ""), (listed[1], listed[3], listed[5]));
        Assert.DoesNotContain(made.Lines[0], await File.ReadAllTextAsync(folder["data", "nhandao.db"]), StringComparison.Ordinal); // the secret is nowhere

        Assert.Equal(2, (await Cli.RunAsync(["keys", "create", "Phòng lưu trữ", .. data])).Code);  // the name is taken
        Assert.Equal(0, (await Cli.RunAsync(["keys", "revoke", "Phòng lưu trữ", .. data])).Code);
        Assert.Equal(2, (await Cli.RunAsync(["keys", "revoke", "Phòng lưu trữ", .. data])).Code);  // it is revoked already
        Assert.Contains("revoked", (await Cli.RunAsync(["keys", "list", .. data])).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read,write")]
    [InlineData("none")]
    [InlineData("15")]
    public async Task A_scope_that_is_none_is_refused(string scopes)
    {
        using var folder = new ScratchFolder();
        Assert.Equal(2, (await Cli.RunAsync("keys", "create", "x", "--scopes", scopes, "--data", folder["data"])).Code);
    }
}
