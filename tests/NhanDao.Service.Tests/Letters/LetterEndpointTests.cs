using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhanDao.Parsing.Output;
using NhanDao.Service.Hosting;
using NhanDao.Service.Letters;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Hosting;
using NhanDao.Service.Tests.Storage;

namespace NhanDao.Service.Tests.Letters;

public class LetterEndpointTests
{
    [Theory, Sqlite, Postgres]
    public async Task A_letter_is_read_corrected_found_and_deleted(string database)
    {
        await using var service = await ServiceUnderTest.StartAsync(database);
        var client = await service.ClientAsync();

        using var posted = await client.PostAsync(Requests.Form(SomeLetter.Text(12)));
        Assert.Equal((HttpStatusCode.Created, "/v1/letters/1", "\"1\""), (posted.StatusCode, posted.Headers.Location?.ToString(), posted.Headers.ETag?.Tag));
        Assert.Equal("12", LetterJson.Read(await posted.Content.ReadAsStringAsync()).Number.Value?.Ordinal);
        using var again = await client.PostAsync(Requests.Text(SomeLetter.Text(12))); // the same bytes by another way
        Assert.Equal((HttpStatusCode.OK, "/v1/letters/1"), (again.StatusCode, again.Headers.Location?.ToString()));

        using var corrected = await client.PatchAsync("/v1/letters/1", """{"number":{"ordinal":"777"},"place":"An Bình"}""", "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (corrected.StatusCode, corrected.Headers.ETag?.Tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.PatchAsync("/v1/letters/1", """{"place":"x"}""", "\"1\"")).StatusCode);
        foreach (var query in new[] { "number=777", "number=777/UBND-VX", "q=777", "q=an+binh", "assignee=so+y", "issuer=qu%E1%BA%A3ng+ng%C3%A3i", "type=C%C3%B4ng+v%C4%83n", "instrument=44-KL/TW",
            "from=2025-01-05&to=2025-01-05", "dueFrom=2025-01-20&dueTo=2025-01-20" })
            Assert.True((await Numbers(client, query)) is ["777/UBND-VX"], query);
        foreach (var query in new[] { "number=13", "number=12", "q=khong+co", "assignee=so+xay+dung", "from=2025-01-06", "dueTo=2025-01-19", "instrument=45-KL/TW", "type=quyet" })
            Assert.True((await Numbers(client, query)) is [], query);

        var revisions = (await client.GetAsync("/v1/letters/1/revisions").JsonAsync())["revisions"]!.AsArray();
        Assert.Equal(["parser", "number,place"], [revisions[0]!["by"]!.ToString(), string.Join(',', revisions[1]!["changes"]!.AsArray().Select(c => c!["field"]))]);
        Assert.Equal("12", revisions[1]!["changes"]![0]!["before"]!["ordinal"]!.ToString());
        Assert.Equal("12", LetterJson.Read(await client.GetStringAsync("/v1/letters/1/revisions/1")).Number.Value?.Ordinal); // nothing is overwritten

        Assert.Equal(SomeLetter.Text(12), await client.GetStringAsync("/v1/letters/1/file"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/v1/letters/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/v1/letters/1")).StatusCode);
        Assert.Empty(await Numbers(client, "q=777"));
        Assert.Empty(service.Content.Hashes());
        await using var context = service.Database.Open();
        Assert.Equal("letter.deleted", (await context.Audit.OrderBy(a => a.Id).LastAsync()).Action);
        Assert.Equal((0, 0, 0), (await context.Revisions.CountAsync(), await context.Directives.CountAsync(), await context.Files.CountAsync()));
    }

    [Theory]
    [InlineData("application/json", "application/json", "{\"schema\":\"nhandao.letter/1\"")]
    [InlineData("*/*", "application/json", "{\"schema\"")]
    [InlineData("text/*", "text/markdown", "# Công văn số 12/UBND-VX")]
    [InlineData("text/markdown, application/json;q=0.5", "text/markdown", "# Công văn")]
    [InlineData("application/vnd.nhandao.flat+json", "application/vnd.nhandao.flat+json", "{\n  \"id\": \"letter\"")]
    [InlineData("application/akn+xml", "application/akn+xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<akomaNtoso")]
    [InlineData("application/vnd.nhandao.edxml+xml", "application/vnd.nhandao.edxml+xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<edXML")]
    public async Task A_letter_comes_in_the_form_that_is_asked_for(string accept, string type, string start)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var client = await service.ClientAsync();
        using var posted = await client.PostAsync(Requests.Form(SomeLetter.Text(12)));
        using var request = new HttpRequestMessage(HttpMethod.Get, posted.Headers.Location);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await client.SendAsync(request);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(start, (await answer.Content.ReadAsStringAsync()).Replace("\r", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, Sqlite, Postgres]
    public async Task Pages_neither_shift_nor_repeat_while_letters_come(string database)
    {
        await using var service = await ServiceUnderTest.StartAsync(database);
        var client = await service.ClientAsync();
        for (var i = 1; i <= 7; i++)
            using (await client.PostAsync(Requests.Text(SomeLetter.Text(i)))) { }
        foreach (var order in new[] { "newest", "doubt" })
        {
            var seen = new List<string>();
            for (string? cursor = null, path = $"/v1/letters?limit=3&order={order}"; path is not null; path = cursor is null ? null : $"/v1/letters?limit=3&order={order}&cursor={cursor}")
            {
                var page = await client.GetAsync(path).JsonAsync();
                seen.AddRange(page["letters"]!.AsArray().Select(l => l!["number"]!.ToString()));
                cursor = page["next"]?.ToString();
                using (await client.PostAsync(Requests.Text(SomeLetter.Text(100 + seen.Count + order.Length)))) { }
            }
            Assert.Equal(seen.Distinct().Count(), seen.Count);
            Assert.Superset(Enumerable.Range(1, 7).Select(i => $"{i}/UBND-VX").ToHashSet(), seen.ToHashSet());
        }
    }

    [Theory, Sqlite, Postgres]
    public async Task Directives_are_listed_marked_and_shown_in_a_calendar(string database)
    {
        await using var service = await ServiceUnderTest.StartAsync(database);
        var client = await service.ClientAsync();
        using (await client.PostAsync(Requests.Text(SomeLetter.Text()))) { }

        var first = (await client.GetAsync("/v1/directives?owner=so+y+te&open=true&dueBefore=2025-01-21").JsonAsync())["directives"]!.AsArray();
        Assert.Equal(("1", "2025-01-20", "lead", "/v1/letters/1"), (first[0]!["label"]!.ToString(), first[0]!["due"]!.ToString(), first[0]!["parties"]![0]!["role"]!.ToString(), first[0]!["letter"]!.ToString()));
        Assert.Empty((await client.GetAsync("/v1/directives?dueBefore=2025-01-20").JsonAsync())["directives"]!.AsArray());
        using (var marked = await client.PatchAsync($"/v1/directives/{first[0]!["id"]}", """{"done":true}""", type: "application/json"))
            Assert.Equal(HttpStatusCode.NoContent, marked.StatusCode);
        using (await client.PatchAsync("/v1/letters/1", """{"place":"An Bình"}""")) { } // a correction elsewhere keeps what is done
        Assert.Equal("1", Assert.Single((await client.GetAsync("/v1/directives?open=false").JsonAsync())["directives"]!.AsArray())!["label"]!.ToString());

        var calendar = await client.GetStringAsync("/v1/calendar.ics");
        Assert.Contains("DTSTART;VALUE=DATE:20250120", calendar, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=MONTHLY", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("20250120", await client.GetStringAsync("/v1/calendar.ics?open=true"), StringComparison.Ordinal);
    }

    [Theory, Sqlite, Postgres]
    public async Task An_instrument_is_shown_with_the_letters_that_carry_it_out(string database)
    {
        await using var service = await ServiceUnderTest.StartAsync(database);
        var client = await service.ClientAsync();
        using (await client.PostAsync(Requests.Text(SomeLetter.Text(1)))) { }
        using (await client.PostAsync(Requests.Text(SomeLetter.Text(2)))) { }
        foreach (var id in new[] { "44-kl/tw@xiii", "44-KL/TW", "44%2FKL-TW" }) // canonical id; number; number otherwise separated
        {
            var instrument = await client.GetAsync("/v1/instruments/" + id).JsonAsync();
            Assert.Equal(("44-kl/tw@xiii", "carriesOut", 2), (instrument["id"]!.ToString(), instrument["citedBy"]![0]!["relation"]!.ToString(), instrument["citedBy"]!.AsArray().Count));
        }
        Assert.Equal("1/UBND-VX", (await client.GetAsync("/v1/instruments/1/UBND-VX").JsonAsync())["itself"]![0]!["number"]!.ToString()); // a letter is an instrument, too
    }

    [Fact]
    public async Task Who_comes_when_all_readers_are_busy_is_told_to_try_later()
    {
        await using var service = await ServiceUnderTest.StartAsync(settings: [(nameof(ServiceOptions.MaxConcurrentParses), "1"), (nameof(ServiceOptions.MaxWaitingParses), "0"), (nameof(ServiceOptions.InProcessTextBytes), "0")]);
        var client = await service.ClientAsync();
        var gate = service.Services.GetRequiredService<ReadingGate>();
        using (await gate.EnterAsync(default))
        {
            using var busy = await client.PostAsync(Requests.Text(SomeLetter.Text()));
            Assert.Equal((HttpStatusCode.TooManyRequests, "busy", "2"), (busy.StatusCode, await busy.ProblemAsync(), busy.Headers.RetryAfter?.ToString()));
            Assert.Empty(service.Content.Hashes()); // what was refused is not kept
        }
        using var later = await client.PostAsync(Requests.Text(SomeLetter.Text()));
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
    }

    [Fact]
    public async Task Who_sends_too_many_requests_is_slowed_down_alone()
    {
        await using var service = await ServiceUnderTest.StartAsync(settings: [(nameof(ServiceOptions.RequestsPerSecond), "1"), (nameof(ServiceOptions.RequestBurst), "3")]);
        var (greedy, other) = (await service.ClientAsync(), await service.ClientAsync());
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
            answers.Add(await greedy.GetAsync("/v1/letters"));
        Assert.Equal("rate-limited", await answers[^1].ProblemAsync());
        Assert.NotNull(answers[^1].Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/v1/letters")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await greedy.GetAsync("/livez")).StatusCode);
    }

    [Fact]
    public async Task Who_goes_away_stops_the_reading()
    {
        await using var service = await ServiceUnderTest.StartAsync(settings: [(nameof(ServiceOptions.MaxConcurrentParses), "1"), (nameof(ServiceOptions.InProcessTextBytes), "0")]);
        var client = await service.ClientAsync();
        using (await service.Services.GetRequiredService<ReadingGate>().EnterAsync(default))
        {
            using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PostAsync("/v1/letters", Requests.Text(SomeLetter.Text()), gone.Token));
            for (var i = 0; i < 100 && service.Content.Hashes().Any(); i++)
                await Task.Delay(20);
            Assert.Empty(service.Content.Hashes());
        }
        await using var context = service.Database.Open();
        Assert.Equal(0, await context.Letters.CountAsync());
    }

    [Fact]
    public async Task A_service_that_stops_takes_no_new_work()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var client = await service.ClientAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/readyz")).StatusCode);
        service.Services.GetRequiredService<Lifetime>().Drain();
        using var refused = await client.PostAsync(Requests.Text(SomeLetter.Text()));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "draining"), (refused.StatusCode, await refused.ProblemAsync()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/livez")).StatusCode);
    }

    [Fact]
    public async Task Every_problem_has_its_section_in_the_documentation()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); ; folder = folder.Parent!)
            if (File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
            {
                var documentation = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "docs", "service.md"), Encoding.UTF8);
                foreach (var problem in Problem.All)
                    Assert.Contains($"### {problem.Status} {problem.Name}\n", documentation, StringComparison.Ordinal);
                return;
            }
    }

    [Fact]
    public async Task Metrics_count_what_was_done()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var client = await service.ClientAsync(Scopes.Read | Scopes.Parse);
        using (await client.PostAsync(Requests.Text(SomeLetter.Text()))) { }
        var metrics = await client.GetStringAsync("/metrics");
        Assert.Contains("nhandao_reading_duration_seconds_count{outcome=\"read\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket{", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("UBND", metrics, StringComparison.Ordinal);
    }

    private static async Task<string[]> Numbers(HttpClient client, string query) =>
        [.. (await client.GetAsync("/v1/letters?" + query).JsonAsync())["letters"]!.AsArray().Select(l => l!["number"]!.ToString())];
}
