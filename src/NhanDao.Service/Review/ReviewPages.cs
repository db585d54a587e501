using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NhanDao.Service.Hosting;

namespace NhanDao.Service.Review;

/// <summary>
/// The page at <c>/</c> where people look at letters and put them right. Plain files inside the program, taken out when a browser first
/// asks for one; they hold nothing secret and are open to all, and what they show comes from the API with the reader's key.
/// </summary>
internal static class ReviewPages
{
    /// <summary>The one style sheet that OpenSeadragon writes into a page itself.</summary>
    private const string ViewerStyle = "'sha256-9xTiqzfwFaL2SGb1rmr8gysEwVVjIvqWAgmZgqFqpEE='";

    /// <summary>Nothing but our own files and the pictures of letters, nothing inline, in nobody's frame.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' " + ViewerStyle + "; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Folder = "review/";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<string, Asset>> Assets = new(() => typeof(ReviewPages).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], name => new Asset(name), StringComparer.Ordinal));

    public static void MapReviewPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        pages.MapMethods("/", Methods, (HttpContext http) => WriteAsync(http, "index.html"));
        pages.MapMethods("/api", Methods, (HttpContext http) => WriteAsync(http, "api.html"));
        pages.MapMethods("/assets/{name}", Methods, (string name, HttpContext http) => WriteAsync(http, name));
    }

    /// <summary>The names of all files, for the tests.</summary>
    internal static IEnumerable<string> Names => Assets.Value.Keys;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static Task WriteAsync(HttpContext http, string name)
    {
        if (!Assets.Value.TryGetValue(name, out var asset))
            return Problem.NotFound.Because().ExecuteAsync(http);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache"; // asked again each time, answered with 304: after an update nobody sees old and new mixed
        headers.ETag = asset.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (http.Request.Headers.IfNoneMatch == asset.Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var isPacked = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        var body = isPacked ? asset.Packed : asset.Plain;
        if (isPacked)
            headers.ContentEncoding = "gzip";
        http.Response.ContentType = MediaTypes[Path.GetExtension(name)];
        http.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    /// <summary>A file of the page, read from the program when it is first asked for.</summary>
    private sealed class Asset(string resource)
    {
        private readonly Lazy<(byte[] Plain, byte[] Packed, string Tag)> content = new(() =>
        {
            using var stream = typeof(ReviewPages).Assembly.GetManifestResourceStream(resource)!;
            var plain = new byte[stream.Length];
            stream.ReadExactly(plain);
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                gzip.Write(plain);
            return (plain, packed.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(plain)[..8])}\"");
        });

        public byte[] Plain => content.Value.Plain;

        public byte[] Packed => content.Value.Packed;

        public string Tag => content.Value.Tag;
    }
}
