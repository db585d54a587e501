using Microsoft.Extensions.Logging;

namespace NhanDao.Service.Hosting;

/// <summary>What the service writes down: ids, counts, codes and durations. Never a word of a letter, a search or a file name.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Ready on {Address} after {Milliseconds} ms")]
    public static partial void Ready(ILogger logger, string address, long milliseconds);

    [LoggerMessage(EventId = 2, Message = "{Method} {Route} {Status} {Milliseconds} ms, caller {Caller}")]
    public static partial void Request(ILogger logger, LogLevel level, string method, string route, int status, long milliseconds, string caller);

    [LoggerMessage(3, LogLevel.Information, "Job {Job} attempt {Attempt}: {State} after {Milliseconds} ms")]
    public static partial void JobEnded(ILogger logger, long job, int attempt, string state, long milliseconds);

    [LoggerMessage(4, LogLevel.Information, "{Count} jobs of a service that is gone go on here")]
    public static partial void JobsTakenOver(ILogger logger, int count);

    [LoggerMessage(5, LogLevel.Error, "Defect: {Exception}{Stack}")]
    public static partial void Defect(ILogger logger, string exception, string? stack);

    [LoggerMessage(6, LogLevel.Information, "Stopping: new work is refused, work under way is ended")]
    public static partial void Draining(ILogger logger);
}
