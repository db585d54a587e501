using System.CommandLine;
using System.Globalization;
using NhanDao.Service.Import;
using NhanDao.Service.Queue;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao queue</c>: how the queues stand, and what is done with dead letters.</summary>
internal static class QueueCommand
{
    private const int Batch = 500;

    public static Command Create()
    {
        var address = QueueAddress.Option("RabbitMQ broker.");
        address.Required = true;
        var database = new Option<string>("--database") { Description = "PostgreSQL server.", HelpName = "Host=…", Required = true };

        var status = new Command("status", "Depth, workers, rate, oldest job and dead letters.");
        status.SetAction((result, cancellation) => WithAsync(result, address, database, (queue, journal) => StatusAsync(queue, journal, result.InvocationConfiguration.Output, cancellation)));
        var requeue = new Command("requeue", "Publishes the jobs of dead letters again.");
        requeue.SetAction((result, cancellation) => WithAsync(result, address, database, (queue, journal) => ClearAsync(queue, result.InvocationConfiguration.Output, "published again",
            jobs => queue.PublishAsync(jobs, urgent: false, cancellation), cancellation)));
        var discard = new Command("discard", "Ends the jobs of dead letters: their files go to quarantine.");
        discard.SetAction((result, cancellation) => WithAsync(result, address, database, (queue, journal) => ClearAsync(queue, result.InvocationConfiguration.Output, "set aside",
            async jobs =>
            {
                foreach (var job in jobs)
                    await journal.SetAsideAsync(job, "Its message came back too often, and a person discarded it.", cancellation).ConfigureAwait(false);
            }, cancellation)));

        var command = new Command("queue", "Looks after the queues that carry work to other machines.") { status, requeue, discard };
        foreach (var inner in command.Subcommands)
        {
            inner.Add(address);
            inner.Add(database);
        }
        return command;
    }

    private static async Task<int> WithAsync(ParseResult result, Option<Uri?> address, Option<string> connection, Func<LetterQueue, ImportJournal, Task> action)
    {
        using var database = LetterDatabase.Of(result.GetRequiredValue(connection));
        var queue = new LetterQueue(result.GetRequiredValue(address)!);
        await using (queue.ConfigureAwait(false))
            await action(queue, ImportJournal.ToLookAt(database)).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private static async Task StatusAsync(LetterQueue queue, ImportJournal journal, TextWriter output, CancellationToken cancellation)
    {
        var (bulk, urgent, dead) = await queue.DepthAsync(cancellation).ConfigureAwait(false);
        var jobs = await journal.JobsAsync(cancellation).ConfigureAwait(false);
        foreach (var line in (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"ready        {bulk.Ready} bulk, {urgent.Ready} urgent"),
            string.Create(CultureInfo.InvariantCulture, $"consumers    {bulk.Consumers} worker hosts"),
            string.Create(CultureInfo.InvariantCulture, $"at hand      {jobs.Running} jobs of {jobs.Owners} hosts"),
            string.Create(CultureInfo.InvariantCulture, $"waiting      {jobs.Queued} jobs, the oldest for {(jobs.Oldest is { } age ? ImportDisplay.Duration(age) : "-")}"),
            string.Create(CultureInfo.InvariantCulture, $"rate         {jobs.LastMinute / 60.0:0.0} a second over the last minute"),
            string.Create(CultureInfo.InvariantCulture, $"quarantined  {jobs.Quarantined}"),
            string.Create(CultureInfo.InvariantCulture, $"dead letters {dead.Ready}"),
        ])
            await output.WriteLineAsync(line).ConfigureAwait(false);
    }

    private static async Task ClearAsync(LetterQueue queue, TextWriter output, string done, Func<IReadOnlyCollection<long>, Task> deal, CancellationToken cancellation)
    {
        var count = 0;
        while (true)
        {
            var (jobs, confirm) = await queue.TakeDeadAsync(Batch, cancellation).ConfigureAwait(false);
            await deal(jobs).ConfigureAwait(false);
            await confirm().ConfigureAwait(false);
            count += jobs.Length;
            if (jobs.Length < Batch)
                break;
        }
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} dead letters {done}")).ConfigureAwait(false);
    }
}
