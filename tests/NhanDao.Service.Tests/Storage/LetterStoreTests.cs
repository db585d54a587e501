using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Storage;

public class LetterStoreTests
{
    [Theory, Sqlite, Postgres]
    public async Task Keeps_the_record_and_the_columns_it_is_looked_for_by(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        var kept = await store.KeepAsync(SomeLetter.Text());
        Assert.True(kept is { Created: true, Letters.Length: 1 });

        var letter = await store.ReadAsync(c => c.Letters.Include(l => l.Revisions).Include(l => l.Citations).Include(l => l.Directives).ThenInclude(d => d.Parties).SingleAsync());
        Assert.Equal(("12/UBND-VX", "12|ubndvx", "2025-01-05", new DateOnly(2025, 1, 5), Regime.State), (letter.Number, letter.NumberKey, letter.Date, letter.Day!.Value, letter.Regime));
        Assert.Contains("quang ngai", letter.IssuerKey, StringComparison.Ordinal);
        Assert.Equal(["57-NQ/TW", "44-KL/TW"], letter.Citations.OrderBy(c => c.Position).Select(c => c.Number));
        Assert.Equal(new DateOnly(2025, 1, 20), letter.Directives.OrderBy(d => d.Position).First().Due);
        Assert.Contains(letter.Directives[0].Parties, p => p is { Role: PartyRole.Lead, NameKey: "so y te" });
        Assert.Equal(letter.Number, LetterRows.Number(LetterJson.Read(Assert.Single(letter.Revisions).Record)));
    }

    [Theory, Sqlite, Postgres]
    public async Task Keeps_the_same_file_once(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.KeepAsync(SomeLetter.Text())));
        Assert.Single(kept.Select(k => k!.Value.Letters[0]).Distinct());
        Assert.Single(kept, k => k!.Value.Created);
        Assert.Equal(1, await store.ReadAsync(c => c.Letters.CountAsync()));
        Assert.Equal(1, await store.ReadAsync(c => c.Files.CountAsync()));
    }

    [Theory, Sqlite, Postgres]
    public async Task Keeps_the_same_file_again_for_other_options(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        var first = await store.KeepAsync(SomeLetter.Text());
        var other = await store.KeepAsync(SomeLetter.Text(), options: new("vie", All: false));
        Assert.True(other!.Value.Created);
        Assert.NotEqual(first!.Value.Letters[0], other.Value.Letters[0]);
    }

    [Theory, Sqlite, Postgres]
    public async Task A_worker_that_was_thought_dead_writes_nothing(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        var job = await store.Database.WriteAsync(async context =>
        {
            var row = new JobRow { State = JobState.Running, Attempt = 2, Source = "test", ContentHash = new('0', 64), Options = "vie" };
            context.Jobs.Add(row);
            await context.SaveChangesAsync();
            return row.Id;
        }, default);

        Assert.Null(await store.KeepAsync(SomeLetter.Text(), claim: (job, 1)));   // its attempt was taken over
        Assert.Equal(0, await store.ReadAsync(c => c.Letters.CountAsync()));
        Assert.NotNull(await store.KeepAsync(SomeLetter.Text(), claim: (job, 2)));
        Assert.Null(await store.KeepAsync(SomeLetter.Text(), claim: (job, 2)));   // it has ended
        Assert.Equal(JobState.Done, await store.ReadAsync(c => c.Jobs.Select(j => j.State).SingleAsync()));
    }

    [Theory, Sqlite, Postgres]
    public async Task Every_change_of_the_model_is_in_a_migration(string database)
    {
        using var store = await StoreUnderTest.CreateAsync(database);
        Assert.False(await store.ReadAsync(c => Task.FromResult(c.Database.HasPendingModelChanges())));
        await store.Database.MigrateAsync(default); // a second time does nothing
    }
}
