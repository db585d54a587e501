using System.Buffers.Binary;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Hosting;

/// <summary>A service with three letters and callers of every kind, for all rows of the table.</summary>
public sealed class HostileService : IAsyncLifetime
{
    internal ServiceUnderTest Service { get; private set; } = null!;

    internal HttpClient All { get; private set; } = null!;

    internal HttpClient Reader { get; private set; } = null!;

    internal HttpClient Poster { get; private set; } = null!;

    internal HttpClient Reviewer { get; private set; } = null!;

    internal HttpClient Nobody { get; private set; } = null!;

    internal string Secret { get; private set; } = "";

    internal string Revoked { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Service = await ServiceUnderTest.StartAsync(settings: [(nameof(ServiceOptions.MaxBytes), "200000"), (nameof(ServiceOptions.MaxPixels), "1000000"),
            (nameof(ServiceOptions.UnknownRequestsPerSecond), "10000"), (nameof(ServiceOptions.MinBodyBytesPerSecond), "1000")]);
        Secret = await Service.KeyAsync(Scopes.Read | Scopes.Parse | Scopes.Review | Scopes.Admin);
        (All, Reader, Poster, Reviewer, Nobody) = (Service.Client(Secret), await Service.ClientAsync(Scopes.Read), await Service.ClientAsync(Scopes.Parse),
            await Service.ClientAsync(Scopes.Review), Service.Client(null));
        var keys = (ApiKeys)Service.Services.GetService(typeof(ApiKeys))!;
        Revoked = (await keys.CreateAsync("revoked", Scopes.Read, "test", default)).Secret;
        await keys.RevokeAsync("revoked", "test", default);
        using var first = await All.PostAsync(Requests.Text(SomeLetter.Text(1)), ("Idempotency-Key", "used"));
        using var refused = await All.PostAsync(Requests.Text("   "), ("Idempotency-Key", "refused"));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (first.StatusCode, refused.StatusCode));
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();
}

/// <summary>What the service answers to who means it ill, or is broken.</summary>
public class HostileRequestTests(HostileService hostile) : IClassFixture<HostileService>
{
    private const string Letters = "/v1/letters", First = "/v1/letters/1";

    private static readonly string Long = new('a', 10_000);

    /// <summary>Each: what it tries, how, and the status with the problem that it gets.</summary>
    private static readonly (string Name, Func<HostileService, Task<HttpResponseMessage>> Send, int Status, string? Problem)[] Table =
    [
        // Keys
        ("no key", h => h.Nobody.GetAsync(Letters), 401, "unauthorized"),
        ("no key for metrics", h => h.Nobody.GetAsync("/metrics"), 401, "unauthorized"),
        ("no key for a path that is not there", h => h.Nobody.GetAsync("/admin"), 401, "unauthorized"),
        ("no key for a letter", h => h.Nobody.PostAsync(Requests.Text("x")), 401, "unauthorized"),
        ("empty bearer", h => With(h.Nobody, Letters, ("Authorization", "Bearer ")), 401, "unauthorized"),
        ("another scheme", h => With(h.Nobody, Letters, ("Authorization", "Basic YWRtaW46YWRtaW4=")), 401, "unauthorized"),
        ("a key nobody made", h => With(h.Nobody, Letters, ("Authorization", "Bearer nhandao_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")), 401, "unauthorized"),
        ("a revoked key", h => With(h.Nobody, Letters, ("Authorization", "Bearer " + h.Revoked)), 401, "unauthorized"),
        ("a key in other case", h => With(h.Nobody, Letters, ("Authorization", "Bearer " + h.Secret.ToUpperInvariant())), 401, "unauthorized"),
        ("a key cut short", h => With(h.Nobody, Letters, ("Authorization", "Bearer " + h.Secret[..^1])), 401, "unauthorized"),
        ("an endless key", h => With(h.Nobody, Letters, ("X-Api-Key", "nhandao_" + Long)), 401, "unauthorized"),
        ("a key in the query", h => h.Nobody.GetAsync($"{Letters}?key={h.Secret}"), 401, "unauthorized"),
        ("SQL for a key", h => With(h.Nobody, Letters, ("X-Api-Key", "nhandao_' OR '1'='1")), 401, "unauthorized"),

        // Scopes, and what belongs to others
        ("a reader posts", h => h.Reader.PostAsync(Requests.Text("x")), 403, "forbidden"),
        ("a reader corrects", h => h.Reader.PatchAsync(First, "{\"subject\":\"x\"}"), 403, "forbidden"),
        ("a reader deletes", h => h.Reader.DeleteAsync(First), 403, "forbidden"),
        ("a reviewer deletes", h => h.Reviewer.DeleteAsync(First), 403, "forbidden"),
        ("a reviewer posts", h => h.Reviewer.PostAsync(Requests.Text("x")), 403, "forbidden"),
        ("a poster reads directives", h => h.Poster.GetAsync("/v1/directives"), 403, "forbidden"),
        ("a poster reads the calendar", h => h.Poster.GetAsync("/v1/calendar.ics"), 403, "forbidden"),
        ("a poster reads an instrument", h => h.Poster.GetAsync("/v1/instruments/44-KL/TW"), 403, "forbidden"),
        ("a poster corrects", h => h.Poster.PatchAsync(First, "{\"subject\":\"x\"}"), 403, "forbidden"),
        ("a reader calls another's job off", h => h.Reader.DeleteAsync("/v1/jobs/1"), 403, "forbidden"),
        ("another's letter", h => h.Poster.GetAsync(First), 404, "not-found"),
        ("another's file", h => h.Poster.GetAsync(First + "/file"), 404, "not-found"),
        ("another's page", h => h.Poster.GetAsync(First + "/pages/1"), 404, "not-found"),
        ("another's revisions", h => h.Poster.GetAsync(First + "/revisions"), 404, "not-found"),
        ("another's revision", h => h.Poster.GetAsync(First + "/revisions/1"), 404, "not-found"),
        ("another's job", h => h.Poster.GetAsync("/v1/jobs/1"), 404, "not-found"),
        ("another's events", h => h.Poster.GetAsync("/v1/jobs/1/events"), 404, "not-found"),
        ("calls another's job off", h => h.Poster.DeleteAsync("/v1/jobs/1"), 404, "not-found"),

        // Sizes and types
        ("nothing", h => h.All.PostAsync(Requests.Bytes([])), 422, "unreadable-document"),
        ("blanks", h => h.All.PostAsync(Requests.Text(" \n\t ")), 422, "unreadable-document"),
        ("too much", h => h.All.PostAsync(Requests.Bytes(new byte[300_000])), 413, "too-large"),
        ("too much, without saying how much", h => Chunked(h.All, new byte[300_000]), 413, "too-large"),
        ("a little too much", h => h.All.PostAsync(Requests.Bytes(Encoding.UTF8.GetBytes(new string('a', 200_001)))), 413, "too-large"),
        ("too much in a form", h => h.All.PostAsync(new MultipartFormDataContent { { Requests.Bytes(new byte[250_000]), "file", "a.pdf" } }), 413, "too-large"),
        ("a picture of 400 megapixels in 33 bytes", h => h.All.PostAsync(Requests.Bytes(Png(20_000, 20_000))), 413, "too-large"),
        ("JSON", h => h.All.PostAsync(new StringContent("{}", Encoding.UTF8, "application/json")), 415, "unsupported-type"),
        ("a web form", h => h.All.PostAsync(new FormUrlEncodedContent([new("file", "x")])), 415, "unsupported-type"),
        ("HTML by type", h => h.All.PostAsync(new StringContent("<p>", Encoding.UTF8, "text/html")), 415, "unsupported-type"),
        ("HTML by content", h => h.All.PostAsync(Requests.Bytes("<!DOCTYPE html><script>alert(1)</script>"u8.ToArray())), 415, "unsupported-type"),
        ("no type at all that is one", h => Typed(h.All, "///"), 415, "unsupported-type"),
        ("packed", h => Packed(h.All), 415, "unsupported-type"),
        ("a GIF that says it is a PDF", h => h.All.PostAsync(Requests.Bytes("GIF89a\u0001\u0000"u8.ToArray(), "application/pdf")), 415, "unsupported-type"),
        ("a program", h => h.All.PostAsync(Requests.Bytes([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])), 415, "unsupported-type"),
        ("noise", h => h.All.PostAsync(Requests.Bytes([.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 31 % 251))])), 415, "unsupported-type"),
        ("a PDF of nine bytes", h => h.All.PostAsync(Requests.Bytes("%PDF-1.7\n"u8.ToArray(), "application/pdf")), 422, "unreadable-document"),
        ("a PDF full of zeros", h => h.All.PostAsync(Requests.Bytes([.. "%PDF-1.4\n"u8, .. new byte[50_000]])), 422, "unreadable-document"),
        ("a picture without pixels", h => h.All.PostAsync(Requests.Bytes(Png(100, 100))), 422, "unreadable-document"),
        ("a zip that is no document", h => h.All.PostAsync(Requests.Bytes([0x50, 0x4B, 3, 4, .. new byte[100]])), 422, "unreadable-document"),

        // Forms
        ("a form without a boundary", h => Typed(h.All, "multipart/form-data"), 400, "invalid-request"),
        ("a form with a boundary of 200 characters", h => Typed(h.All, "multipart/form-data; boundary=" + Long[..200]), 400, "invalid-request"),
        ("a form that breaks off", h => Typed(h.All, "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n\r\nwithout an end"), 400, "invalid-request"),
        ("a form of nonsense", h => Typed(h.All, "multipart/form-data; boundary=b", "no part in it"), 400, "invalid-request"),
        ("a form without a file", h => h.All.PostAsync(new MultipartFormDataContent { { new StringContent("x"), "note" } }), 400, "invalid-request"),
        ("a form with two files", h => h.All.PostAsync(new MultipartFormDataContent { { Requests.Text("một"), "a", "a.txt" }, { Requests.Text("hai"), "b", "b.txt" } }), 400, "invalid-request"),
        ("a form of a hundred parts", h => h.All.PostAsync(Parts(100)), 400, "invalid-request"),
        ("a part with endless headers", h => Typed(h.All, "multipart/form-data; boundary=b", $"--b\r\nX: {Long}\r\n\r\nx\r\n--b--"), 400, "invalid-request"),

        // Idempotency-Key
        ("a key used for another letter", h => h.All.PostAsync(Requests.Text(SomeLetter.Text(2)), ("Idempotency-Key", "used")), 409, "idempotency-key-reused"),
        ("the same request again", h => h.All.PostAsync(Requests.Text(SomeLetter.Text(1)), ("Idempotency-Key", "used")), 200, null),
        ("a refused request again", h => h.All.PostAsync(Requests.Text("   "), ("Idempotency-Key", "refused")), 422, "unreadable-document"),
        ("an endless key", h => h.All.PostAsync(Requests.Text("x"), ("Idempotency-Key", Long[..201])), 400, "invalid-request"),

        // Paths and methods
        ("a letter that is not there", h => h.All.GetAsync("/v1/letters/987654321"), 404, "not-found"),
        ("a word for a number", h => h.All.GetAsync("/v1/letters/one"), 404, "not-found"),
        ("a number over all numbers", h => h.All.GetAsync("/v1/letters/99999999999999999999999"), 404, "not-found"),
        ("a negative letter", h => h.All.GetAsync("/v1/letters/-1"), 404, "not-found"),
        ("page 0", h => h.All.GetAsync(First + "/pages/0"), 404, "not-found"),
        ("a page of a typed letter", h => h.All.GetAsync(First + "/pages/1"), 404, "not-found"),
        ("revision 99", h => h.All.GetAsync(First + "/revisions/99"), 404, "not-found"),
        ("a path out of the store", h => h.All.GetAsync("/v1/letters/..%2f..%2f..%2fetc%2fpasswd"), 404, "not-found"),
        ("an instrument of SQL", h => h.All.GetAsync("/v1/instruments/'%20OR%201=1--"), 404, "not-found"),
        ("an instrument without a name", h => h.All.GetAsync("/v1/instruments/"), 404, "not-found"),
        ("an instrument with NUL", h => h.All.GetAsync("/v1/instruments/12%2500"), 404, "not-found"),
        ("a page that does not exist", h => h.All.GetAsync("/v2/letters"), 404, "not-found"),
        ("PUT", h => h.All.PutAsync(First, new StringContent("x")), 405, "method-not-allowed"),
        ("TRACE", h => Method(h.All, "TRACE", First), 405, "method-not-allowed"),
        ("a method of its own", h => Method(h.All, "STEAL", First), 405, "method-not-allowed"),

        // Filters and forms
        ("limit 0", h => h.All.GetAsync(Letters + "?limit=0"), 400, "invalid-request"),
        ("limit of a million", h => h.All.GetAsync(Letters + "?limit=1000000"), 400, "invalid-request"),
        ("limit of words", h => h.All.GetAsync(Letters + "?limit=all"), 400, "invalid-request"),
        ("a made-up cursor", h => h.All.GetAsync(Letters + "?cursor=zzz"), 400, "invalid-request"),
        ("a day that is none", h => h.All.GetAsync(Letters + "?from=2025-02-30"), 400, "invalid-request"),
        ("neither yes nor no", h => h.All.GetAsync(Letters + "?needsReview=maybe"), 400, "invalid-request"),
        ("an order of its own", h => h.All.GetAsync(Letters + "?order=id;DROP"), 400, "invalid-request"),
        ("a search without words", h => h.All.GetAsync(Letters + "?q=%22%20-%20/"), 400, "invalid-request"),
        ("a search of 600 characters", h => h.All.GetAsync($"{Letters}?q={Long[..600]}"), 400, "invalid-request"),
        ("NUL in a filter", h => h.All.GetAsync(Letters + "?issuer=a%00b"), 400, "invalid-request"),
        ("operators in a search", h => h.All.GetAsync(Letters + "?q=a*%20OR%20NEAR(b)%20%27--%20%5Ec"), 200, null),
        ("wildcards in a filter", h => h.All.GetAsync(Letters + "?issuer=%25_%25&assignee=%25"), 200, null),
        ("an offset below nothing", h => h.All.GetAsync("/v1/directives?offset=-1"), 400, "invalid-request"),
        ("a picture of a record", h => With(h.All, First, ("Accept", "image/png")), 406, "not-acceptable"),
        ("a form that is none", h => h.All.GetAsync(First + "?format=exe"), 406, "not-acceptable"),

        // Corrections
        ("a correction that is no JSON", h => h.All.PatchAsync(First, "{"), 400, "invalid-request"),
        ("a correction of nothing", h => h.All.PatchAsync(First, "{}"), 400, "invalid-request"),
        ("a list for a correction", h => h.All.PatchAsync(First, "[1]"), 400, "invalid-request"),
        ("a correction without a bottom", h => h.All.PatchAsync(First, string.Concat(Enumerable.Repeat("{\"a\":", 200))), 400, "invalid-request"),
        ("a field twice", h => h.All.PatchAsync(First, "{\"place\":\"a\",\"place\":\"b\"}"), 400, "invalid-request"),
        ("a field that is none", h => h.All.PatchAsync(First, "{\"schema\":\"x\"}"), 400, "invalid-request"),
        ("a number for a subject", h => h.All.PatchAsync(First, "{\"subject\":5}"), 400, "invalid-request"),
        ("a day that is none", h => h.All.PatchAsync(First, "{\"date\":\"2025-02-30\"}"), 400, "invalid-request"),
        ("a task without text", h => h.All.PatchAsync(First, "{\"tasks\":[{}]}"), 400, "invalid-request"),
        ("a review of its own", h => h.All.PatchAsync(First, "{\"review\":[\"x\"]}"), 400, "invalid-request"),
        ("a subject of 30 000 characters", h => h.All.PatchAsync(First, $"{{\"subject\":\"{Long}{Long}{Long}\"}}"), 400, "invalid-request"),
        ("a correction of an old revision", h => h.All.PatchAsync(First, "{\"place\":\"x\"}", "\"99\""), 412, "stale-revision"),
        ("a correction of another type", h => h.All.PatchAsync(First, "{\"place\":\"x\"}", type: "text/plain"), 415, "unsupported-type"),
        ("a correction of a letter that is not there", h => h.All.PatchAsync("/v1/letters/987654321", "{\"place\":\"x\"}"), 404, "not-found"),
        ("a directive done by a word", h => h.All.PatchAsync("/v1/directives/1", "{\"done\":\"yes\"}", type: "application/json"), 400, "invalid-request"),
        ("a job that has ended", h => h.All.DeleteAsync("/v1/jobs/1"), 409, "conflict"),
    ];

    public static IEnumerable<object[]> Rows => Table.Select((row, i) => new object[] { i, row.Name });

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Is_refused_as_the_table_says(int row, string name)
    {
        using var answer = await Table[row].Send(hostile);
        Assert.Equal((name, Table[row].Status, Table[row].Problem), (name, (int)answer.StatusCode, await answer.ProblemAsync()));
        Assert.Equal(0, await Files("incoming"));
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET / HTTP/9.9\r\nHost: x\r\n\r\n", "HTTP/1.1 505 HTTP Version Not Supported")]
    [InlineData("GET /livez HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request")]                                            // no Host
    [InlineData("GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /livez HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("POST /v1/letters HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("POST /v1/letters HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", "HTTP/1.1 400 Bad Request")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 401 Unauthorized")]                      // no path leads out, and it is closed
    public async Task What_is_no_request_ends_at_the_door(string request, string answer) => Assert.Equal(answer, await hostile.Service.RawAsync(request));

    [Fact]
    public async Task Lines_and_headers_without_end_are_cut_off()
    {
        Assert.Equal("HTTP/1.1 414 URI Too Long", await hostile.Service.RawAsync($"GET /{Long} HTTP/1.1\r\nHost: x\r\n\r\n"));
        Assert.Equal("HTTP/1.1 431 Request Header Fields Too Large", await hostile.Service.RawAsync($"GET / HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 8).Select(i => $"X{i}: {Long}\r\n"))}\r\n"));
    }

    [Fact]
    public async Task A_body_that_trickles_is_ended()
    {
        var answer = await hostile.Service.RawAsync($"POST /v1/letters HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {hostile.Secret}\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nabc");
        Assert.Equal("HTTP/1.1 408 Request Timeout", answer);
        Assert.Equal(0, await Files("incoming"));
    }

    [Fact]
    public async Task Who_goes_away_leaves_nothing()
    {
        await hostile.Service.RawAsync($"POST /v1/letters HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {hostile.Secret}\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nabc", close: true);
        Assert.Equal(0, await Files("incoming"));
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\system32\\cmd.exe", "cmd.exe")]
    [InlineData("a\tb.txt", "ab.txt")]
    [InlineData("..", "..")]                                         // shown, never opened
    [InlineData("<script>alert(1)</script>.pdf", "script>.pdf")]     // a name has no folders before it
    public async Task A_name_is_only_a_name(string given, string kept)
    {
        using var form = new MultipartFormDataContent("b");
        using var text = Requests.Text(SomeLetter.Text(300 + kept.Length, kept.Replace('<', ' ')));
        text.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=file; filename=\"{given.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
        form.Add(text);
        using var answer = await hostile.All.PostAsync(form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await using var context = hostile.Service.Database.Open();
        Assert.Equal(kept, (await context.Letters.OrderByDescending(l => l.Id).FirstAsync()).FileName);
    }

    [Fact]
    public async Task Scripts_in_a_letter_run_nowhere()
    {
        using var answer = await hostile.All.PostAsync(Requests.Text(SomeLetter.Text(500, "<script>alert(1)</script>")));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var file = await hostile.All.GetAsync(answer.Headers.Location + "/file");
        Assert.Equal("default-src 'none'; sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("text/plain", file.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_poster_sees_its_own_letters_and_no_others()
    {
        using var own = await hostile.Poster.PostAsync(Requests.Text(SomeLetter.Text(600)));
        Assert.Equal(HttpStatusCode.OK, (await hostile.Poster.GetAsync(own.Headers.Location)).StatusCode);
        var list = await hostile.Poster.GetAsync(Letters).JsonAsync();
        Assert.Equal("600/UBND-VX", Assert.Single(list["letters"]!.AsArray())!["number"]!.GetValue<string>());
    }

    /// <summary>How many files lie in a folder of the store, once those on their way out are gone.</summary>
    private async Task<int> Files(string folder)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(hostile.Service.Content.PathOf(new('a', 64))))!, folder);
        for (var i = 0; i < 50 && Directory.GetFiles(path).Length > 0; i++)
            await Task.Delay(20);
        return Directory.GetFiles(path).Length;
    }

    private static async Task<HttpResponseMessage> With(HttpClient client, string path, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Method(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Chunked(HttpClient client, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Letters) { Content = Requests.Bytes(bytes) };
        request.Headers.TransferEncodingChunked = true;
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Typed(HttpClient client, string type, string body = "x")
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await client.PostAsync(content);
    }

    private static async Task<HttpResponseMessage> Packed(HttpClient client)
    {
        using var content = Requests.Text("x");
        content.Headers.ContentEncoding.Add("gzip");
        return await client.PostAsync(content);
    }

    private static MultipartFormDataContent Parts(int count)
    {
        var form = new MultipartFormDataContent();
        for (var i = 0; i < count; i++)
            form.Add(new StringContent("x"), $"field{i}");
        return form;
    }

    /// <summary>The head of a PNG of any size, and nothing behind it.</summary>
    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
