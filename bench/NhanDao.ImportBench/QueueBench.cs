using System.Diagnostics;
using System.Globalization;
using NhanDao.Service.Import;
using NhanDao.Service.Queue;
using NhanDao.Service.Storage;

namespace NhanDao.ImportBench;

/// <summary>What the queue costs: messages through publish, deliver, result and acknowledge with a reader that does nothing.</summary>
internal static class QueueBench
{
    public static async Task RunAsync(int count)
    {
        using var broker = new RabbitServer();
        using var server = new PostgresCluster();
        await MeasureAsync("publish, deliver, acknowledge", broker, "bare", Enumerable.Range(1, count).Select(i => (long)i).ToArray(), (_, _) => Task.CompletedTask).ConfigureAwait(false);

        // The same with what a job is in the database: taken under a fencing number, and ended in a transaction with its line in the journal.
        using var database = LetterDatabase.Of(server.Connection);
        await database.MigrateAsync(CancellationToken.None).ConfigureAwait(false);
        var jobs = await FillAsync(database, count).ConfigureAwait(false);
        using var folder = new Scratch();
        var content = new ContentStore(folder["files"]);
        var journal = new ImportJournal(database, new(database, content, TimeProvider.System), content, ReadingOptions.Default, TimeProvider.System);
        await MeasureAsync("with claim and result in PostgreSQL", broker, "result", jobs, async (job, cancellation) =>
        {
            if (await journal.ClaimAsync(job, cancellation).ConfigureAwait(false) is { } task)
                await journal.QuarantineAsync(task, new(10, "Nothing was read."), null, 1, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static async Task<long[]> FillAsync(LetterDatabase database, int count)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var rows = Enumerable.Range(0, count).Select(i => new JobRow
            {
                Source = ImportJournal.Source,
                ContentHash = i.ToString("x64", CultureInfo.InvariantCulture),
                Options = ReadingOptions.Default.Key,
                CreatedAt = DateTimeOffset.UtcNow,
            }).ToList();
            context.AddRange(rows);
            await context.SaveChangesAsync().ConfigureAwait(false);
            context.AddRange(rows.Select(r => new ImportFileRow { Path = r.ContentHash, ContentHash = r.ContentHash, JobId = r.Id }));
            await context.SaveChangesAsync().ConfigureAwait(false);
            return [.. rows.Select(r => r.Id)];
        }
    }

    private static async Task MeasureAsync(string what, RabbitServer broker, string prefix, long[] jobs, Work work)
    {
        var queue = new LetterQueue(broker.Address, prefix);
        await using (queue.ConfigureAwait(false))
        {
            await queue.DepthAsync(CancellationToken.None).ConfigureAwait(false); // connected
            var done = 0;
            using var stop = new CancellationTokenSource();
            var finished = new TaskCompletionSource();
            var clock = Stopwatch.StartNew();
            var working = new QueueWorker(queue, 8, async (job, cancellation) =>
            {
                await work(job, cancellation).ConfigureAwait(false);
                if (Interlocked.Increment(ref done) == jobs.Length)
                    finished.SetResult();
            }).RunAsync(stop.Token);
            await queue.PublishAsync(jobs, urgent: false, CancellationToken.None).ConfigureAwait(false);
            await finished.Task.WaitAsync(TimeSpan.FromMinutes(10)).ConfigureAwait(false);
            var seconds = clock.Elapsed.TotalSeconds;
            await stop.CancelAsync().ConfigureAwait(false);
            await working.ConfigureAwait(false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {jobs.Length} messages in {seconds:0.00} s, {jobs.Length / seconds:0} a second, {seconds / jobs.Length * 1000:0.00} ms each"));
        }
    }
}
