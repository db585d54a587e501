using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Hosting;

/// <summary>The service as it runs, on a free port of the loopback, with a store of the test's own.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly WebApplication app;
    private readonly List<HttpClient> clients = [];

    private ServiceUnderTest(string database, (string Name, string Value)[] settings)
    {
        var all = settings.Append((nameof(ServiceOptions.DataFolder), folder["data"]));
        if (database == "postgres")
            all = all.Append((nameof(ServiceOptions.Database), PostgresServer.NewDatabase()));
        app = ServiceHost.Build(new(IPAddress.Loopback, 0), all.Select(s => KeyValuePair.Create($"{ServiceOptions.Section}:{s.Item1}", (string?)s.Item2)));
    }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public ContentStore Content => Services.GetRequiredService<ContentStore>();

    public LetterDatabase Database => Services.GetRequiredService<LetterDatabase>();

    public static async Task<ServiceUnderTest> StartAsync(string database = "sqlite", params (string Name, string Value)[] settings)
    {
        var service = new ServiceUnderTest(database, settings);
        await service.app.StartAsync();
        service.Services.GetRequiredService<Lifetime>().Ready();
        return service;
    }

    /// <summary>The secret of a new key.</summary>
    public async Task<string> KeyAsync(Scopes scopes) => (await Services.GetRequiredService<ApiKeys>().CreateAsync(Guid.NewGuid().ToString(), scopes, "test", default)).Secret;

    /// <summary>Who comes with a new key that may do this.</summary>
    public async Task<HttpClient> ClientAsync(Scopes scopes = Scopes.Read | Scopes.Parse | Scopes.Review | Scopes.Admin) => Client(await KeyAsync(scopes));

    public HttpClient Client(string? secret)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        if (secret is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        clients.Add(client);
        return client;
    }

    /// <summary>Sends bytes as they are and gives the first line of the answer, or "" where the connection was closed without one.</summary>
    public async Task<string> RawAsync(string request, bool close = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        if (close)
            return "";
        using var reader = new StreamReader(socket.GetStream(), Encoding.Latin1);
        try
        {
            return await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Requests as tests write them.</summary>
internal static class Requests
{
    /// <summary>A typed letter as the body.</summary>
    public static StringContent Text(string text) => new(text, Encoding.UTF8, "text/plain");

    public static ByteArrayContent Bytes(byte[] bytes, string type = "application/octet-stream")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(type);
        return content;
    }

    /// <summary>A form with one file.</summary>
    public static MultipartFormDataContent Form(string text, string name = "letter.txt") => new() { { Text(text), "file", name } };

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/letters") { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> PatchAsync(this HttpClient client, string path, string json, string? ifMatch = null, string type = "application/merge-patch+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent(json, Encoding.UTF8, type) };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        return await client.SendAsync(request);
    }

    /// <summary>The answer's JSON.</summary>
    public static async Task<JsonNode> JsonAsync(this Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>The part of a problem's type that is its own.</summary>
    public static async Task<string?> ProblemAsync(this HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == Problem.MediaType
        ? JsonNode.Parse(await response.Content.ReadAsStringAsync())!["type"]!.GetValue<string>().Split(':')[^1] : null;
}
