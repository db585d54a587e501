using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;

namespace NhanDao.Service.Letters;

/// <summary>So many readings at a time, and so many callers waiting; who comes then is told at once to try later, and nobody waits long.</summary>
internal sealed class ReadingGate : IDisposable
{
    private readonly Lane files, texts;

    public ReadingGate(IOptions<ServiceOptions> options)
    {
        files = new(options.Value.MaxConcurrentParses, options.Value.MaxWaitingParses);
        texts = new(Environment.ProcessorCount, options.Value.MaxWaitingTexts);
    }

    /// <summary>Readings under way, and callers that wait for theirs.</summary>
    public (int Reading, int Waiting) Load => (files.Reading + texts.Reading, files.Waiting + texts.Waiting);

    /// <summary>Whether who comes with a scan now would be told to try later.</summary>
    public bool IsFull => files.IsFull;

    /// <summary>A turn for a caller who waits for the answer; null when too many wait already.</summary>
    /// <param name="isText">Whether it is read in milliseconds.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public ValueTask<IDisposable?> TryEnterAsync(bool isText, CancellationToken cancellation) => (isText ? texts : files).TryEnterAsync(cancellation);

    /// <summary>A turn for a job, which waits as long as it takes.</summary>
    public ValueTask<IDisposable> EnterAsync(CancellationToken cancellation) => files.EnterAsync(cancellation);

    public void Dispose()
    {
        files.Dispose();
        texts.Dispose();
    }

    private sealed class Lane(int places, int mostWaiting) : IDisposable
    {
        private readonly SemaphoreSlim free = new(places);
        private int waiting;

        public int Reading => places - free.CurrentCount;

        public bool IsFull => free.CurrentCount == 0 && Waiting >= mostWaiting;

        public int Waiting => Volatile.Read(ref waiting);

        public async ValueTask<IDisposable?> TryEnterAsync(CancellationToken cancellation)
        {
            if (!free.Wait(0, CancellationToken.None))
            {
                if (Interlocked.Increment(ref waiting) > mostWaiting)
                {
                    Interlocked.Decrement(ref waiting);
                    return null;
                }
                try
                {
                    await free.WaitAsync(cancellation).ConfigureAwait(false);
                }
                finally
                {
                    Interlocked.Decrement(ref waiting);
                }
            }
            return new Turn(free);
        }

        public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation)
        {
            await free.WaitAsync(cancellation).ConfigureAwait(false);
            return new Turn(free);
        }

        public void Dispose() => free.Dispose();
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
                free.Release();
        }
    }
}
