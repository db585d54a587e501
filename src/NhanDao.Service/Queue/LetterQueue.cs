using System.Collections.Immutable;
using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NhanDao.Service.Queue;

/// <summary>How much waits in a queue, and for whom.</summary>
internal readonly record struct QueueDepth(uint Ready, uint Consumers);

/// <summary>
/// The RabbitMQ queues that carry work to other machines: quorum queues, which survive the loss of a broker. A message is a job's number and
/// nothing else; the journal says what the job is and whether it still is to be done, so a message too many does no harm and a lost one is
/// published again by the sweep.
/// </summary>
internal sealed class LetterQueue : IAsyncDisposable
{
    /// <summary>Messages awaited together. Below the client's own limit of unconfirmed ones (128), at which it throws.</summary>
    private const int Batch = 100;

    /// <summary>A message that comes back so often goes to the dead letters.</summary>
    private const int DeliveryLimit = 20;

    /// <summary>A confirmation that does not come within this time never will: publishing again is harmless.</summary>
    public static readonly TimeSpan Confirmed = TimeSpan.FromSeconds(10);

    /// <summary>How long a broker that is there may take to answer.</summary>
    private static readonly TimeSpan Opened = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What is put into a new quorum queue at once is lost when the broker is killed within the second: RabbitMQ 3.10 writes the list of its
    /// queues (Ra's names.dets) half a second late, and one that is not on it comes back empty, without a leader, and answers no consumer.
    /// </summary>
    private static readonly TimeSpan UntilNewIsKept = TimeSpan.FromSeconds(2);

    private readonly ConnectionFactory factory;
    private readonly string prefix;
    private readonly SemaphoreSlim turn = new(1);
    private IConnection? connection;
    private IChannel? publisher;
    private bool isDeclared;
    private int waiting;

    /// <param name="address">«amqp://user:password@host:5672/vhost».</param>
    /// <param name="prefix">Before the queues' names.</param>
    public LetterQueue(Uri address, string prefix = "nhandao")
    {
        this.prefix = prefix;
        factory = new() { Uri = address, AutomaticRecoveryEnabled = false, RequestedHeartbeat = TimeSpan.FromSeconds(10), ContinuationTimeout = Confirmed };
    }

    /// <summary>Bulk.</summary>
    public string Bulk => prefix + ".letters";

    /// <summary>Somebody waits for these: workers take them first.</summary>
    public string Urgent => prefix + ".letters.urgent";

    /// <summary>What came back too often.</summary>
    public string Dead => prefix + ".dead";

    /// <summary>Told once when the broker has gone away, and what for.</summary>
    public Action<string>? Told { get; init; }

    /// <summary>A channel of its own for a consumer, with the queues declared.</summary>
    public async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await OpenAsync(null, cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<IChannel> OpenAsync(CreateChannelOptions? options, CancellationToken cancellation)
    {
        if (connection is not { IsOpen: true })
        {
            Abandon(connection);
            connection = null;
            connection = await factory.CreateConnectionAsync(cancellation).WaitAsync(Opened, cancellation).ConfigureAwait(false);
        }
        if (!isDeclared)
            await DeclareAsync(connection, cancellation).ConfigureAwait(false);
        isDeclared = true;
        return await connection.CreateChannelAsync(options, cancellation).WaitAsync(Opened, cancellation).ConfigureAwait(false);
    }

    private async Task DeclareAsync(IConnection open, CancellationToken cancellation)
    {
        var isNew = false;
        foreach (var queue in new[] { Dead, Bulk, Urgent })
            isNew |= !await IsThereAsync(open, queue, cancellation).ConfigureAwait(false);
        if (!isNew)
            return;
        var channel = await open.CreateChannelAsync(null, cancellation).WaitAsync(Opened, cancellation).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            await channel.QueueDeclareAsync(Dead, durable: true, exclusive: false, autoDelete: false, Quorum(), cancellationToken: cancellation).ConfigureAwait(false);
            foreach (var queue in new[] { Bulk, Urgent })
                await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(Quorum())
                {
                    ["x-delivery-limit"] = DeliveryLimit,
                    ["x-dead-letter-exchange"] = "",
                    ["x-dead-letter-routing-key"] = Dead,
                }, cancellationToken: cancellation).ConfigureAwait(false);
        }
        await Task.Delay(UntilNewIsKept, cancellation).ConfigureAwait(false);

        static Dictionary<string, object?> Quorum() => new() { ["x-queue-type"] = "quorum" };
    }

    /// <summary>Asked on a channel of its own, which the broker closes when there is no such queue.</summary>
    private static async Task<bool> IsThereAsync(IConnection open, string queue, CancellationToken cancellation)
    {
        var channel = await open.CreateChannelAsync(null, cancellation).WaitAsync(Opened, cancellation).ConfigureAwait(false);
        try
        {
            await channel.QueueDeclarePassiveAsync(queue, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
        finally
        {
            Abandon(channel);
        }
    }

    /// <summary>Puts jobs into a queue and waits until the broker has them for good. Tries again while the broker is away.</summary>
    public async Task PublishAsync(IEnumerable<long> jobs, bool urgent, CancellationToken cancellation)
    {
        foreach (var batch in jobs.Chunk(Batch))
            await PatientlyAsync(() => PublishAsync(batch, urgent ? Urgent : Bulk, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task PublishAsync(long[] jobs, string queue, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            publisher = publisher is { IsOpen: true } ? publisher
                : await OpenAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation).ConfigureAwait(false);
            var properties = new BasicProperties { Persistent = true };
            var confirmed = jobs.Select(job => publisher.BasicPublishAsync("", queue, mandatory: true, properties, Body(job), cancellation).AsTask()).ToList();
            await Task.WhenAll(confirmed).WaitAsync(Confirmed, cancellation).ConfigureAwait(false);
            Answered();
        }
        catch
        {
            Abandon(publisher);
            publisher = null;
            AskAgain();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How many wait in each queue.</summary>
    public async Task<(QueueDepth Bulk, QueueDepth Urgent, QueueDepth Dead)> DepthAsync(CancellationToken cancellation)
    {
        var channel = await OpenAsync(cancellation).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
            return (await Of(Bulk).ConfigureAwait(false), await Of(Urgent).ConfigureAwait(false), await Of(Dead).ConfigureAwait(false));

        async Task<QueueDepth> Of(string queue)
        {
            var told = await channel.QueueDeclarePassiveAsync(queue, cancellation).ConfigureAwait(false);
            return new(told.MessageCount, told.ConsumerCount);
        }
    }

    /// <summary>Takes what is in the dead-letter queue out of it, one batch: confirm with the function returned when it has been dealt with.</summary>
    public async Task<(ImmutableArray<long> Jobs, Func<Task> Confirm)> TakeDeadAsync(int most, CancellationToken cancellation)
    {
        var channel = await OpenAsync(cancellation).ConfigureAwait(false);
        var jobs = ImmutableArray.CreateBuilder<long>();
        ulong last = 0;
        while (jobs.Count < most && await channel.BasicGetAsync(Dead, autoAck: false, cancellation).ConfigureAwait(false) is { } message)
        {
            jobs.Add(Job(message.Body.Span));
            last = message.DeliveryTag;
        }
        return (jobs.ToImmutable(), async () =>
        {
            if (last != 0)
                await channel.BasicAckAsync(last, multiple: true, CancellationToken.None).ConfigureAwait(false);
            await channel.DisposeAsync().ConfigureAwait(false);
        }
        );
    }

    /// <summary>Lets go of a connection or channel that is broken: closing it in order would wait for an answer that does not come.</summary>
    public static void Abandon(IAsyncDisposable? broken) => _ = Task.Run(async () =>
    {
        try
        {
            if (broken is not null)
                await broken.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (IsPassing(e))
        {
            // It was broken.
        }
    });

    /// <summary>Whether it may go better when the broker is back.</summary>
    public static bool IsPassing(Exception exception) =>
        exception is RabbitMQClientException or TimeoutException or IOException or System.Net.Sockets.SocketException or OperationCanceledException
        or InvalidOperationException; // a channel that was closed under our hands, or its limiter of unconfirmed messages

    /// <summary>Tries until it works: a broker that is restarted or cut off comes back.</summary>
    public async Task PatientlyAsync(Func<Task> action, CancellationToken cancellation)
    {
        for (var pause = 200; ; pause = Math.Min(2 * pause, 5000))
            try
            {
                await action().ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (IsPassing(e) && !cancellation.IsCancellationRequested) // the client gives up waiting by cancelling, too
            {
                if (Interlocked.Exchange(ref waiting, 1) == 0)
                    Told?.Invoke($"The broker does not answer and is tried again: {e.Message}");
                await Task.Delay(pause, cancellation).ConfigureAwait(false);
            }
    }

    /// <summary>The next channel asks whether the queues are there: somebody may have deleted them.</summary>
    public void AskAgain() => isDeclared = false;

    /// <summary>Says that the broker has answered.</summary>
    public void Answered()
    {
        if (Interlocked.Exchange(ref waiting, 0) == 1)
            Told?.Invoke("The broker answers again.");
    }

    public static byte[] Body(long job) => System.Text.Encoding.ASCII.GetBytes(job.ToString(CultureInfo.InvariantCulture));

    /// <summary>The job that a message names; 0 for a message that is none of ours.</summary>
    public static long Job(ReadOnlySpan<byte> body) => long.TryParse(body, NumberStyles.None, CultureInfo.InvariantCulture, out var job) ? job : 0;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (connection is not null)
                await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (IsPassing(e))
        {
            // The broker is gone already.
        }
        turn.Dispose();
    }
}
