using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace NhanDao.Service.Storage;

/// <summary>The database: makes contexts, brings the tables up to date, and writes.</summary>
internal sealed class LetterDatabase : IDisposable
{
    private readonly Func<NhanDaoContext> open;
    private readonly SqliteWriter? writer;

    private LetterDatabase(Func<NhanDaoContext> open, SqliteWriter? writer) => (this.open, this.writer) = (open, writer);

    /// <summary>Whether it is a file that one service has for itself.</summary>
    public bool IsSqlite => writer is not null;

    /// <param name="connection">«Host=…;Database=…» for PostgreSQL; the path of a file, or «Data Source=…», for SQLite.</param>
    public static LetterDatabase Of(string connection)
    {
        if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            var postgres = new PooledDbContextFactory<PostgresContext>(PostgresContext.Options(connection));
            return new(postgres.CreateDbContext, null);
        }
        var sqlite = new PooledDbContextFactory<SqliteContext>(SqliteContext.Options(connection));
        return new(sqlite.CreateDbContext, new(connection));
    }

    /// <summary>A context to read with. Nothing it returns is tracked.</summary>
    public NhanDaoContext Open()
    {
        var context = open();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>Runs <paramref name="write"/> in a transaction. What it throws undoes it. A SQLite file has one writer; PostgreSQL takes many.</summary>
    public Task<T> WriteAsync<T>(Func<NhanDaoContext, Task<T>> write, CancellationToken cancellation) =>
        writer?.RunAsync(write, cancellation) ?? WriteAloneAsync(write, cancellation);

    private async Task<T> WriteAloneAsync<T>(Func<NhanDaoContext, Task<T>> write, CancellationToken cancellation)
    {
        var context = open();
        await using (context.ConfigureAwait(false))
        {
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            var transaction = await context.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await write(context).ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
                return result;
            }
        }
    }

    /// <summary>Creates the tables or brings them up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        var context = open();
        await using (context.ConfigureAwait(false))
        {
            if (!(await context.Database.GetPendingMigrationsAsync(cancellation).ConfigureAwait(false)).Any())
                return;
            if (!IsSqlite)
            {
                await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
                return;
            }
            // EF's lock on a SQLite file is a row, and whoever is killed while it migrates leaves it behind for ever. A lock of the system
            // is let go with the process; who holds that one may remove the row. Its file stays: another may wait for it just now.
            var file = context.Database.GetDbConnection().DataSource;
            var mine = await LockAsync(file + ".migrating", cancellation).ConfigureAwait(false);
            await using (mine.ConfigureAwait(false))
            {
                await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation).ConfigureAwait(false);
                await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        while (true)
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(100, cancellation).ConfigureAwait(false);
            }
    }

    /// <summary>Whether it can be asked.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        var context = open();
        await using (context.ConfigureAwait(false))
            return await context.Database.CanConnectAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose()
    {
        writer?.Dispose();
        if (IsSqlite)
            SqliteConnection.ClearAllPools(); // lets go of the file
    }
}
