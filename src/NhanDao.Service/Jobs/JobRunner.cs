using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;
using NhanDao.Service.Letters;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Jobs;

/// <summary>Does the jobs of the journal, as many at a time as files are read.</summary>
internal sealed class JobRunner(
    JobJournal journal, LetterStore store, ContentStore content, FileReader reader, ReadingGate gate, ServiceMeter meter, IOptions<ServiceOptions> options, ILogger<JobRunner> logger)
    : BackgroundService
{
    /// <summary>How often the journal is looked at without being told, for jobs that another service left behind.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private const int MostTraces = 10_000;

    private readonly SemaphoreSlim news = new(0);
    private readonly ConcurrentDictionary<long, CancellationTokenSource> running = new();

    private readonly ConcurrentDictionary<long, ActivityContext> asked = new(); // the trace of the request, for jobs that were accepted here

    /// <summary>There is a new job.</summary>
    public void Tell(long job)
    {
        if (Activity.Current is { Recorded: true } request && asked.Count < MostTraces)
            asked[job] = request.Context;
        news.Release();
    }

    /// <summary>Stops a job that is being done here.</summary>
    public void Stop(long job)
    {
        if (running.TryGetValue(job, out var stop))
            stop.Cancel();
    }

    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the service is ready before the jobs are looked at
        try
        {
            await Task.WhenAll(Enumerable.Range(0, options.Value.MaxConcurrentParses).Select(i => LoopAsync(i == 0, stoppingToken))).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task LoopAsync(bool isFirst, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await RoundAsync(isFirst, stopping).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the service.
            catch (Exception exception) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Defect(logger, exception.GetType().Name, exception.StackTrace);
                await Task.Delay(Pulse, stopping).ConfigureAwait(false);
            }
            await news.WaitAsync(Round, stopping).ConfigureAwait(false);
        }
    }

    /// <summary>Does jobs until none waits.</summary>
    private async Task RoundAsync(bool isFirst, CancellationToken stopping)
    {
        if (isFirst && await journal.TakeOverAsync(stopping).ConfigureAwait(false) is > 0 and var count)
        {
            Log.JobsTakenOver(logger, count);
            news.Release(count);
        }
        while (true)
        {
            using var turn = await gate.EnterAsync(stopping).ConfigureAwait(false);
            if (await journal.ClaimAsync(stopping).ConfigureAwait(false) is not { } job)
                return;
            await DoAsync(job, stopping).ConfigureAwait(false);
        }
    }

    private async Task DoAsync(JobRow job, CancellationToken stopping)
    {
        asked.TryRemove(job.Id, out var request);
        using var span = Tracing.Source.StartActivity("job", ActivityKind.Consumer, request);
        span?.SetTag("nhandao.job", job.Id).SetTag("nhandao.attempt", job.Attempt);
        var begun = Stopwatch.GetTimestamp();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        running[job.Id] = stop;
        var progress = new Pages();
        var pulse = PulseAsync(job, progress, stop);
        var state = JobState.Done;
        try
        {
            var file = await FileAsync(job, stop.Token).ConfigureAwait(false);
            var letters = await reader.ReadAsync(file, job.FileName, ReadingOptions.FromKey(job.Options), progress, stop.Token).ConfigureAwait(false);
            if (await store.KeepAsync(new(file, ReadingOptions.FromKey(job.Options), job.FileName, letters) { Claim = (job.Id, job.Attempt) }, default).ConfigureAwait(false) is null)
                state = JobState.Cancelled;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await journal.GiveBackAsync(job).ConfigureAwait(false);
            state = JobState.Queued;
        }
        catch (OperationCanceledException)
        {
            state = JobState.Cancelled; // the journal says so already
        }
#pragma warning disable CA1031 // Whatever went wrong with one job must be in the journal, and the next one goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var (problem, reason) = Problem.Of(exception);
            if (problem == Problem.Defect)
                Log.Defect(logger, exception.GetType().Name, exception.StackTrace);
            state = exception is QuarantinedException ? JobState.Quarantined : JobState.Failed;
            await journal.EndAsync(job, state, problem.Name, reason, default).ConfigureAwait(false);
        }
        finally
        {
            running.TryRemove(job.Id, out _);
            await stop.CancelAsync().ConfigureAwait(false);
            await pulse.ConfigureAwait(false);
        }
        span?.SetTag("nhandao.state", state.ToString()).SetStatus(state is JobState.Failed or JobState.Quarantined ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        meter.JobEnded(state.ToString());
        Log.JobEnded(logger, job.Id, job.Attempt, state.ToString(), (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    private async Task<StoredFile> FileAsync(JobRow job, CancellationToken cancellation)
    {
        var path = content.PathOf(job.ContentHash);
        var head = new byte[Parsing.Pages.FileSignature.HeadLength];
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            return new(job.ContentHash, stream.Length, MediaTypes.Of(head.AsSpan(0, read)));
        }
    }

    /// <summary>Writes the progress down every second, and stops the reading when the job is no longer ours.</summary>
    private async Task PulseAsync(JobRow job, Pages progress, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pulse, stop.Token).ConfigureAwait(false);
                var (done, total) = progress.Now;
                if (!await journal.RenewAsync(job, done, total, stop.Token).ConfigureAwait(false))
                    await stop.CancelAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
    }

    private sealed class Pages : IProgress<(int Done, int Total)>
    {
        private long packed;

        public (int Done, int Total) Now => Volatile.Read(ref packed) is var p ? ((int)(p >> 32), (int)p) : default;

        public void Report((int Done, int Total) value) => Volatile.Write(ref packed, ((long)value.Done << 32) | (uint)value.Total);
    }
}
