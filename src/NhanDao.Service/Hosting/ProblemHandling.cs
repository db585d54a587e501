using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NhanDao.Service.Hosting;

/// <summary>Turns exceptions and bare status codes into problem details: every refusal has a body.</summary>
internal sealed class ProblemHandling(ILogger<ProblemHandling> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
            return true; // nobody is there to be told
        var (problem, detail) = Problem.Of(exception);
        if (problem == Problem.Defect)
            Log.Defect(logger, exception.GetType().Name, exception.StackTrace); // its message may hold words of a letter
        await problem.Because(detail).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }

    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => Problem.OfStatus(context.HttpContext.Response.StatusCode).Because().ExecuteAsync(context.HttpContext));
    }

    public static void Add(IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandling>();
    }
}
