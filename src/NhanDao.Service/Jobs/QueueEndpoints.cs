using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Jobs;

/// <summary>The queues of a scaled-out import, for admins.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        var queue = routes.MapGroup("/v1/queue").WithTags("Queue").RequireAuthorization(Access.Admin);
        queue.MapGet("", Get).WithName("getQueue").WithSummary("Depth, rate, workers, oldest job and dead letters of the broker's queues.").ProducesProblem(404).ProducesProblem(503);
        queue.MapPost("/dead/requeue", Requeue).WithName("requeueDead").WithSummary("Publishes the jobs of dead letters again.").ProducesProblem(404).ProducesProblem(503);
        queue.MapPost("/dead/discard", Discard).WithName("discardDead").WithSummary("Ends the jobs of dead letters: their files go to quarantine.").ProducesProblem(404).ProducesProblem(503);
    }

    private static Task<Results<Ok<QueueResource>, ProblemHttpResult>> Get(HttpContext context, BrokerQueue queue, CancellationToken cancellation) =>
        AnswerAsync(context, queue.LookAsync(cancellation));

    private static Task<Results<Ok<ClearedResource>, ProblemHttpResult>> Requeue(HttpContext context, ClaimsPrincipal user, BrokerQueue queue, LetterDatabase database, CancellationToken cancellation) =>
        AnswerAsync(context, NotedAsync(queue.RequeueAsync(cancellation), "queue.requeued", Caller.Of(user), database));

    private static Task<Results<Ok<ClearedResource>, ProblemHttpResult>> Discard(HttpContext context, ClaimsPrincipal user, BrokerQueue queue, LetterDatabase database, CancellationToken cancellation) =>
        AnswerAsync(context, NotedAsync(queue.DiscardAsync(cancellation), "queue.discarded", Caller.Of(user), database));

    private static async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(HttpContext context, Task<T?> asked)
        where T : class
    {
        try
        {
            return await asked.ConfigureAwait(false) is { } answer ? TypedResults.Ok(answer) : Problem.NotFound.Because("This service is set to no broker (Queue).");
        }
        catch (QueueAwayException)
        {
            context.Response.Headers.RetryAfter = "5";
            return Problem.QueueAway.Because();
        }
    }

    /// <summary>Leaves a line in the trail.</summary>
    private static async Task<ClearedResource?> NotedAsync(Task<ClearedResource?> clearing, string action, Caller caller, LetterDatabase database)
    {
        if (await clearing.ConfigureAwait(false) is not { Count: > 0 } cleared)
            return clearing.Result;
        await database.WriteAsync(context =>
        {
            context.Audit.Add(new() { At = DateTimeOffset.UtcNow, By = caller.Name, Action = action, Subject = "queue", Detail = $"{cleared.Count} dead letters" });
            return context.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None).ConfigureAwait(false);
        return cleared;
    }
}
