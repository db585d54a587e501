using System.Collections.Immutable;
using System.ComponentModel;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Output;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>Who must do what by when, over all letters; and the same as a calendar.</summary>
internal static class DirectiveEndpoints
{
    public static void MapDirectives(this IEndpointRouteBuilder routes)
    {
        var directives = routes.MapGroup("/v1").WithTags("Directives").RequireAuthorization(Access.Read);
        directives.MapGet("/directives", List).WithName("listDirectives").WithSummary("Directives of all letters, those due first at the top.").ProducesProblem(400);
        directives.MapPatch("/directives/{id:long}", Mark).RequireAuthorization(Access.Review).WithName("markDirective").WithSummary("Marks a directive as done, or as open again.").ProducesProblem(404);
        directives.MapGet("/calendar.ics", Calendar).WithName("getCalendar").WithSummary("What falls due, as iCalendar.").Produces<string>(200, "text/calendar").ProducesProblem(400);
    }

    private static async Task<Results<Ok<DirectivePage>, ProblemHttpResult>> List([AsParameters] DirectiveFilter filter, ClaimsPrincipal user, LetterDatabase database, CancellationToken cancellation)
    {
        if (filter.Mistake is { } mistake)
            return Problem.InvalidRequest.Because(mistake);
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var limit = filter.Limit ?? DirectiveFilter.DefaultLimit;
            var skip = filter.Offset ?? 0;
            var rows = await filter.Apply(context.Directives).Include(d => d.Letter).Include(d => d.Parties)
                .OrderBy(d => d.Due == null).ThenBy(d => d.Due).ThenBy(d => d.LetterId).ThenBy(d => d.Position).Skip(skip).Take(limit + 1).AsSplitQuery().ToListAsync(cancellation).ConfigureAwait(false);
            return TypedResults.Ok(new DirectivePage([.. rows.Take(limit).Select(DirectiveSummary.Of)], rows.Count > limit ? skip + limit : null));
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Mark(long id, DirectiveMark mark, ClaimsPrincipal user, LetterStore store, CancellationToken cancellation) =>
        await store.MarkAsync(id, mark.Done, Caller.Of(user).Name, cancellation).ConfigureAwait(false) ? TypedResults.NoContent() : Problem.NotFound.Because();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Calendar(
        [AsParameters] DirectiveFilter filter, LetterDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (filter.Mistake is { } mistake)
            return Problem.InvalidRequest.Because(mistake);
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var wanted = await filter.Apply(context.Directives).Where(d => d.Due != null || d.Recurrence != null || d.Parties.Any(p => p.Role == PartyRole.ReportTo))
                .OrderByDescending(d => d.LetterId).Take(DirectiveFilter.MostInCalendar).Select(d => new { d.LetterId, d.Position }).ToListAsync(cancellation).ConfigureAwait(false);
            var ids = wanted.Select(w => w.LetterId).Distinct().ToList();
            var records = await context.Letters.Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id)
                .Join(context.Revisions, l => new { l.Id, Number = l.Revision }, r => new { Id = r.LetterId, r.Number }, (l, r) => new { l.Id, r.Record }).ToListAsync(cancellation).ConfigureAwait(false);
            var positions = wanted.ToLookup(w => w.LetterId, w => w.Position);
            var duties = records.SelectMany(r => LetterDuty.In(LetterJson.Read(r.Record)).Where((_, position) => positions[r.Id].Contains(position)));
            return TypedResults.Text(LetterCalendar.Write(duties, clock.GetUtcNow()), "text/calendar", Encoding.UTF8);
        }
    }
}

/// <summary>Which directives are looked for. What is not given does not matter.</summary>
internal sealed class DirectiveFilter
{
    public const int DefaultLimit = 100, MostLimit = 500, MostInCalendar = 2000;

    [FromQuery(Name = "owner"), Description("Part of the name of who must do it or takes part, with or without tone marks.")]
    public string? Owner { get; init; }

    [FromQuery(Name = "dueFrom"), Description("Due on this day or later.")]
    public DateOnly? DueFrom { get; init; }

    [FromQuery(Name = "dueBefore"), Description("Due before this day.")]
    public DateOnly? DueBefore { get; init; }

    [FromQuery(Name = "open"), Description("true: not marked as done. false: done.")]
    public bool? Open { get; init; }

    [FromQuery(Name = "letter"), Description("Of this letter alone.")]
    public long? Letter { get; init; }

    [FromQuery(Name = "limit"), Description("Directives a page, 1 to 500; 100 if not given.")]
    public int? Limit { get; init; }

    [FromQuery(Name = "offset"), Description("How many to leave out, as the page before said.")]
    public int? Offset { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Mistake =>
        Limit is < 1 or > MostLimit ? $"limit is from 1 to {MostLimit}."
        : Offset is < 0 ? "offset is not negative."
        : Owner is { Length: > 500 } || Owner?.Contains('\0', StringComparison.Ordinal) == true ? "owner has at most 500 characters, none of them NUL."
        : null;

    public IQueryable<DirectiveRow> Apply(IQueryable<DirectiveRow> directives)
    {
        if (LetterFilter.Folded(Owner) is { } owner)
            directives = directives.Where(d => d.Parties.Any(p => p.Role != PartyRole.ReportTo && p.NameKey.Contains(owner)));
        if (DueFrom is not null)
            directives = directives.Where(d => d.Due >= DueFrom);
        if (DueBefore is not null)
            directives = directives.Where(d => d.Due < DueBefore);
        if (Open is { } open)
            directives = directives.Where(d => (d.DoneAt == null) == open);
        return Letter is null ? directives : directives.Where(d => d.LetterId == Letter);
    }
}

/// <summary>Whether a directive is done.</summary>
/// <param name="Done">True when it is.</param>
internal sealed record DirectiveMark(bool Done);

/// <summary>A page of directives.</summary>
/// <param name="Directives">The directives.</param>
/// <param name="NextOffset">The offset of the next page; null on the last.</param>
internal sealed record DirectivePage(ImmutableArray<DirectiveSummary> Directives, int? NextOffset);

/// <summary>A body with a part in a directive.</summary>
/// <param name="Role">What it has to do.</param>
/// <param name="Name">As printed.</param>
/// <param name="Inherited">Not named by the directive itself, but by its heading or as the letter's addressee.</param>
internal sealed record DirectiveParty(PartyRole Role, string Name, bool Inherited);

/// <summary>A directive with the letter that gives it.</summary>
/// <param name="Id">Its number here; it changes when the letter is corrected.</param>
/// <param name="Letter">Link of the letter.</param>
/// <param name="Number">Số, ký hiệu of the letter.</param>
/// <param name="Issuer">Cơ quan ban hành of the letter.</param>
/// <param name="Label">The labels from the top: «III.1.a».</param>
/// <param name="Text">The whole text.</param>
/// <param name="Parties">Who has to do with it.</param>
/// <param name="Due">The day it falls due.</param>
/// <param name="Deadline">The deadline as printed.</param>
/// <param name="Recurrence">RRULE of what comes again.</param>
/// <param name="Confidence">How sure it is, 0–1.</param>
/// <param name="DoneAt">When it was marked as done; null while it is open.</param>
/// <param name="DoneBy">Who marked it.</param>
internal sealed record DirectiveSummary(
    long Id, string Letter, string? Number, string? Issuer, string Label, string Text, ImmutableArray<DirectiveParty> Parties, DateOnly? Due, string? Deadline, string? Recurrence,
    double Confidence, DateTimeOffset? DoneAt, string? DoneBy)
{
    public static DirectiveSummary Of(DirectiveRow row) => new(
        row.Id, LetterRecord.PathOf(row.LetterId), row.Letter?.Number, row.Letter?.Issuer, row.Label, row.Text,
        [.. row.Parties.OrderBy(p => p.Id).Select(p => new DirectiveParty(p.Role, p.Name, p.Inherited))], row.Due, row.DueRaw, row.Recurrence, row.Confidence, row.DoneAt, row.DoneBy);
}
