using System.Net;
using System.Text;
using Microsoft.Playwright;
using NhanDao.ImportBench;
using NhanDao.Service.Hosting;
using NhanDao.Service.Import;
using NhanDao.Service.Queue;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Hosting;
using RabbitMQ.Client;

namespace NhanDao.Service.Tests.Review;

/// <summary>A test that drives the page beside a RabbitMQ of its own, and is skipped, saying so, where one of both is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserAndBrokerFactAttribute : FactAttribute
{
    public BrowserAndBrokerFactAttribute() => Skip = RabbitServer.Missing ?? (File.Exists(PageUnderTest.Chromium) ? null : "Chromium is not installed: apt-get install chromium");
}

/// <summary>The queues on the page, and what an admin does with dead letters there.</summary>
public sealed class QueuePageTests
{
    [BrowserAndBrokerFact]
    public async Task An_admin_sees_the_queues_and_puts_dead_letters_back_or_discards_them()
    {
        using var broker = new RabbitServer();
        await using var service = await PageUnderTest.StartAsync((nameof(ServiceOptions.Queue), broker.Address.ToString()));
        await using var queue = new LetterQueue(broker.Address);
        await queue.PublishAsync([1001, 1002, 1003], urgent: false, default);
        await DieAsync(queue, 2001, 2002);
        var page = await service.OpenAsync();
        await page.Locator("nav a[href='#/jobs']").ClickAsync();
        await FigureAsync(page, "ready", "3");
        await FigureAsync(page, "workers", "0");
        await FigureAsync(page, "dead", "2 thư chết: quay lại quá nhiều lần");
        await PictureAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa lại vào hàng đợi" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter"); // from the keyboard alone
        await FigureAsync(page, "dead", "Không có thư chết");
        await FigureAsync(page, "ready", "5");

        // Discarded only after a question, and the job ends.
        var job = await service.Database.WriteAsync(async context =>
        {
            var row = new JobRow { Source = ImportJournal.Source, State = JobState.Queued, ContentHash = "x", Options = "x", CreatedAt = DateTimeOffset.UtcNow };
            context.Jobs.Add(row);
            await context.SaveChangesAsync();
            return row.Id;
        }, default);
        await DieAsync(queue, job);
        await FigureAsync(page, "dead", "1 thư chết: quay lại quá nhiều lần");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync());
        };
        var discard = page.GetByRole(AriaRole.Button, new() { Name = "Bỏ", Exact = true });
        await discard.ClickAsync();
        await FigureAsync(page, "dead", "1 thư chết: quay lại quá nhiều lần"); // they thought better of it
        await discard.ClickAsync();
        await FigureAsync(page, "dead", "Không có thư chết");
        await FigureAsync(page, "quarantined", "1");
        Assert.Equal(2, asked.Count);
        await using var context = service.Database.Open();
        Assert.Equal(JobState.Quarantined, context.Jobs.Single(j => j.Id == job).State);
        Assert.Equal(["queue.requeued 2 dead letters", "queue.discarded 1 dead letters"],
            [.. context.Audit.Where(a => a.Subject == "queue").OrderBy(a => a.Id).AsEnumerable().Select(a => $"{a.Action} {a.Detail}")]);
        Assert.Empty(service.Complaints);
    }

    [BrowserAndBrokerFact]
    public async Task Nobody_but_an_admin_sees_them_and_a_broker_that_is_away_is_said_to_be()
    {
        var broker = new RabbitServer();
        await using var service = await PageUnderTest.StartAsync((nameof(ServiceOptions.Queue), broker.Address.ToString()));
        var page = await service.OpenAsync(key: await service.KeyAsync("reader", Scopes.Read | Scopes.Parse | Scopes.Review));
        await page.Locator("nav a[href='#/jobs']").ClickAsync();
        await page.Locator(".tabs a[aria-current]").WaitForAsync();
        Assert.Equal(0, await page.Locator(".broker").CountAsync());
        using var reader = new HttpClient { BaseAddress = service.Address };
        reader.DefaultRequestHeaders.Authorization = new("Bearer", await service.KeyAsync("reader 2", Scopes.Read | Scopes.Parse | Scopes.Review));
        foreach (var path in (string[])["/v1/queue/dead/requeue", "/v1/queue/dead/discard"])
        {
            using var refused = await reader.PostAsync(new Uri(path, UriKind.Relative), null);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        broker.Dispose();
        using var away = await service.Http.GetAsync(new Uri("/v1/queue", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "queue-unreachable"), (away.StatusCode, await away.ProblemAsync()));
    }

    [Fact]
    public async Task A_service_without_a_broker_has_no_queues()
    {
        await using var service = await PageUnderTest.StartAsync();
        using var answer = await service.Http.GetAsync(new Uri("/v1/queue", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), (answer.StatusCode, await answer.ProblemAsync()));
    }

    private static async Task DieAsync(LetterQueue queue, params long[] jobs)
    {
        await using var channel = await queue.OpenAsync(default);
        foreach (var job in jobs)
            await channel.BasicPublishAsync("", queue.Dead, mandatory: true, new BasicProperties { Persistent = true }, Encoding.ASCII.GetBytes($"{job}"));
    }

    private static Task FigureAsync(IPage page, string name, string value) => Assertions.Expect(page.Locator($"[data-figure={name}]")).ToHaveTextAsync(value, new() { Timeout = 20_000 });

    private static async Task PictureAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") == "1")
            await page.ScreenshotAsync(new() { Path = Checkout.Path("docs", "pictures", "review-queue.png") });
    }
}
