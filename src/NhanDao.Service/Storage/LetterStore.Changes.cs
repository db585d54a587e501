using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Storage;

/// <summary>How a correction went.</summary>
internal enum ChangeOutcome
{
    /// <summary>There is a new revision.</summary>
    Changed,

    /// <summary>There is no such letter.</summary>
    Gone,

    /// <summary>It is no longer at the revision that the change was made to.</summary>
    Stale,
}

/// <summary>Corrections and deletions.</summary>
internal sealed partial class LetterStore
{
    /// <summary>Adds a revision; the ones before stay. Columns, directives, citations and words follow it.</summary>
    /// <param name="id">The letter.</param>
    /// <param name="revision">The revision that was changed.</param>
    /// <param name="letter">What it is now.</param>
    /// <param name="changes">What was changed, as JSON.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ChangeOutcome> ReviseAsync(long id, int revision, Letter letter, string changes, string by, CancellationToken cancellation)
    {
        try
        {
            return await database.WriteAsync(context => ReviseAsync(context, id, revision, letter, changes, by, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (DbUpdateException)
        {
            return ChangeOutcome.Stale; // somebody else wrote this revision first
        }
    }

    private async Task<ChangeOutcome> ReviseAsync(NhanDaoContext context, long id, int revision, Letter letter, string changes, string by, CancellationToken cancellation)
    {
        var row = await context.Letters.Include(l => l.Directives).Include(l => l.Citations).AsSplitQuery().FirstOrDefaultAsync(l => l.Id == id, cancellation).ConfigureAwait(false);
        if (row is null)
            return ChangeOutcome.Gone;
        if (row.Revision != revision)
            return ChangeOutcome.Stale;
        var now = clock.GetUtcNow();
        row.Revision++;
        LetterColumns.Fill(row, letter);
        context.Revisions.Add(new() { LetterId = id, Number = row.Revision, At = now, By = by, Record = LetterJson.Write(letter, indented: false), Changes = changes });

        // What was done stays done: by label and text, or else by place.
        var done = row.Directives.Where(d => d.DoneAt is not null).ToList();
        context.Directives.RemoveRange(row.Directives);
        context.Citations.RemoveRange(row.Citations);
        var directives = LetterColumns.Directives(letter).ToList();
        foreach (var old in done)
            if ((directives.Find(d => (d.Label, d.Text) == (old.Label, old.Text)) ?? directives.Find(d => (d.Label, d.Position) == (old.Label, old.Position))) is { } same)
                (same.DoneAt, same.DoneBy) = (old.DoneAt, old.DoneBy);
        foreach (var directive in directives)
            directive.LetterId = id;
        context.Directives.AddRange(directives);
        foreach (var citation in LetterColumns.Citations(letter))
        {
            citation.LetterId = id;
            context.Citations.Add(citation);
        }
        context.Audit.Add(new() { At = now, By = by, Action = "letter.corrected", Subject = Subject(id), Detail = string.Create(CultureInfo.InvariantCulture, $"revision {row.Revision}") });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await context.UnindexAsync(id, cancellation).ConfigureAwait(false);
        await context.IndexAsync(id, LetterColumns.Words(letter), cancellation).ConfigureAwait(false);
        return ChangeOutcome.Changed;
    }

    /// <summary>Removes a letter with all its revisions, its words, and its file where no other letter is read from it. A line in the trail stays.</summary>
    /// <returns>False when there is no such letter.</returns>
    public Task<bool> DeleteAsync(long id, string by, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var hash = await context.Letters.Where(l => l.Id == id).Select(l => l.ContentHash).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (hash is null)
            return false;
        await context.UnindexAsync(id, cancellation).ConfigureAwait(false);
        await context.Letters.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation).ConfigureAwait(false); // revisions, directives and citations go with it
        if (!await context.Letters.AnyAsync(l => l.ContentHash == hash, cancellation).ConfigureAwait(false))
            await context.Jobs.Where(j => j.ContentHash == hash).ExecuteUpdateAsync(set => set.SetProperty(j => j.FileName, (string?)null), cancellation).ConfigureAwait(false);
        var withFile = await ForgetAsync(context, hash, cancellation).ConfigureAwait(false);
        context.Audit.Add(new() { At = clock.GetUtcNow(), By = by, Action = "letter.deleted", Subject = Subject(id), Detail = $"{hash}, {(withFile ? "with its file" : "its file is used by another")}" });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return true;
    }, cancellation);

    /// <summary>Marks a directive as done, or as open again.</summary>
    /// <returns>False when there is no such directive.</returns>
    public Task<bool> MarkAsync(long directive, bool done, string by, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var now = clock.GetUtcNow();
        var changed = await context.Directives.Where(d => d.Id == directive).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.DoneAt, done ? now : null).SetProperty(d => d.DoneBy, done ? by : null), cancellation).ConfigureAwait(false);
        if (changed == 0)
            return false;
        context.Audit.Add(new() { At = now, By = by, Action = done ? "directive.done" : "directive.reopened", Subject = string.Create(CultureInfo.InvariantCulture, $"directive {directive}") });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return true;
    }, cancellation);

    private static string Subject(long letter) => string.Create(CultureInfo.InvariantCulture, $"letter {letter}");
}
