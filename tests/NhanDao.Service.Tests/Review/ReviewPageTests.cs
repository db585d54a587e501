using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NhanDao.Service.Review;

namespace NhanDao.Service.Tests.Review;

/// <summary>The page as people use it. <c>PICTURES=1</c> takes the pictures of docs/pictures anew.</summary>
public sealed class ReviewPageTests
{
    private const string Scan = "20_cv_tinhdoan_tinh_nguyen";

    [BrowserFact]
    public async Task A_scan_is_dropped_read_corrected_found_and_exported()
    {
        await using var service = await PageUnderTest.StartAsync();
        var page = await service.OpenAsync();
        await page.SetInputFilesAsync("#files", Checkout.Path("corpus", Scan, "scan.png"));
        await page.Locator("#tray .done").WaitForAsync(new() { Timeout = 90_000 });
        await page.Locator(".letters a").First.ClickAsync();

        // The boxes of its fields lie on the scan; a click on one opens its field.
        await page.Locator(".box").First.WaitForAsync();
        Assert.True(await page.Locator(".box").CountAsync() > 10);
        await page.Locator(".box[data-field=number]").First.ClickAsync();
        await page.Locator(".card.open[data-item=number]").WaitForAsync();
        Assert.Contains("lit", await page.Locator(".box[data-field=number]").First.GetAttributeAsync("class") ?? "", StringComparison.Ordinal);
        await PictureAsync(page, "review-desk.png");

        // Corrected from the keyboard alone.
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".editor input").First.FillAsync("7351");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".card[data-item=number] .status.person").WaitForAsync();
        await page.Locator(".right > .tabs button").Last.ClickAsync();
        await page.Locator(".history del").First.WaitForAsync();
        Assert.Contains("156", await page.Locator(".history del").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("7351", await page.Locator(".history ins").First.InnerTextAsync(), StringComparison.Ordinal);

        // Found by the number that was given, and by words without their marks.
        await page.Keyboard.PressAsync("l");
        await page.FillAsync("#search", "7351");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**q=7351**");
        await page.Locator(".letters a").WaitForAsync();
        await page.FillAsync("#search", "chien dich mua he");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**q=chien**");
        await page.Locator(".letters a").ClickAsync();

        // Exported as it is now.
        await page.Locator(".menu summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("button[data-format=flat]").ClickAsync());
        var flat = JsonNode.Parse(await File.ReadAllTextAsync((await download.PathAsync())!))!;
        Assert.Equal("7351", flat["number"]!["ordinal"]!.GetValue<string>());
        Assert.Empty(service.Complaints);
    }

    [BrowserFact]
    public async Task Markup_and_scripts_of_a_letter_stay_text()
    {
        const string Hostile = """
            <script>window.owned = 1</script><img src=x onerror="window.owned = 2">
            Số: 12/UBND-VX                         Hà Nội, ngày 15 tháng 01 năm 2025
            V/v <svg onload="window.owned = 3"> javascript:window.owned=4 "><b>rà soát</b>
            Kính gửi: <iframe src="//example.org"></iframe> Sở Y tế
            1. Sở Y tế <script>window.owned = 5</script> báo cáo trước ngày 20/01/2025.
            """;
        await using var service = await PageUnderTest.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Hostile));
        content.Headers.ContentType = new("text/plain");
        using var posted = await service.Http.PostAsync("/v1/letters?name=" + Uri.EscapeDataString("<img src=x onerror=window.owned=6>.txt"), content);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var page = await service.OpenAsync();
        await page.Locator(".letters a").WaitForAsync();
        await page.Locator(".letters a").ClickAsync();
        await page.Locator(".letter-text").WaitForAsync();
        Assert.Contains("<script>window.owned", await page.Locator(".letter-text").InnerTextAsync(), StringComparison.Ordinal);
        for (var tab = 0; tab < 4; tab++)
        {
            await page.Locator(".right > .tabs button").Nth(tab).ClickAsync();
            await page.WaitForTimeoutAsync(150);
        }
        foreach (var view in new[] { "directives", "jobs", "letters" })
        {
            await page.GotoAsync(service.Address + "#/" + view);
            await page.WaitForTimeoutAsync(300);
        }
        Assert.Null(await page.EvaluateAsync<int?>("window.owned ?? null"));
        Assert.Equal(0, await page.Locator("main script, main iframe, main img[src=x]").CountAsync());
        Assert.Empty(service.Complaints);
    }

    [BrowserFact]
    public async Task A_wrong_key_opens_nothing_and_a_key_that_only_reads_corrects_nothing()
    {
        await using var service = await PageUnderTest.StartAsync();
        using var content = new StringContent("Số: 12/UBND-VX\nV/v rà soát\n1. Sở Y tế báo cáo.", Encoding.UTF8, "text/plain");
        using var posted = await service.Http.PostAsync("/v1/letters", content);
        var page = await service.OpenAsync(key: await service.KeyAsync("reader", Service.Storage.Scopes.Read));
        Assert.Equal(0, await page.Locator("#files").CountAsync());
        await page.Locator(".letters a").ClickAsync();
        await page.Locator(".panel .notice").WaitForAsync();
        await page.Locator(".card-head").First.ClickAsync();
        Assert.Equal(0, await page.Locator(".actions button").CountAsync());

        await page.EvaluateAsync("sessionStorage.setItem('nhandao.key', 'nhandao_of-nobody')");
        await page.ReloadAsync();
        await page.Locator("#key").WaitForAsync();
        Assert.Equal(0, await page.Locator(".card").CountAsync());
    }

    [BrowserFact]
    public async Task It_fits_a_telephone_and_speaks_English()
    {
        await using var service = await PageUnderTest.StartAsync();
        using var content = new ByteArrayContent(await File.ReadAllBytesAsync(Checkout.Path("corpus", Scan, "letter.pdf")));
        content.Headers.ContentType = new("application/pdf");
        using var posted = await service.Http.PostAsync("/v1/letters?name=letter.pdf", content);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var page = await service.OpenAsync(390, 844, dark: true, language: "en");
        await page.Locator(".letters a").WaitForAsync();
        await NarrowAsync(page);
        await PictureAsync(page, "review-list-phone.png");
        await page.Locator(".letters a").First.ClickAsync();
        await page.Locator(".box").First.WaitForAsync();
        await NarrowAsync(page);
        Assert.Contains("Fields", await page.Locator(".right > .tabs").InnerTextAsync(), StringComparison.Ordinal);
        var wide = await service.OpenAsync(language: "vi");
        await wide.Locator(".letters a").WaitForAsync();
        await PictureAsync(wide, "review-list.png");
        await wide.GotoAsync(service.Address + "#/directives");
        await wide.Locator(".duty").First.WaitForAsync();
        await PictureAsync(wide, "review-duties.png");
        await wide.GotoAsync(service.Address + "api");
        await wide.Locator(".operation").First.WaitForAsync();
        Assert.Empty(service.Complaints);

        static async Task NarrowAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "something is wider than the window");
    }

    [Theory]
    [InlineData("/assets/../Program.cs")]
    [InlineData("/assets/..%2fappsettings.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/review/index.html")] // the name of the resource is no path
    [InlineData("/assets/INDEX.HTML")]
    [InlineData("/assets/main.js%00.html")]
    [InlineData("/assets/phrases.tsv")] // another resource of the program
    [InlineData("/assets/")]
    [InlineData("/index.html")]
    [InlineData("/api/")]
    public async Task Nothing_but_the_files_of_the_page_is_handed_out(string path)
    {
        await using var service = await PageUnderTest.StartAsync();
        using var anybody = new HttpClient { BaseAddress = service.Address };
        using var answer = await anybody.GetAsync(new Uri(service.Address, path));
        if (path == "/api/")
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType); // the same page
        else
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task Every_file_of_the_page_comes_with_its_policy_packed_and_once()
    {
        await using var service = await PageUnderTest.StartAsync();
        using var anybody = new HttpClient { BaseAddress = service.Address };
        foreach (var name in ReviewPages.Names)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/" + name) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await anybody.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/" + name);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await anybody.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Fact]
    public void Scripts_make_no_markup_of_text_and_know_every_word_that_they_use()
    {
        var folder = Checkout.Path("src", "NhanDao.Service", "Review", "Pages");
        var words = File.ReadAllText(Path.Combine(folder, "words.js"));
        foreach (var file in Directory.EnumerateFiles(folder, "*.js").Where(f => !f.EndsWith(".min.js", StringComparison.Ordinal)))
        {
            var script = File.ReadAllText(file);
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|https?://(?!www\.w3\.org/2000/svg)", script);
            foreach (Match word in Regex.Matches(script, @"\bt\('([a-zA-Z.]+)'(?=[,)])"))
                Assert.Contains($"'{word.Groups[1].Value}':", words, StringComparison.Ordinal);
        }
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") != "1")
            return;
        await page.WaitForTimeoutAsync(1200);
        await page.ScreenshotAsync(new() { Path = Checkout.Path("docs", "pictures", name) });
    }
}
