using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NhanDao.Client;
using NhanDao.Service.Tests.Review;

namespace NhanDao.Service.Tests.Clients;

/// <summary>The C# client, and the samples for curl and Python, against the running service.</summary>
public sealed class ClientTests
{
    private const string Text = """
        ỦY BAN NHÂN DÂN TỈNH ĐÔNG HẢI
        Số: 245/UBND-VX
        V/v rà soát trang thiết bị trường học
        Đông Hải, ngày 15 tháng 01 năm 2025
        Kính gửi: Sở Giáo dục và Đào tạo
        1. Giao Sở Giáo dục và Đào tạo rà soát trang thiết bị, báo cáo trước ngày 20/01/2025.
        """;

    private static readonly byte[] Letter = Encoding.UTF8.GetBytes(Text);

    [Fact]
    public async Task A_letter_is_parsed_found_corrected_and_deleted()
    {
        await using var service = await PageUnderTest.StartAsync();
        using var client = NhanDaoClient.Create(service.Address, service.Key);
        var kept = await client.ParseAsync(Letter, "công văn 245.txt");
        Assert.Equal("245", kept.Letter.Number.Value?.Ordinal);
        Assert.Equal(kept.Id, (await client.ParseAsync(Letter, "again.txt")).Id);

        var found = new List<FoundLetter>();
        await foreach (var one in client.FindAsync(new() { Text = "trang thiet bi", Number = "245" }))
            found.Add(one);
        Assert.Equal("công văn 245.txt", Assert.Single(found).FileName);
        await foreach (var directive in client.DirectivesAsync(owner: "so giao duc"))
            Assert.Contains(directive.Parties, p => p is { Role: "lead" });

        var corrected = await client.CorrectAsync(kept, new JsonObject { ["number"] = new JsonObject { ["ordinal"] = "246" } });
        Assert.Equal(("246", 2), (corrected.Letter.Number.Value?.Ordinal, corrected.Revision));
        var stale = await Assert.ThrowsAsync<NhanDaoException>(() => client.CorrectAsync(kept, new JsonObject { ["place"] = "Huế" }));
        Assert.Equal((412, "urn:nhandao:problem:stale-revision"), (stale.Status, stale.Type));
        Assert.Contains("246", await client.GetAsAsync(kept.Id, "markdown"), StringComparison.Ordinal);

        await client.DeleteAsync(kept.Id);
        Assert.Equal(404, (await Assert.ThrowsAsync<NhanDaoException>(() => client.GetAsync(kept.Id))).Status);
    }

    [Fact]
    public async Task A_job_is_followed_to_its_end()
    {
        await using var service = await PageUnderTest.StartAsync();
        using var client = NhanDaoClient.Create(service.Address, service.Key);
        var job = await client.WaitAsync((await client.SubmitAsync(Letter, "letter.txt", idempotencyKey: "a")).Id);
        Assert.Equal("245", (await client.GetAsync(job.LetterIds.Single())).Letter.Number.Value?.Ordinal);
        Assert.Equal("done", (await client.SubmitAsync(Letter, "letter.txt")).State); // read before: nothing to wait for

        var failed = await client.SubmitAsync("%PDF-1.7 and no more"u8.ToArray(), "broken.pdf");
        Assert.StartsWith("urn:nhandao:problem:", (await Assert.ThrowsAsync<NhanDaoException>(() => client.WaitAsync(failed.Id))).Type, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_after_as_long_as_it_says_and_a_refusal_is_not()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK]);
        using var stub = new Answering(() => new(answers.Dequeue()) { Headers = { RetryAfter = new(TimeSpan.FromMilliseconds(1)) }, Content = new StringContent("""{"id":7,"state":"done","letters":[]}""", Encoding.UTF8, "application/json") });
        using var client = new NhanDaoClient(new HttpClient(stub) { BaseAddress = new("http://127.0.0.1") });
        Assert.Equal(7, (await client.GetJobAsync(7)).Id);
        Assert.Empty(answers);

        using var refusing = new Answering(() => new(HttpStatusCode.Forbidden) { Content = new StringContent("""{"type":"urn:nhandao:problem:forbidden","title":"No."}""", Encoding.UTF8, "application/problem+json") });
        using var other = new NhanDaoClient(new HttpClient(refusing) { BaseAddress = new("http://127.0.0.1") });
        Assert.Equal("urn:nhandao:problem:forbidden", (await Assert.ThrowsAsync<NhanDaoException>(() => other.GetJobAsync(7))).Type);
        Assert.Equal(1, refusing.Requests);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_turn_can_be_cancelled()
    {
        using var stub = new Answering(() => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(30)) } });
        using var client = new NhanDaoClient(new HttpClient(stub) { BaseAddress = new("http://127.0.0.1") });
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetJobAsync(1, soon.Token));
    }

    [Theory]
    [InlineData("bash", "clients/curl.sh", "245/UBND-VX")]
    [InlineData("python3", "clients/nhandao.py", "rà soát trang thiết bị trường học")]
    public async Task A_sample_runs(string program, string script, string expected)
    {
        if (!new[] { "/usr/bin", "/bin", "/usr/local/bin" }.Any(folder => File.Exists(Path.Combine(folder, program == "bash" ? "curl" : program))))
            return; // its program is not installed here
        await using var service = await PageUnderTest.StartAsync();
        using var folder = new ScratchFolder();
        var start = new ProcessStartInfo(program, [Checkout.Path(script), folder.Write("letter.txt", Letter)]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["NHANDAO_URL"] = service.Address.ToString().TrimEnd('/');
        start.Environment["NHANDAO_KEY"] = service.Key;
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors + output);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(answer());
        }
    }
}
