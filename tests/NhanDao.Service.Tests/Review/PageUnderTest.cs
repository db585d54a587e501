using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Review;

/// <summary>A test that drives the page in Debian's Chromium, and is skipped, saying so, where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(PageUnderTest.Chromium))
            Skip = "Chromium is not installed: apt-get install chromium";
    }
}

/// <summary>The service on a free port, with a key that may do everything, and a browser when one is asked for.</summary>
internal sealed class PageUnderTest : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";

    private readonly ScratchFolder folder = new();
    private readonly WebApplication app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private PageUnderTest((string Name, string Value)[] settings) => app = ServiceHost.Build(new(IPAddress.Loopback, 0),
        settings.Append((nameof(ServiceOptions.DataFolder), folder["data"])).Select(s => KeyValuePair.Create($"{ServiceOptions.Section}:{s.Item1}", (string?)s.Item2)));

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The secret of a key that may do everything.</summary>
    public string Key { get; private set; } = "";

    public HttpClient Http { get; private set; } = new();

    /// <summary>What the browser said was wrong: errors of scripts, refusals of the Content-Security-Policy, requests to other hosts.</summary>
    public List<string> Complaints { get; } = [];

    public LetterDatabase Database => app.Services.GetRequiredService<LetterDatabase>();

    public static async Task<PageUnderTest> StartAsync(params (string Name, string Value)[] settings)
    {
        var page = new PageUnderTest(settings);
        await page.app.StartAsync();
        page.app.Services.GetRequiredService<Lifetime>().Ready();
        page.Key = await page.KeyAsync("desk", Scopes.Read | Scopes.Parse | Scopes.Review | Scopes.Admin);
        page.Http = new() { BaseAddress = page.Address, Timeout = TimeSpan.FromMinutes(2) };
        page.Http.DefaultRequestHeaders.Authorization = new("Bearer", page.Key);
        return page;
    }

    public async Task<string> KeyAsync(string name, Scopes scopes) => (await app.Services.GetRequiredService<ApiKeys>().CreateAsync(name, scopes, "test", default)).Secret;

    /// <summary>A window of this size at the page, signed in.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, bool dark = false, string language = "vi", string? key = null)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, AcceptDownloads = true });
        page.SetDefaultTimeout(30_000);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                Complaints.Add("a request to " + request.Url);
        };
        await page.GotoAsync(Address.ToString());
        await page.EvaluateAsync("language => localStorage.setItem('nhandao.language', language)", language);
        await page.FillAsync("#key", key ?? Key);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#search");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("NhanDaoParse.sln is looked for above the test binaries.");
    }
}
