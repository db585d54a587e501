using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NhanDao.Service.Queue;

/// <summary>What a worker host does with a job whose message has come.</summary>
/// <param name="job">The job's number.</param>
/// <param name="cancellation">The host ends.</param>
/// <returns>When it returns, the job is settled, or somebody else's: the message is done with.</returns>
internal delegate Task Work(long job, CancellationToken cancellation);

/// <summary>
/// Takes messages from the queues and has them worked on, as many at a time as there are cores, those somebody waits for first. A message is
/// acknowledged when its job is settled in the database; one whose host dies is delivered to another. Each queue has a consumer of its own on a
/// channel of its own, so that a queue that does not answer holds up nothing but itself.
/// </summary>
internal sealed class QueueWorker(LetterQueue queue, int cores, Work work)
{
    private sealed record Delivery(long Job, ulong Tag, IChannel Channel);

    /// <summary>How long what is at hand may take when the host is told to end.</summary>
    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(40);

    private readonly Channel<Delivery> urgent = Channel.CreateUnbounded<Delivery>();
    private readonly Channel<Delivery> bulk = Channel.CreateUnbounded<Delivery>();

    /// <summary>Works until <paramref name="stop"/>; then nothing new is taken, what is at hand is finished, and the rest goes back.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var arrived = new SemaphoreSlim(0);
        using var ended = new CancellationTokenSource(); // pulled when draining takes too long
        using var finished = new CancellationTokenSource(); // nothing is at hand any more
        using var draining = stop.Register(() => ended.CancelAfter(Draining));
        var consuming = Task.WhenAll(ConsumeAsync(queue.Urgent, urgent.Writer, arrived, stop, finished.Token), ConsumeAsync(queue.Bulk, bulk.Writer, arrived, stop, finished.Token));
        await Task.WhenAll(Enumerable.Range(0, cores).Select(_ => Task.Run(() => WorkAsync(arrived, ended.Token, stop), CancellationToken.None))).ConfigureAwait(false);
        await finished.CancelAsync().ConfigureAwait(false);
        await consuming.ConfigureAwait(false);
    }

    /// <summary>Keeps one queue's consumer alive: when the broker goes away, what was at hand is settled in the database, and its message, delivered again, finds that.</summary>
    private async Task ConsumeAsync(string name, ChannelWriter<Delivery> taken, SemaphoreSlim arrived, CancellationToken stop, CancellationToken finished)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                await queue.PatientlyAsync(() => ConsumeOnceAsync(name, taken, arrived, stop, finished), stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
    }

    /// <summary>Consumes until the channel breaks or nothing is at hand any more.</summary>
    private async Task ConsumeOnceAsync(string name, ChannelWriter<Delivery> taken, SemaphoreSlim arrived, CancellationToken stop, CancellationToken finished)
    {
        var channel = await queue.OpenAsync(stop).ConfigureAwait(false);
        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            broken.TrySetResult();
            return Task.CompletedTask;
        };
        try
        {
            // One message a core, and one in hand so that no core waits for the broker.
            await channel.BasicQosAsync(0, (ushort)(cores + 1), global: false, stop).ConfigureAwait(false);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, message) =>
            {
                if (taken.TryWrite(new(LetterQueue.Job(message.Body.Span), message.DeliveryTag, channel)))
                    arrived.Release();
                return Task.CompletedTask;
            };
            consumer.UnregisteredAsync += (_, _) => // by the broker, when somebody deletes the queue
            {
                if (!stop.IsCancellationRequested)
                    broken.TrySetResult();
                return Task.CompletedTask;
            };
            var tag = await channel.BasicConsumeAsync(name, autoAck: false, consumer, stop).ConfigureAwait(false);
            queue.Answered();
            await broken.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stop.IsCancellationRequested)
            {
                LetterQueue.Abandon(channel);
                return;
            }
            await channel.BasicCancelAsync(tag, cancellationToken: CancellationToken.None).ConfigureAwait(false); // nothing new comes
            await broken.Task.WaitAsync(finished).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await channel.DisposeAsync().ConfigureAwait(false); // what was taken and not begun goes back to the queue
        }
        catch
        {
            LetterQueue.Abandon(channel);
            queue.AskAgain();
            throw;
        }
    }

    private async Task WorkAsync(SemaphoreSlim arrived, CancellationToken ended, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await arrived.WaitAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            if (!urgent.Reader.TryRead(out var delivery) && !bulk.Reader.TryRead(out delivery))
                continue;
            if (!delivery.Channel.IsOpen)
                continue; // its connection is broken: it is delivered again
            try
            {
                if (delivery.Job != 0)
                    await work(delivery.Job, ended).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return; // not acknowledged: it is delivered to another host
            }
            try
            {
                await delivery.Channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None).AsTask().WaitAsync(LetterQueue.Confirmed, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (LetterQueue.IsPassing(e))
            {
                LetterQueue.Abandon(delivery.Channel); // delivered again, and then found settled
            }
        }
    }
}
