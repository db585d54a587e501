using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhanDao.Service.Hosting;
using NhanDao.Service.Letters;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Hosting;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Jobs;

public class JobTests
{
    private static readonly (string, string) Async = ("Prefer", "respond-async");

    [Theory, Sqlite, Postgres]
    public async Task A_job_is_accepted_followed_and_ends_in_a_letter(string database)
    {
        await using var service = await ServiceUnderTest.StartAsync(database);
        var client = await service.ClientAsync();
        using var accepted = await client.PostAsync(Requests.Text(SomeLetter.Text()), Async);
        Assert.Equal((HttpStatusCode.Accepted, "respond-async"), (accepted.StatusCode, accepted.Headers.GetValues("Preference-Applied").Single()));
        Assert.NotNull(accepted.Headers.RetryAfter);

        var events = await client.GetStringAsync(accepted.Headers.Location + "/events"); // to the end of the job
        Assert.Contains("event: ended\n", events, StringComparison.Ordinal);
        var job = await client.GetAsync(accepted.Headers.Location).JsonAsync();
        Assert.Equal("done", job["state"]!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(job["letters"]![0]!.ToString())).StatusCode);
    }

    [Fact]
    public async Task A_job_that_comes_to_nothing_says_why()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var client = await service.ClientAsync();
        using var accepted = await client.PostAsync(Requests.Bytes("%PDF-1.7\n"u8.ToArray()), Async);
        await client.GetStringAsync(accepted.Headers.Location + "/events");
        var job = await client.GetAsync(accepted.Headers.Location).JsonAsync();
        Assert.Equal(("failed", "urn:nhandao:problem:unreadable-document"), (job["state"]!.ToString(), job["problem"]!.ToString()));
        Assert.NotEmpty(job["reason"]!.ToString());
    }

    [Theory, Sqlite, Postgres]
    public async Task A_job_is_called_off(string database)
    {
        await using var service = await ServiceUnderTest.StartAsync(database, (nameof(ServiceOptions.MaxConcurrentParses), "1"));
        var client = await service.ClientAsync();
        using (await service.Services.GetRequiredService<ReadingGate>().EnterAsync(default))
        {
            using var accepted = await client.PostAsync(Requests.Text(SomeLetter.Text()), Async);
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(accepted.Headers.Location)).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await client.DeleteAsync(accepted.Headers.Location)).StatusCode);
            Assert.Equal("cancelled", (await client.GetAsync(accepted.Headers.Location).JsonAsync())["state"]!.ToString());
            Assert.Empty(service.Content.Hashes());
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task A_service_that_is_killed_loses_no_job_and_does_none_twice(string database)
    {
        const int Count = 200;
        using var folder = new ScratchFolder();
        string[] where = database == "postgres" ? ["--data", folder["data"], "--database", PostgresServer.NewDatabase()] : ["--data", folder["data"]];
        var secret = (await Cli.RunAsync(["keys", "create", "test", .. where])).Output.Trim();
        var port = FreePort();
        var seen = new HashSet<string>();

        using (var service = await RunningService.StartAsync(port, where))
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), DefaultRequestHeaders = { Authorization = new("Bearer", secret) } };
            await Parallel.ForEachAsync(Enumerable.Range(1, Count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
            {
                using var accepted = await client.PostAsync(Requests.Text(SomeLetter.Text(i)), Async);
                Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
                lock (seen)
                    seen.Add(accepted.Headers.Location!.ToString());
            });
            service.Kill(); // in the midst of it: SIGKILL
        }
        Assert.Equal(Count, seen.Count);
        using var opened = LetterDatabase.Of(database == "postgres" ? where[3] : folder["data", "nhandao.db"]);
        Assert.True(await JobsIn(opened, JobState.Queued, JobState.Running) > 0, "Every job was done before the service was killed: the test shows nothing.");

        using (await RunningService.StartAsync(port, where))
            for (var i = 0; i < 600 && await JobsIn(opened, JobState.Queued, JobState.Running) > 0; i++)
                await Task.Delay(100);
        await using var context = opened.Open();
        Assert.Equal(Count, await context.Jobs.CountAsync(j => j.State == JobState.Done));
        Assert.Equal(Count, await context.Jobs.CountAsync());
        Assert.Equal(Count, await context.Letters.CountAsync());
        Assert.Equal(Count, await context.Letters.Select(l => l.Number).Distinct().CountAsync());
        Assert.Equal(Count, await context.Revisions.CountAsync());
    }

    private static async Task<int> JobsIn(LetterDatabase database, params JobState[] states)
    {
        await using var context = database.Open();
        return await context.Jobs.CountAsync(j => states.Contains(j.State));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The service as a process of its own.</summary>
    private sealed class RunningService : IDisposable
    {
        private readonly Process process;

        private RunningService(int port, string[] where)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "nhandao.dll"), "serve", "--listen", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), .. where])
            {
                RedirectStandardError = true,
            };
            process = Process.Start(start)!;
            process.BeginErrorReadLine(); // or it would wait for a reader
        }

        public static async Task<RunningService> StartAsync(int port, string[] where)
        {
            var service = new RunningService(port, where);
            using var client = new HttpClient();
            for (var i = 0; i < 600 && !service.process.HasExited; i++)
                try
                {
                    using var ready = await client.GetAsync($"http://127.0.0.1:{port}/readyz");
                    if (ready.IsSuccessStatusCode)
                        return service;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(50);
                }
            throw new InvalidOperationException("The service does not start.");
        }

        public void Kill()
        {
            process.Kill(); // SIGKILL
            process.WaitForExit();
        }

        public void Dispose()
        {
            if (!process.HasExited)
                Kill();
            process.Dispose();
        }
    }
}
