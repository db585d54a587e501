using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Model;
using NhanDao.Service.Hosting;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>Instruments that letters cite, with the letters that carry them out.</summary>
internal static class InstrumentEndpoints
{
    private const int MostLetters = 500;

    public static void MapInstruments(this IEndpointRouteBuilder routes) =>
        // A canonical id holds slashes («126/2024/nđ-cp»), so it is the rest of the path.
        routes.MapGet("/v1/instruments/{**id}", Get).WithTags("Instruments").RequireAuthorization(Access.Read).WithName("getInstrument")
            .WithSummary("An instrument by canonical id or number, with the letters that cite it.").ProducesProblem(404);

    private static async Task<Results<Ok<InstrumentResource>, ProblemHttpResult>> Get(string? id, LetterDatabase database, CancellationToken cancellation)
    {
        id = Uri.UnescapeDataString(id ?? "").Normalize().Trim();
        if (id.Length is 0 or > 300 || id.Contains('\0', StringComparison.Ordinal))
            return Problem.NotFound.Because();
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var canonical = id.ToLowerInvariant();
            var citations = await Cited(context, c => c.InstrumentId == canonical, cancellation).ConfigureAwait(false);
            var itself = await context.Letters.Where(l => l.InstrumentId == canonical).ToListAsync(cancellation).ConfigureAwait(false);
            if (citations.Count == 0 && itself.Count == 0 && LetterColumns.NumberKey(id) is { } key)
            {
                citations = await Cited(context, c => c.NumberKey == key, cancellation).ConfigureAwait(false);
                itself = await context.Letters.Where(l => l.NumberKey == key).OrderBy(l => l.Id).Take(MostLetters).ToListAsync(cancellation).ConfigureAwait(false);
            }
            if (citations.Count == 0 && itself.Count == 0)
                return Problem.NotFound.Because("No letter here cites it, and it is none of the letters here.");
            var first = citations.Count > 0 ? citations[0] : null;
            return TypedResults.Ok(new InstrumentResource(
                first?.InstrumentId ?? itself.FirstOrDefault()?.InstrumentId ?? id,
                first?.Type ?? itself[0].DocumentType, first?.Number ?? itself.FirstOrDefault()?.Number, first?.Title ?? itself.FirstOrDefault()?.Subject,
                [.. citations.Select(c => c.Date).Concat(itself.Select(l => l.Date)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                [.. citations.Select(c => c.Issuer).Concat(itself.Select(l => l.Issuer)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                [.. itself.Select(LetterSummary.Of)],
                [.. citations.OrderByDescending(c => c.Letter!.Day).Select(c => new CitingLetter(c.Relation, LetterSummary.Of(c.Letter!)))]));
        }
    }

    private static Task<List<CitationRow>> Cited(NhanDaoContext context, System.Linq.Expressions.Expression<Func<CitationRow, bool>> which, CancellationToken cancellation) =>
        context.Citations.Where(which).Include(c => c.Letter).OrderByDescending(c => c.LetterId).Take(MostLetters).ToListAsync(cancellation);
}

/// <summary>An instrument as letters speak of it.</summary>
/// <param name="Id">Canonical id; the number where letters say too little for one.</param>
/// <param name="Type">Type word.</param>
/// <param name="Number">Number with symbol.</param>
/// <param name="Title">Name of a law, subject of a letter.</param>
/// <param name="Dates">Every date that is given for it; more than one is a dispute.</param>
/// <param name="Issuers">Every issuer that is given for it.</param>
/// <param name="Itself">The instrument itself, where it was read here.</param>
/// <param name="CitedBy">Letters that cite it, newest first, at most 500.</param>
internal sealed record InstrumentResource(
    string Id, string? Type, string? Number, string? Title, ImmutableArray<string> Dates, ImmutableArray<string> Issuers, ImmutableArray<LetterSummary> Itself, ImmutableArray<CitingLetter> CitedBy);

/// <summary>A letter that cites an instrument.</summary>
/// <param name="Relation">What the instrument is to it: <c>carriesOut</c>, <c>basis</c>, <c>answers</c> …</param>
/// <param name="Letter">The letter.</param>
internal sealed record CitingLetter(ReferenceRelation Relation, LetterSummary Letter);
