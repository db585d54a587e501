using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Output;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Review;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>Letters: posted, listed, read in several forms, corrected, deleted.</summary>
internal static class LetterEndpoints
{
    private const string OriginalOnly = "default-src 'none'; sandbox"; // whatever a sender's file holds, a browser runs nothing of it

    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/v1/letters").WithTags("Letters").RequireAuthorization(Access.ReadOrParse);
        letters.MapPost("", PostLetter.HandleAsync).RequireAuthorization(Access.Parse).WithName("postLetter").WithSummary("Reads a letter: a file in, its record out.")
            .Accepts<IFormFile>("multipart/form-data", "application/pdf", "image/tiff", "image/png", "image/jpeg", "text/plain", "application/octet-stream")
            .Produces(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503);
        letters.MapGet("", List).WithName("listLetters").WithSummary("Letters, filtered and searched.").ProducesProblem(400);
        letters.MapGet("/{id:long}", Get).WithName("getLetter").WithSummary("A letter, in the form that Accept or ?format= asks for: json, flat, markdown, edxml, akn.").ProducesProblem(404).ProducesProblem(406);
        letters.MapGet("/{id:long}/file", Original).WithName("getFile").WithSummary("The file as it was sent.").ProducesProblem(404);
        letters.MapGet("/{id:long}/pages/{page:int}", Page).WithName("getPage").WithSummary("A page of the file as a picture, from 1.").ProducesProblem(404);
        letters.MapGet("/{id:long}/revisions", Revisions).WithName("listRevisions").WithSummary("Who changed what, when, and what was there before.").ProducesProblem(404);
        letters.MapGet("/{id:long}/revisions/{revision:int}", Revision).WithName("getRevision").WithSummary("A letter as it was.").ProducesProblem(404);
        letters.MapPatch("/{id:long}", Correct).RequireAuthorization(Access.Review).WithName("correctLetter")
            .WithSummary("Corrects or confirms fields: a JSON merge patch of the flat record.").Accepts<FlatRecord>("application/merge-patch+json", "application/json")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(412);
        letters.MapDelete("/{id:long}", Delete).RequireAuthorization(Access.Admin).WithName("deleteLetter").WithSummary("Deletes a letter, its file and its words in the index.").ProducesProblem(404);
    }

    private static async Task<Results<Ok<LetterPage>, ProblemHttpResult>> List(
        [AsParameters] LetterFilter filter, HttpContext http, ClaimsPrincipal user, LetterDatabase database, CancellationToken cancellation)
    {
        if (filter.Mistake is { } mistake)
            return Problem.InvalidRequest.Because(mistake);
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var letters = LetterReading.Visible(context, filter.Apply(context), Caller.Of(user));
            var rows = await filter.Page(letters).ToListAsync(cancellation).ConfigureAwait(false);
            var limit = filter.Limit ?? LetterFilter.DefaultLimit;
            var next = rows.Count > limit ? new PageCursor(rows[limit - 1].Doubt, rows[limit - 1].Id).ToString() : null;
            if (next is not null)
            {
                var query = QueryString.Create(http.Request.Query.Where(q => q.Key != "cursor").Append(new("cursor", next)));
                http.Response.Headers.Link = $"</v1/letters{query}>; rel=\"next\"";
            }
            return TypedResults.Ok(new LetterPage([.. rows.Take(limit).Select(LetterSummary.Of)], next));
        }
    }

    private static async Task<Results<LetterRecord, ProblemHttpResult>> Get(long id, HttpContext http, ClaimsPrincipal user, LetterReading letters, CancellationToken cancellation) =>
        LetterForm.Of(http.Request) is not { } form ? Problem.NotAcceptable.Because("Ask for one of: " + string.Join(", ", LetterForm.All.Select(f => f.MediaType)))
        : await letters.FindAsync(id, null, Caller.Of(user), cancellation).ConfigureAwait(false) is { } letter ? form.Of(letter)
        : Problem.NotFound.Because();

    private static async Task<Results<LetterRecord, ProblemHttpResult>> Revision(long id, int revision, HttpContext http, ClaimsPrincipal user, LetterReading letters, CancellationToken cancellation) =>
        LetterForm.Of(http.Request) is not { } form ? Problem.NotAcceptable.Because()
        : await letters.FindAsync(id, revision, Caller.Of(user), cancellation).ConfigureAwait(false) is { } letter ? form.Of(letter)
        : Problem.NotFound.Because();

    private static async Task<Results<Ok<RevisionList>, ProblemHttpResult>> Revisions(
        long id, ClaimsPrincipal user, LetterReading letters, LetterDatabase database, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, null, Caller.Of(user), cancellation).ConfigureAwait(false) is null)
            return Problem.NotFound.Because();
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var rows = await context.Revisions.Where(r => r.LetterId == id).OrderBy(r => r.Number).Select(r => new { r.Number, r.At, r.By, r.Changes }).ToListAsync(cancellation).ConfigureAwait(false);
            return TypedResults.Ok(new RevisionList([.. rows.Select(r => new RevisionSummary(r.Number, r.At, r.By,
                r.Changes is null ? [] : JsonSerializer.Deserialize(r.Changes, ServiceJson.Readable.ImmutableArrayFieldChange)))]));
        }
    }

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> Original(
        long id, HttpContext http, ClaimsPrincipal user, LetterReading letters, ContentStore content, LetterDatabase database, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, null, Caller.Of(user), cancellation).ConfigureAwait(false) is not { } letter || !content.Holds(letter.ContentHash))
            return Problem.NotFound.Because();
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var type = await context.Files.Where(f => f.Hash == letter.ContentHash).Select(f => f.MediaType).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
            http.Response.Headers.ContentSecurityPolicy = OriginalOnly;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.PhysicalFile(content.PathOf(letter.ContentHash), type ?? "application/octet-stream",
                letter.FileName ?? string.Create(CultureInfo.InvariantCulture, $"letter-{id}"), entityTag: new($"\"{letter.ContentHash}\""), enableRangeProcessing: true);
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Page(
        long id, int page, HttpContext http, ClaimsPrincipal user, LetterReading letters, PageImages images, CancellationToken cancellation)
    {
        if (page is < 1 or > 100_000 || await letters.FindAsync(id, null, Caller.Of(user), cancellation).ConfigureAwait(false) is not { } letter)
            return Problem.NotFound.Because();
        if (await images.DrawAsync(letter.ContentHash, page, cancellation).ConfigureAwait(false) is not var (picture, type))
            return Problem.NotFound.Because("The file has no such page, or none that can be drawn.");
        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(picture, type);
    }

    private static async Task<Results<LetterRecord, ProblemHttpResult>> Correct(
        long id, HttpContext http, ClaimsPrincipal user, LetterReading letters, LetterStore store, CancellationToken cancellation)
    {
        if (http.Request.ContentType?.Split(';')[0].Trim() is not ("application/merge-patch+json" or "application/json"))
            return Problem.UnsupportedType.Because("Send a JSON merge patch of the flat record as application/merge-patch+json.");
        JsonObject? patch;
        try
        {
            patch = await JsonNode.ParseAsync(http.Request.Body, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false }, cancellationToken: cancellation).ConfigureAwait(false) as JsonObject;
        }
        catch (JsonException)
        {
            patch = null;
        }
        if (patch is null || patch.Count == 0)
            return Problem.InvalidRequest.Because("The body is no JSON object with fields of the flat record.");
        if (await letters.FindAsync(id, null, Caller.Of(user), cancellation).ConfigureAwait(false) is not { } stored)
            return Problem.NotFound.Because();
        if (http.Request.Headers.IfMatch is { Count: > 0 } match && match != LetterRecord.Tag(stored.Revision) && match != "*")
            return Problem.StaleRevision.Because("Read the letter again and correct what is there now.");
        try
        {
            var (corrected, changes) = Correction.Apply(LetterJson.Read(stored.Record), patch);
            var list = JsonSerializer.Serialize(changes, ServiceJson.Readable.ImmutableArrayFieldChange);
            return await store.ReviseAsync(id, stored.Revision, corrected, list, Caller.Of(user).Name, cancellation).ConfigureAwait(false) switch
            {
                ChangeOutcome.Changed => new LetterRecord(id, stored.Revision + 1, LetterJson.Write(corrected, indented: false)),
                ChangeOutcome.Stale => Problem.StaleRevision.Because("Read the letter again and correct what is there now."),
                _ => Problem.NotFound.Because(),
            };
        }
        catch (CorrectionException e)
        {
            return Problem.InvalidRequest.Because(e.Message);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(long id, ClaimsPrincipal user, LetterStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(id, Caller.Of(user).Name, cancellation).ConfigureAwait(false) ? TypedResults.NoContent() : Problem.NotFound.Because();

    private static LetterRecord Of(this LetterForm form, StoredLetter letter) => form.Write is { } write
        ? new(letter.Id, letter.Revision, write(LetterJson.Read(letter.Record), letter), form.MediaType + "; charset=utf-8")
        : new(letter.Id, letter.Revision, letter.Record);
}

/// <summary>Every revision of a letter, oldest first.</summary>
/// <param name="Revisions">The revisions.</param>
internal sealed record RevisionList(ImmutableArray<RevisionSummary> Revisions);

/// <summary>A revision without its record.</summary>
/// <param name="Number">From 1; 1 is what was read.</param>
/// <param name="At">When.</param>
/// <param name="By">«parser», or who corrected.</param>
/// <param name="Changes">Field by field, what was there before and what came; empty for what was read.</param>
internal sealed record RevisionSummary(int Number, DateTimeOffset At, string By, ImmutableArray<FieldChange> Changes);
