using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NhanDao.Service.Hosting;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Hosting;

public sealed class TracingTests
{
    [Fact]
    public async Task A_letter_that_is_waited_for_has_spans_of_reading_and_writing_under_its_request()
    {
        using var heard = new Heard();
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = await service.ClientAsync();
        using var request = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start(); // HttpClient sends its id as traceparent
        using var posted = await client.PostAsync(Requests.Text(SomeLetter.Text()));
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var mine = heard.Of(request.TraceId);
        Assert.Equal(["read", "store"], mine.Select(s => s.OperationName).Order());
        Assert.Equal("read", mine.Single(s => s.OperationName == "read").GetTagItem("nhandao.outcome"));
        Assert.All(mine, s => Assert.Equal(ActivityStatusCode.Unset, s.Status));
    }

    [Fact]
    public async Task A_job_follows_its_request_and_its_worker_and_its_write_follow_the_job()
    {
        using var heard = new Heard();
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = await service.ClientAsync();
        using var request = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        request.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        request.Start();
        var broken = Requests.Bytes([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A]); // a PDF that ends behind its first line
        using var accepted = await client.PostAsync(broken, ("Prefer", "respond-async"));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        for (var clock = Stopwatch.StartNew(); heard.Of(request.TraceId).All(s => s.OperationName != "job"); await Task.Delay(50))
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "no span of a job came");
        var spans = heard.Of(request.TraceId);
        var job = spans.Single(s => s.OperationName == "job");
        var read = spans.Single(s => s.OperationName == "read");
        Assert.Equal((job.SpanId, ActivityStatusCode.Error), (read.ParentSpanId, read.Status));
        Assert.Equal(read.SpanId, spans.Single(s => s.OperationName == "worker").ParentSpanId);
        Assert.Equal((ActivityStatusCode.Error, "Failed"), (job.Status, job.GetTagItem("nhandao.state")));
    }

    [Fact]
    public async Task Spans_reach_a_collector_and_hold_no_word_of_letter_search_or_file_name()
    {
        await using var collector = await Collector.StartAsync();
        await using (var service = await ServiceUnderTest.StartAsync("sqlite", (nameof(ServiceOptions.OtlpEndpoint), collector.Address + "/v1/traces"), (nameof(ServiceOptions.OtlpHeaders), "x-tenant=archive")))
        {
            using var client = await service.ClientAsync();
            using var posted = await client.PostAsync("/v1/letters?name=secretname.txt", Requests.Text("Số: 12/UBND-VX\nV/v secretsubject\n1. Sở Y tế báo cáo secretduty."));
            Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/letters?q=secretsearch")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/letters?issuer=secretissuer")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/v1/instruments/secretinstrument")).StatusCode);
        } // what waits is sent when the service ends
        var sent = Encoding.Latin1.GetString(collector.Received);
        Assert.Equal("application/x-protobuf", collector.ContentType);
        Assert.Equal("archive", collector.Tenant);
        foreach (var name in (string[])["nhandao", "POST /v1/letters", "GET /v1/letters", "read", "store", "nhandao.media_type"])
            Assert.Contains(name, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sent, StringComparison.Ordinal);
    }

    /// <summary>Every span of ours, from whatever service of these tests.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly ConcurrentQueue<Activity> ended = new();
        private readonly ActivityListener listener;

        public Heard()
        {
            listener = new()
            {
                ShouldListenTo = source => source.Name == Tracing.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = ended.Enqueue,
            };
            ActivitySource.AddActivityListener(listener);
        }

        public List<Activity> Of(ActivityTraceId trace) => [.. ended.Where(s => s.TraceId == trace)];

        public void Dispose() => listener.Dispose();
    }

    /// <summary>Takes what is sent to it as OTLP over HTTP.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly MemoryStream received = new();

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            app = builder.Build();
            app.MapPost("/v1/traces", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                lock (received)
                    body.WriteTo(received);
                (ContentType, Tenant) = (request.ContentType, request.Headers["x-tenant"]);
                return TypedResults.Bytes([], "application/x-protobuf");
            });
        }

        public string? ContentType { get; private set; }

        public string? Tenant { get; private set; }

        public byte[] Received
        {
            get
            {
                lock (received)
                    return received.ToArray();
            }
        }

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector.app.StartAsync();
            return collector;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            await received.DisposeAsync();
        }
    }
}
