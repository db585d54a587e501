using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NhanDao.Service.Keys;

namespace NhanDao.Service.Hosting;

/// <summary>A line for each request that was refused or took long; every one at level Debug. The route stands for the path, which may hold words.</summary>
internal static class RequestLog
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public static async Task WriteAsync(HttpContext context, RequestDelegate next)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var time = Stopwatch.GetElapsedTime(begun);
            var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog));
            var level = context.Response.StatusCode >= 400 || time > Long ? LogLevel.Information : LogLevel.Debug;
            if (logger.IsEnabled(level))
                Write(logger, level, context, time);
        }
    }

    private static void Write(ILogger logger, LogLevel level, HttpContext context, TimeSpan time)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var caller = Caller.Of(context.User).Id;
        Log.Request(logger, level, context.Request.Method, route, context.Response.StatusCode, (long)time.TotalMilliseconds, caller);
    }
}
