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
/// acknowledged when its job is settled in the database; one whose host dies is delivered to another.
/// </summary>
internal sealed class QueueWorker(LetterQueue queue, int cores, Work work)
{
    private sealed record Delivery(long Job, ulong Tag, IChannel Channel);

    /// <summary>How long what is at hand may take when the host is told to end.</summary>
    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(40);

    /// <summary>Works until <paramref name="stop"/>; then nothing new is taken, what is at hand is finished, and the rest goes back.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var ended = new CancellationTokenSource(); // pulled when draining takes too long
        while (!stop.IsCancellationRequested)
            try
            {
                await ServeAsync(ended, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (LetterQueue.IsPassing(e))
            {
                // The broker is away. What is at hand here is settled in the database; its message, delivered again, finds that.
                await Task.Delay(500, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <summary>Serves until the connection breaks or the host ends.</summary>
    private async Task ServeAsync(CancellationTokenSource ended, CancellationToken stop)
    {
        var channel = await queue.OpenAsync(stop).ConfigureAwait(false);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        channel.ChannelShutdownAsync += async (_, _) =>
        {
            try
            {
                await broken.CancelAsync().ConfigureAwait(false);
            }
            catch (ObjectDisposedException)
            {
                // This round has ended already.
            }
        };
        var urgent = Channel.CreateUnbounded<Delivery>();
        var bulk = Channel.CreateUnbounded<Delivery>();
        using var arrived = new SemaphoreSlim(0);
        // Prefetch counts for each consumer: one message a core, and one in hand so that no core waits for the broker.
        await channel.BasicQosAsync(0, (ushort)(cores + 1), global: false, stop).ConfigureAwait(false);
        var tags = new List<string>();
        foreach (var (name, taken) in new[] { (queue.Urgent, urgent.Writer), (queue.Bulk, bulk.Writer) })
        {
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, message) =>
            {
                taken.TryWrite(new(LetterQueue.Job(message.Body.Span), message.DeliveryTag, channel));
                arrived.Release();
                return Task.CompletedTask;
            };
            tags.Add(await channel.BasicConsumeAsync(name, autoAck: false, consumer, stop).ConfigureAwait(false));
        }
        using var draining = stop.Register(() => ended.CancelAfter(Draining));
        await Task.WhenAll(Enumerable.Range(0, cores).Select(_ => Task.Run(() => LoopAsync(broken.Token), CancellationToken.None))).ConfigureAwait(false);
        if (!stop.IsCancellationRequested)
        {
            LetterQueue.Abandon(channel);
            throw new IOException("The connection to the broker is broken.");
        }
        foreach (var tag in tags)
            await channel.BasicCancelAsync(tag, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        await channel.DisposeAsync().ConfigureAwait(false); // what was taken and not begun goes back to the queue

        async Task LoopAsync(CancellationToken stopping)
        {
            while (true)
            {
                try
                {
                    await arrived.WaitAsync(stopping).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                if (!urgent.Reader.TryRead(out var delivery) && !bulk.Reader.TryRead(out delivery))
                    continue;
                try
                {
                    if (delivery.Job != 0)
                        await work(delivery.Job, ended.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (ended.IsCancellationRequested)
                {
                    return; // not acknowledged: it is delivered to another host
                }
                try
                {
                    await delivery.Channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None).ConfigureAwait(false);
                }
                catch (Exception e) when (LetterQueue.IsPassing(e))
                {
                    await broken.CancelAsync().ConfigureAwait(false);
                    return; // delivered again, and then found settled
                }
            }
        }
    }
}
