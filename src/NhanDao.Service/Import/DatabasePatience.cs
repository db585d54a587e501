using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace NhanDao.Service.Import;

/// <summary>
/// A database server that is restarted or cut off comes back; an import that has run for hours waits for it. Everything tried again here is
/// written so that a second time does no harm: the fencing number tells whether the first went through.
/// </summary>
internal static class DatabasePatience
{
    /// <summary>How long a database may be away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static async Task<T> TryAsync<T>(Func<Task<T>> action, CancellationToken cancellation)
    {
        var began = Environment.TickCount64;
        for (var pause = 200; ; pause = Math.Min(pause * 2, 5000))
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (Exception e) when (IsPassing(e) && Environment.TickCount64 - began < Longest.TotalMilliseconds)
            {
                await Task.Delay(pause, cancellation).ConfigureAwait(false);
            }
    }

    /// <summary>Whether it may go better the next time: the server is gone or is starting, or two writers met.</summary>
    private static bool IsPassing(Exception? exception) => exception switch
    {
        null => false,
        DbException { IsTransient: true } or SocketException or TimeoutException or ObjectDisposedException => true, // the last: a transaction whose connection broke
        DbException { SqlState: "57P01" or "57P02" or "57P03" or "40001" or "40P01" or "08006" or "08001" or "08003" } => true, // going down, crashed, starting; conflicts; connection
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 } => true, // busy, locked: another process writes
        DbUpdateException or DbException or InvalidOperationException or IOException => IsPassing(exception.InnerException),
        _ => false,
    };
}
