using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Keys;

/// <summary>Says to callers what their key is, so that a page shows what it can do and no more.</summary>
internal static class CallerEndpoints
{
    public static void MapCaller(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/caller", Get).WithTags("Keys").RequireAuthorization().WithName("getCaller").WithSummary("Whose key this is, and what it may do.").ProducesProblem(401);

    private static Ok<CallerResource> Get(ClaimsPrincipal user, IOptions<ServiceOptions> options)
    {
        var caller = Caller.Of(user);
        return TypedResults.Ok(new CallerResource(caller.Name, [.. Enum.GetValues<Scopes>().Where(s => s != Scopes.None && caller.Scopes.HasFlag(s)).Select(s => s.ToString().ToLowerInvariant())],
            caller.Scopes.HasFlag(Scopes.Admin) && options.Value.Queue is not null));
    }
}

/// <summary>Who sent a request.</summary>
/// <param name="Name">Name of the key, or of the person that a token stands for.</param>
/// <param name="Scopes">What they may do: read, parse, review, admin.</param>
/// <param name="Queue">Whether there are queues of a broker to look after.</param>
internal sealed record CallerResource(string Name, ImmutableArray<string> Scopes, bool Queue);
