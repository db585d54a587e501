using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Letters;

/// <summary>A letter as an answer, in one of its forms.</summary>
/// <param name="letter">Its id.</param>
/// <param name="revision">The revision, which is its ETag.</param>
/// <param name="text">The answer's body.</param>
/// <param name="mediaType">What the body is.</param>
/// <param name="status">200 or 201.</param>
internal sealed class LetterRecord(long letter, int revision, string text, string mediaType = LetterRecord.Json, int status = StatusCodes.Status200OK) : IResult, IEndpointMetadataProvider
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>Further letters of the same file.</summary>
    public IEnumerable<long> Others { get; init; } = [];

    /// <summary>The job that it came from; null for a letter that was asked for.</summary>
    public long? Job { get; init; }

    public static string PathOf(long letter) => string.Create(CultureInfo.InvariantCulture, $"/v1/letters/{letter}");

    public static string Tag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = Tag(revision);
        response.Headers.ETag = tag;
        response.Headers.Vary = HeaderNames.Accept;
        response.Headers.CacheControl = "private, no-cache";
        var links = Others.Select(o => $"<{PathOf(o)}>; rel=\"item\"").ToList();
        if (Job is { } job)
        {
            response.Headers.Location = PathOf(letter);
            links.Add(string.Create(CultureInfo.InvariantCulture, $"</v1/jobs/{job}>; rel=\"via\""));
        }
        if (links.Count > 0)
            response.Headers.Link = string.Join(", ", links);
        if (HttpMethods.IsGet(httpContext.Request.Method) && httpContext.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var body = Encoding.UTF8.GetBytes(text);
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Letter), ["application/json"]));
}
