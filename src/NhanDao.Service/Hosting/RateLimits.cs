using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NhanDao.Service.Keys;

namespace NhanDao.Service.Hosting;

/// <summary>So many requests a second for each caller; fewer for an address that comes without a known key.</summary>
internal static class RateLimits
{
    public static void Add(IServiceCollection services, ServiceOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.Identity?.IsAuthenticated == true
            ? RateLimitPartition.GetTokenBucketLimiter(Caller.Of(context.User).Id, _ => Bucket(options.RequestsPerSecond, options.RequestBurst))
            : RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => Bucket(options.UnknownRequestsPerSecond, options.UnknownRequestsPerSecond * 2)));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problem.RateLimited.Because().ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
        };
    });

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, perSecond / 10) / (double)perSecond),
        TokenLimit = burst,
        QueueLimit = 0,
    };
}
