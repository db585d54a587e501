using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Storage;

public class BackupTests
{
    [Theory, Sqlite, Postgres]
    public async Task What_is_backed_up_is_restored_into_either_database(string database)
    {
        using var folder = new ScratchFolder();
        using var source = await StoreUnderTest.CreateAsync(database);
        await source.KeepAsync(SomeLetter.Text(12, "quản lý đất đai"));
        await source.KeepAsync(SomeLetter.Text(13));
        await source.Database.WriteAsync(async context =>
        {
            context.ApiKeys.Add(new() { Name = "a", Hash = "h", Start = "s", Scopes = Scopes.Read | Scopes.Parse });
            context.Jobs.Add(new() { State = JobState.Quarantined, Source = "api", ContentHash = new('0', 64), Options = "vie", EndedAt = DateTimeOffset.UtcNow });
            return await context.SaveChangesAsync();
        }, default);
        using var backup = new MemoryStream();
        var written = await Backup.WriteAsync(source.Database, source.Content, backup, default);

        using var target = await StoreUnderTest.CreateAsync(database == "sqlite" && PostgresServer.Missing is null ? "postgres" : "sqlite"); // from one kind to the other
        backup.Position = 0;
        Assert.Equal(written, await Backup.ReadAsync(target.Database, target.Content, backup, default));

        Assert.Equal(source.Content.Hashes().Order(StringComparer.Ordinal), target.Content.Hashes().Order(StringComparer.Ordinal));
        using var again = new MemoryStream();
        await Backup.WriteAsync(target.Database, target.Content, again, default);
        Assert.Equal(await RowsAsync(source), await RowsAsync(target));
        Assert.Equal("12/UBND-VX", await target.ReadAsync(c => c.Matching(SearchQuery.Parse("đất đai")!).Select(l => l.Number).SingleAsync())); // the index is there
        Assert.True((await target.KeepAsync(SomeLetter.Text(14)))!.Value.Letters[0] > await source.ReadAsync(c => c.Letters.MaxAsync(l => l.Id)));   // and numbers go on

        backup.Position = 0;
        await Assert.ThrowsAsync<WrongSettingsException>(() => Backup.ReadAsync(target.Database, target.Content, backup, default)); // it is not empty
    }

    [Fact]
    public async Task Every_table_is_in_the_backup()
    {
        using var store = await StoreUnderTest.CreateAsync("sqlite");
        var tables = await store.ReadAsync(c => Task.FromResult(c.Model.GetEntityTypes().Select(e => e.GetTableName()).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(tables, Backup.TableNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_changes_nothing()
    {
        using var folder = new ScratchFolder();
        var letter = folder.Write("letter.tar", SomeLetter.Text());
        Assert.Equal(2, (await Cli.RunAsync("restore", letter, "--data", folder["data"])).Code);

        using var store = await StoreUnderTest.CreateAsync("sqlite");
        await store.KeepAsync(SomeLetter.Text());
        using var backup = new MemoryStream();
        await Backup.WriteAsync(store.Database, store.Content, backup, default);
        var cut = folder.Write("cut.tar", backup.ToArray()[..(int)(backup.Length / 2)]);
        Assert.Equal(2, (await Cli.RunAsync("restore", cut, "--data", folder["data"])).Code);
        using var database = LetterDatabase.Of(folder["data", "nhandao.db"]);
        await using var context = database.Open();
        Assert.Equal(0, await context.Letters.CountAsync());
    }

    [Fact]
    public async Task The_commands_write_a_backup_once_and_restore_it()
    {
        using var folder = new ScratchFolder();
        await Cli.RunAsync("keys", "create", "a", "--data", folder["data"]);
        Assert.Equal(0, (await Cli.RunAsync("backup", folder["a.tar"], "--data", folder["data"])).Code);
        Assert.Equal(2, (await Cli.RunAsync("backup", folder["a.tar"], "--data", folder["data"])).Code); // it is there already
        Assert.Equal(0, (await Cli.RunAsync("restore", folder["a.tar"], "--data", folder["other"])).Code);
        Assert.Contains("\ta\t", (await Cli.RunAsync("keys", "list", "--data", folder["other"])).Output, StringComparison.Ordinal);
    }

    private static Task<List<string>> RowsAsync(StoreUnderTest store) => store.ReadAsync(async context =>
    {
        var letters = await context.Letters.Include(l => l.Revisions).Include(l => l.Directives).ThenInclude(d => d.Parties).Include(l => l.Citations).AsSplitQuery().OrderBy(l => l.Id).ToListAsync();
        var jobs = await context.Jobs.OrderBy(j => j.Id).ToListAsync();
        return letters.Select(l => $"{l.Id} {l.Number} {l.ReceivedAt:O} {l.Day} {l.Regime} {string.Join('|', l.Revisions.Select(r => r.Record))} "
                + $"{string.Join('|', l.Directives.OrderBy(d => d.Id).Select(d => $"{d.Id} {d.Text} {d.Due} {string.Join(',', d.Parties.OrderBy(p => p.Id).Select(p => $"{p.Role} {p.Name}"))}"))} "
                + string.Join('|', l.Citations.OrderBy(c => c.Id).Select(c => $"{c.Id} {c.Number} {c.Relation}")))
            .Concat(jobs.Select(j => $"{j.Id} {j.State} {j.EndedAt:O}")).ToList();
    });
}
