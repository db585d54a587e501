using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace NhanDao.Service.Storage;

/// <summary>
/// The one writer of this process to a SQLite file. Writes that come together share a transaction, each with all of it or nothing; nobody
/// is told that a write is done before the transaction is committed. It keeps one connection, and on it the statements that were prepared.
/// </summary>
internal sealed class SqliteWriter(string connection) : IDisposable
{
    /// <summary>So many writes share a transaction at most: who comes first does not wait for a long line.</summary>
    private const int Most = 32;

    private readonly ConcurrentQueue<Waiting> line = new();
    private readonly SemaphoreSlim turn = new(1);
    private SqliteConnection? open;
    private PooledDbContextFactory<SqliteContext>? contexts;

    /// <summary>Runs <paramref name="write"/> in a transaction. What it throws undoes what it wrote, and nothing of others.</summary>
    public async Task<T> RunAsync<T>(Func<NhanDaoContext, Task<T>> write, CancellationToken cancellation)
    {
        var mine = new Waiting<T>(write, cancellation);
        line.Enqueue(mine);
        if (turn.CurrentCount > 0)
            _ = Task.Run(ServeAsync, CancellationToken.None);
        return await mine.Done.ConfigureAwait(false);
    }

    public void Dispose()
    {
        open?.Dispose();
        turn.Dispose();
    }

    /// <summary>Does what waits, unless somebody is at it, who then does this, too: after its turn it looks once more.</summary>
    private async Task ServeAsync()
    {
        while (!line.IsEmpty && turn.Wait(0, CancellationToken.None))
            try
            {
                while (Next() is { Count: > 0 } together)
                    await TogetherAsync(together).ConfigureAwait(false);
            }
            finally
            {
                turn.Release();
            }
    }

    private List<Waiting> Next()
    {
        var together = new List<Waiting>();
        while (together.Count < Most && line.TryDequeue(out var one))
            if (!one.IsGone())
                together.Add(one);
        return together;
    }

    private async Task TogetherAsync(List<Waiting> together)
    {
        try
        {
            var context = await OpenAsync().ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
                context.Database.AutoSavepointsEnabled = false; // ours are enough
                var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    foreach (var one in together)
                        await OneAsync(context, transaction, one, isAlone: together.Count == 1).ConfigureAwait(false);
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
#pragma warning disable CA1031 // Whatever it is, everybody who waits for this transaction is told.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var one in together)
                one.Fail(exception);
        }
        foreach (var one in together)
            one.Tell();
    }

    /// <summary>Runs one write, and takes back what it wrote when it fails. Where the database itself gave up the transaction, all of it fails.</summary>
    private static async Task OneAsync(SqliteContext context, IDbContextTransaction transaction, Waiting one, bool isAlone)
    {
        const string Before = "one";
        if (!isAlone)
            await transaction.CreateSavepointAsync(Before).ConfigureAwait(false);
        try
        {
            await one.WriteAsync(context).ConfigureAwait(false);
            if (!isAlone)
                await transaction.ReleaseSavepointAsync(Before).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It goes to whoever asked for this write.
        catch (Exception exception) when (!isAlone)
#pragma warning restore CA1031
        {
            one.Fail(exception);
            await transaction.RollbackToSavepointAsync(Before).ConfigureAwait(false);
        }
        context.ChangeTracker.Clear();
    }

    private async Task<SqliteContext> OpenAsync()
    {
        if (contexts is null)
        {
            open = new(SqliteContext.ConnectionString(connection));
            await open.OpenAsync().ConfigureAwait(false);
            SqlitePragmas.Set(open);
            contexts = new(SqliteContext.Options(open));
        }
        return await contexts.CreateDbContextAsync().ConfigureAwait(false);
    }

    /// <summary>Somebody who waits for a write.</summary>
    private abstract class Waiting
    {
        public abstract Task WriteAsync(NhanDaoContext context);

        /// <summary>Notes why it failed; the first reason stands.</summary>
        public abstract void Fail(Exception exception);

        /// <summary>Tells how it went: after the transaction.</summary>
        public abstract void Tell();

        /// <summary>Whether they have gone away before their turn, and are told so.</summary>
        public abstract bool IsGone();
    }

    private sealed class Waiting<T>(Func<NhanDaoContext, Task<T>> write, CancellationToken cancellation) : Waiting
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? failure;

        public Task<T> Done => done.Task;

        public override async Task WriteAsync(NhanDaoContext context) => result = await write(context).ConfigureAwait(false);

        public override void Fail(Exception exception) => failure ??= exception;

        public override void Tell()
        {
            if (failure is OperationCanceledException && cancellation.IsCancellationRequested)
                done.TrySetCanceled(cancellation);
            else if (failure is not null)
                done.TrySetException(failure);
            else
                done.TrySetResult(result!);
        }

        public override bool IsGone() => cancellation.IsCancellationRequested && done.TrySetCanceled(cancellation);
    }
}
