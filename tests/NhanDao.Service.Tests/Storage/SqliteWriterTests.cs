using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Storage;

public sealed class SqliteWriterTests
{
    [Fact]
    public async Task Writes_that_come_together_are_all_there_and_each_caller_gets_its_own_answer()
    {
        using var folder = new ScratchFolder();
        using var database = await NewAsync(folder);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => database.WriteAsync(async context =>
        {
            context.Audit.Add(Line(i));
            await context.SaveChangesAsync();
            return i;
        }, default))));
        Assert.Equal(Enumerable.Range(0, 200), answers);
        Assert.Equal(200, (await SubjectsAsync(database)).Count);
    }

    [Fact]
    public async Task One_that_fails_takes_back_what_it_wrote_and_nothing_of_the_others()
    {
        using var folder = new ScratchFolder();
        using var database = await NewAsync(folder);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            try
            {
                return await database.WriteAsync(async context =>
                {
                    context.Audit.Add(Line(i));
                    await context.SaveChangesAsync();
                    return i % 3 == 0 ? throw new InvalidDataException($"no {i}") : true;
                }, default);
            }
            catch (InvalidDataException e)
            {
                Assert.Equal($"no {i}", e.Message); // and not another's
                return false;
            }
        })));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i % 3 != 0), outcomes);
        Assert.Equal([.. Enumerable.Range(0, 100).Where(i => i % 3 != 0)], await SubjectsAsync(database));
    }

    [Fact]
    public async Task A_row_that_breaks_a_rule_of_the_tables_fails_alone()
    {
        using var folder = new ScratchFolder();
        using var database = await NewAsync(folder);
        var good = Enumerable.Range(0, 20).Select(i => Task.Run(() => database.WriteAsync(async context =>
        {
            context.Audit.Add(Line(i));
            return await context.SaveChangesAsync();
        }, default))).ToList();
        var orphan = new LetterRow { ContentHash = "of no file", Options = "x", ReadBy = "x", Review = "" };
        await Assert.ThrowsAnyAsync<Exception>(() => database.WriteAsync(async context =>
        {
            await context.PutAsync([orphan], default);
            return true;
        }, default));
        await Task.WhenAll(good);
        Assert.Equal(20, (await SubjectsAsync(database)).Count);
    }

    [Fact]
    public async Task Who_goes_away_before_the_turn_writes_nothing()
    {
        using var folder = new ScratchFolder();
        using var database = await NewAsync(folder);
        var hold = new TaskCompletionSource();
        var first = Task.Run(() => database.WriteAsync(async context =>
        {
            await hold.Task;
            context.Audit.Add(Line(1));
            return await context.SaveChangesAsync();
        }, default));
        await Task.Delay(100);
        using var gone = new CancellationTokenSource();
        var second = database.WriteAsync(async context =>
        {
            context.Audit.Add(Line(2));
            return await context.SaveChangesAsync();
        }, gone.Token);
        await gone.CancelAsync();
        hold.SetResult();
        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal([1], await SubjectsAsync(database));
    }

    private static async Task<LetterDatabase> NewAsync(ScratchFolder folder)
    {
        var database = LetterDatabase.Of(folder["letters.db"]);
        await database.MigrateAsync(default);
        return database;
    }

    private static AuditRow Line(int i) => new() { At = DateTimeOffset.UnixEpoch, By = "test", Action = "test", Subject = i.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static async Task<List<int>> SubjectsAsync(LetterDatabase database)
    {
        await using var context = database.Open();
        return [.. (await context.Audit.Select(a => a.Subject).ToListAsync()).Select(int.Parse).Order()];
    }
}
