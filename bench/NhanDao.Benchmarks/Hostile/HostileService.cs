using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace NhanDao.Benchmarks.Hostile;

/// <summary><c>nhandao serve</c> with a store of its own: each file is posted to <c>/v1/letters</c>, one after the other.</summary>
internal sealed class HostileService : IHostileTarget
{
    private readonly HostileTally tally;
    private readonly string data = Directory.CreateTempSubdirectory("hostile-").FullName;
    private readonly Process service;
    private readonly HttpClient client;

    public HostileService(string program, HostileTally tally)
    {
        this.tally = tally;
        var address = $"127.0.0.1:{FreePort()}";
        using var keys = Start(program, ["keys", "create", "hostile", "--scopes", "parse", "--data", data]);
        var key = keys.StandardOutput.ReadToEnd().Trim();
        service = Start(program, ["serve", "--listen", address, "--data", data]);
        service.OutputDataReceived += (_, _) => { };
        service.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is { Length: > 0 } line && (line.Contains("fail", StringComparison.Ordinal) || line.Contains("crit", StringComparison.Ordinal)))
                tally.Remark(line);
        };
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        client = new() { BaseAddress = new($"http://{address}"), Timeout = TimeSpan.FromMinutes(30) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        client.DefaultRequestHeaders.ExpectContinue = true; // a file that is too large is refused before it is sent
        for (var watch = Stopwatch.StartNew(); !IsReady(); Thread.Sleep(200))
            if (service.HasExited || watch.Elapsed.TotalMinutes > 2)
                throw new InvalidOperationException("The service does not start.");
    }

    public void Take(IEnumerable<(string Name, byte[] Content)> files, int together, CancellationToken stop)
    {
        foreach (var (name, content) in files)
        {
            if (stop.IsCancellationRequested)
                return;
            var before = ProcessFigures.Seconds(service.Id) ?? 0;
            ProcessFigures.ForgetPeak(service.Id);
            var outcome = Post(name, content);
            // A worker that has ended takes what it spent with it until the service has asked for it.
            tally.Count(name, content, outcome, Math.Max(0, (ProcessFigures.Seconds(service.Id) ?? before) - before));
            if (ProcessFigures.Peak(service.Id) is { } peak)
                tally.Weigh(peak.Megabytes, $"{name} ({peak.Program})", content);
            if (service.HasExited)
            {
                tally.Blame("the service died; what comes after was not sent", name, content);
                return;
            }
        }
    }

    public void Dispose()
    {
        client.Dispose();
        service.Kill(entireProcessTree: true);
        service.WaitForExit();
        service.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private string Post(string name, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new("application/octet-stream");
        body.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name };
        try
        {
            using var answer = client.PostAsync("/v1/letters", body).GetAwaiter().GetResult();
            using var json = JsonDocument.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult());
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created => HostileTally.Record,
                HttpStatusCode.Accepted => Await(json.RootElement.GetProperty("id").GetInt64()),
                HttpStatusCode.InternalServerError => $"a defect: {Text(json, "detail")}",
                _ => Refusal(Text(json, "type"), Text(json, "detail")),
            };
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException)
        {
            tally.Remark($"{name}: {e.Message}");
            return service.HasExited ? HostileTally.Died : HostileTally.Silent;
        }
    }

    private string Await(long job)
    {
        while (true)
        {
            using var json = JsonDocument.Parse(client.GetStringAsync($"/v1/jobs/{job}").GetAwaiter().GetResult());
            switch (Text(json, "state"))
            {
                case "queued" or "running":
                    Thread.Sleep(200);
                    break;
                case "done":
                    return HostileTally.Record;
                default:
                    return Refusal(Text(json, "problem"), Text(json, "reason"));
            }
        }
    }

    // Three workers died of it: the service lives, and that is what they are for; but the file broke its reader.
    private static string Refusal(string type, string why) => type switch
    {
        "urn:nhandao:problem:quarantined" => $"a defect, its workers died: {why}",
        "urn:nhandao:problem:defect" => $"a defect: {why}",
        _ => why,
    };

    private static string Text(JsonDocument json, string property) =>
        json.RootElement.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private bool IsReady()
    {
        try
        {
            using var answer = client.GetAsync("/readyz").GetAwaiter().GetResult();
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Environment.GetEnvironmentVariable("PARSE_PATH") is { Length: > 0 } path)
            start.Environment["PATH"] = path;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
