using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NhanDao.Parsing.Output;

namespace NhanDao.Client;

/// <summary>Speaks to the NhanDaoParse service. One for a process; safe for many threads.</summary>
/// <param name="http">Knows the service's address (<see cref="HttpClient.BaseAddress"/>) and sends the key. It is disposed with the client.</param>
public sealed class NhanDaoClient(HttpClient http) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>How often a request is sent in all while the service is busy.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Counts the pauses before another attempt.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A client of the service at this address.</summary>
    /// <param name="service">Where it is.</param>
    /// <param name="key">The secret of a key of <c>nhandao keys create</c>.</param>
    public static NhanDaoClient Create(Uri service, string key)
    {
        var http = new HttpClient { BaseAddress = service, Timeout = Timeout.InfiniteTimeSpan }; // cancellation tokens end a call; a long letter is no fault
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new(http);
    }

    /// <summary>Reads a letter and waits for its record. A file that the service would rather read in the background is waited for, too.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="idempotencyKey">The same key with the same file is the same request; null for none.</param>
    /// <param name="cancellation">Cancels; the service then stops reading.</param>
    /// <exception cref="NhanDaoException">It was refused, or the job failed.</exception>
    public async Task<KeptLetter> ParseAsync(ReadOnlyMemory<byte> file, string name, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        using var answer = await PostAsync(file, name, idempotencyKey, prefersJob: false, cancellation).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Accepted)
            return await ReadAsync(answer, IdIn(answer.Headers.Location), cancellation).ConfigureAwait(false);
        var job = await WaitAsync((await JsonAsync<Job>(answer, cancellation).ConfigureAwait(false)).Id, cancellation).ConfigureAwait(false);
        return await GetAsync(job.LetterIds[0], cancellation).ConfigureAwait(false);
    }

    /// <summary>Hands in a letter to be read in the background.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="idempotencyKey">The same key with the same file is the same request; null for none.</param>
    /// <param name="cancellation">Cancels the handing in, not the job.</param>
    /// <returns>The job; already done for a file that was read before.</returns>
    public async Task<Job> SubmitAsync(ReadOnlyMemory<byte> file, string name, string? idempotencyKey = null, CancellationToken cancellation = default)
    {
        using var answer = await PostAsync(file, name, idempotencyKey, prefersJob: true, cancellation).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Accepted)
            return await JsonAsync<Job>(answer, cancellation).ConfigureAwait(false);
        var via = answer.Headers.TryGetValues("Link", out var links) ? links.SelectMany(l => l.Split(',')).First(l => l.Contains("rel=\"via\"", StringComparison.Ordinal)) : "";
        return await GetJobAsync(long.Parse(via.Split('<', '>')[1].Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false);
    }

    /// <summary>Where a job stands.</summary>
    public Task<Job> GetJobAsync(long job, CancellationToken cancellation = default) => GetAsync<Job>($"/v1/jobs/{job}", cancellation);

    /// <summary>Waits until a job is done.</summary>
    /// <exception cref="NhanDaoException">It failed, was quarantined or called off.</exception>
    public async Task<Job> WaitAsync(long job, CancellationToken cancellation = default)
    {
        while (true)
        {
            using var answer = await SendAsync(() => new(HttpMethod.Get, $"/v1/jobs/{job}"), cancellation).ConfigureAwait(false);
            var now = await JsonAsync<Job>(answer, cancellation).ConfigureAwait(false);
            if (now.EndedAt is not null)
                return now.State == "done" ? now : throw new NhanDaoException(0, now.Problem, now.Reason ?? $"The job ended as {now.State}.");
            await Task.Delay(PauseOf(answer), Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Calls a job off.</summary>
    public async Task CancelAsync(long job, CancellationToken cancellation = default) =>
        (await SendAsync(() => new(HttpMethod.Delete, $"/v1/jobs/{job}"), cancellation).ConfigureAwait(false)).Dispose();

    /// <summary>A letter's record as it is now.</summary>
    public async Task<KeptLetter> GetAsync(long letter, CancellationToken cancellation = default)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, $"/v1/letters/{letter}"), cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, letter, cancellation).ConfigureAwait(false);
    }

    /// <summary>A letter in another form: <c>flat</c>, <c>markdown</c>, <c>edxml</c>, <c>akn</c>.</summary>
    public async Task<string> GetAsAsync(long letter, string format, CancellationToken cancellation = default)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, $"/v1/letters/{letter}?format={Uri.EscapeDataString(format)}"), cancellation).ConfigureAwait(false);
        return await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Letters that match, page by page as they are asked for.</summary>
    public async IAsyncEnumerable<FoundLetter> FindAsync(LetterSearch search, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        string? cursor = null;
        do
        {
            var page = await GetAsync<FoundLetters>("/v1/letters?" + search.Query(cursor), cancellation).ConfigureAwait(false);
            foreach (var letter in page.Letters)
                yield return letter;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    /// <summary>Directives of all letters, those due first at the top.</summary>
    /// <param name="owner">Part of the name of who must do it; null for all.</param>
    /// <param name="dueBefore">Due before this day; null for all.</param>
    /// <param name="open">True for those that are not done; null for all.</param>
    /// <param name="cancellation">Cancels.</param>
    public async IAsyncEnumerable<FoundDirective> DirectivesAsync(string? owner = null, DateOnly? dueBefore = null, bool? open = true, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        int? offset = 0;
        do
        {
            var query = LetterSearch.Query([("owner", owner), ("dueBefore", dueBefore?.ToString("O", null)), ("open", open switch { true => "true", false => "false", _ => null }), ("offset", offset?.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
            var page = await GetAsync<FoundDirectives>("/v1/directives?" + query, cancellation).ConfigureAwait(false);
            foreach (var directive in page.Directives)
                yield return directive;
            offset = page.NextOffset;
        }
        while (offset is not null);
    }

    /// <summary>Corrects or confirms fields of a letter.</summary>
    /// <param name="letter">As it was read: the correction is refused with 412 if somebody else has changed it since.</param>
    /// <param name="patch">A JSON merge patch of the flat record; <c>{"review": []}</c> confirms all.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The new revision.</returns>
    public async Task<KeptLetter> CorrectAsync(KeptLetter letter, JsonObject patch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(patch);
        var json = patch.ToJsonString();
        using var answer = await SendAsync(
            () => new(HttpMethod.Patch, $"/v1/letters/{letter.Id}")
            {
                Headers = { IfMatch = { new EntityTagHeaderValue($"\"{letter.Revision}\"") } },
                Content = new StringContent(json, Encoding.UTF8, "application/merge-patch+json"),
            }, cancellation).ConfigureAwait(false);
        return await ReadAsync(answer, letter.Id, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes a letter with its file and every revision.</summary>
    public async Task DeleteAsync(long letter, CancellationToken cancellation = default) =>
        (await SendAsync(() => new(HttpMethod.Delete, $"/v1/letters/{letter}"), cancellation).ConfigureAwait(false)).Dispose();

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> PostAsync(ReadOnlyMemory<byte> file, string name, string? idempotencyKey, bool prefersJob, CancellationToken cancellation) => SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1/letters?name=" + Uri.EscapeDataString(name)) { Content = new ReadOnlyMemoryContent(file) };
            request.Content.Headers.ContentType = new("application/octet-stream");
            if (prefersJob)
                request.Headers.Add("Prefer", "respond-async");
            if (idempotencyKey is not null)
                request.Headers.Add("Idempotency-Key", idempotencyKey);
            return request;
        }, cancellation);

    /// <summary>Sends it, again while the service is busy, and gives the answer that is none of a refusal.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = make();
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return answer;
            using (answer)
            {
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || answer.Headers.RetryAfter is null || attempt >= Attempts)
                    throw await RefusalAsync(answer, cancellation).ConfigureAwait(false);
                await Task.Delay(PauseOf(answer), Clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan PauseOf(HttpResponseMessage answer)
    {
        var pause = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - Clock.GetUtcNow() ?? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(1);
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause > LongestPause ? LongestPause : pause;
    }

    private static async Task<NhanDaoException> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation).ConfigureAwait(false);
            return new((int)answer.StatusCode, (string?)problem?["type"], $"{(string?)problem?["title"]} {(string?)problem?["detail"]}".Trim());
        }
        catch (JsonException)
        {
            return new((int)answer.StatusCode, null, $"The service answered {(int)answer.StatusCode}.");
        }
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, path), cancellation).ConfigureAwait(false);
        return await JsonAsync<T>(answer, cancellation).ConfigureAwait(false);
    }

    private static async Task<T> JsonAsync<T>(HttpResponseMessage answer, CancellationToken cancellation) =>
        await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellation).ConfigureAwait(false) ?? throw new NhanDaoException((int)answer.StatusCode, null, "The answer is null.");

    private static async Task<KeptLetter> ReadAsync(HttpResponseMessage answer, long id, CancellationToken cancellation) => new(
        id, int.Parse(answer.Headers.ETag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture), LetterJson.Read(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)));

    private static long IdIn(Uri? location) => long.Parse(location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
