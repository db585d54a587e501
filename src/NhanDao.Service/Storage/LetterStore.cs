using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Service.Hosting;

namespace NhanDao.Service.Storage;

/// <summary>What is to be kept of one file that was read.</summary>
/// <param name="File">The file, which lies in the <see cref="ContentStore"/>.</param>
/// <param name="Options">What it was read with.</param>
/// <param name="FileName">As the sender named it.</param>
/// <param name="Letters">Every letter of it, in order; at least one.</param>
internal sealed record Reading(StoredFile File, ReadingOptions Options, string? FileName, ImmutableArray<Letter> Letters)
{
    /// <summary>The job that this is the outcome of, with the attempt it was taken for; null when there is none in the journal yet.</summary>
    public (long Job, int Attempt)? Claim { get; init; }

    /// <summary>A job to write into the journal with the letters, as done: for what was read while the caller waited. Not with <see cref="Claim"/>.</summary>
    public JobRow? Journal { get; init; }

    /// <summary>What else belongs to the same transaction; told whether the letters are new.</summary>
    public Func<NhanDaoContext, bool, Task>? Also { get; init; }
}

/// <summary>What came of keeping.</summary>
/// <param name="Letters">Ids, in the order of the file.</param>
/// <param name="Created">False when the same file was read with the same options before: those letters stand.</param>
/// <param name="Record">The first letter as it was written; null where it stood already.</param>
internal readonly record struct Kept(ImmutableArray<long> Letters, bool Created, string? Record = null);

/// <summary>Keeps letters. Every change is one transaction.</summary>
internal sealed partial class LetterStore(LetterDatabase database, ContentStore content, TimeProvider clock)
{
    /// <summary>Who made the first revision.</summary>
    public const string Parser = "parser";

    /// <summary>The letters of a file that was read with these options; empty when it was not.</summary>
    public async Task<ImmutableArray<long>> FindAsync(string hash, string options, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await IdsAsync(context, hash, options, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes record, columns, directives, citations and words of every letter and ends the job, all or nothing. The same file with the same
    /// options again writes no second letter.
    /// </summary>
    /// <returns>Null when the job was taken from whoever comes with this, or has ended: then nothing is written.</returns>
    public async Task<Kept?> KeepAsync(Reading reading, CancellationToken cancellation)
    {
        using var span = Tracing.Source.StartActivity("store");
        // Nothing of the letters depends on the database: prepared before the one writer is let in.
        var rows = reading.Letters.Select((letter, i) => (Row: Row(reading, letter, i + 1), Words: LetterColumns.Words(letter))).ToList();
        for (var again = false; ; again = true)
            try
            {
                var kept = await database.WriteAsync(context => KeepAsync(context, reading, rows, cancellation), cancellation).ConfigureAwait(false);
                span?.SetTag("nhandao.letters", kept?.Letters.Length ?? 0).SetTag("nhandao.created", kept?.Created ?? false);
                return kept;
            }
            catch (DbUpdateException) when (!again && !database.IsSqlite)
            {
                // Another process wrote the same letter between our look and our write; the second look finds it.
                rows = [.. reading.Letters.Select((letter, i) => (Row(reading, letter, i + 1), LetterColumns.Words(letter)))];
            }
    }

    private async Task<Kept?> KeepAsync(NhanDaoContext context, Reading reading, List<(LetterRow Row, SearchText Words)> rows, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (reading.Claim is var (job, attempt) && await context.Jobs.Where(j => j.Id == job && j.Attempt == attempt && j.State == JobState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.EndedAt, now).SetProperty(j => j.PagesDone, j => j.PagesTotal)
                .SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), cancellation).ConfigureAwait(false) == 0)
            return null;
        if (reading.Journal is { } journal)
            await context.PutAsync([journal], cancellation).ConfigureAwait(false);
        var known = await IdsAsync(context, reading.File.Hash, reading.Options.Key, cancellation).ConfigureAwait(false);
        if (known.IsEmpty)
        {
            await AddFileAsync(context, reading.File, now, cancellation).ConfigureAwait(false);
            await context.PutAsync([.. rows.Select(r => r.Row)], cancellation).ConfigureAwait(false);
        }
        if (reading.Also is { } also)
            await also(context, known.IsEmpty).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        if (!known.IsEmpty)
            return new(known, Created: false);
        foreach (var (row, words) in rows)
            await context.IndexAsync(row.Id, words, cancellation).ConfigureAwait(false);
        return new([.. rows.Select(r => r.Row.Id)], Created: true, rows[0].Row.Revisions[0].Record);
    }

    /// <summary>The letter with the name of its file: the second of «057_cv.pdf» is «057_cv.pdf#2».</summary>
    public static Letter Named(Letter letter, string? file, int part) =>
        letter with { File = file is null || part == 1 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}#{part}") };

    /// <summary>Removes a file that no letter and no waiting job is read from.</summary>
    public Task<bool> ForgetAsync(string hash) => database.WriteAsync(context => ForgetAsync(context, hash, default), default);

    /// <inheritdoc cref="ForgetAsync(string)"/>
    private async Task<bool> ForgetAsync(NhanDaoContext context, string hash, CancellationToken cancellation)
    {
        if (content.IsHeld(hash) || await context.Letters.AnyAsync(l => l.ContentHash == hash, cancellation).ConfigureAwait(false)
            || await context.Jobs.AnyAsync(j => j.ContentHash == hash && (j.State == JobState.Queued || j.State == JobState.Running || j.State == JobState.Quarantined), cancellation).ConfigureAwait(false))
            return false;
        await context.Files.Where(f => f.Hash == hash).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        content.Remove(hash);
        return true;
    }

    private LetterRow Row(Reading reading, Letter letter, int part)
    {
        letter = Named(letter, reading.FileName, part);
        var now = clock.GetUtcNow();
        var row = new LetterRow
        {
            ContentHash = reading.File.Hash,
            Options = reading.Options.Key,
            Part = part,
            FileName = reading.FileName,
            ReceivedAt = now,
            Revision = 1,
            ReadBy = ProgramVersion.Text,
            Review = "",
        };
        LetterColumns.Fill(row, letter);
        row.Revisions.Add(new() { Number = 1, At = now, By = Parser, Record = LetterJson.Write(letter, indented: false) });
        row.Directives.AddRange(LetterColumns.Directives(letter));
        row.Citations.AddRange(LetterColumns.Citations(letter));
        return row;
    }

    /// <summary>Notes a file that a row is about to point at. It must lie in the store: a deletion may have been quicker.</summary>
    internal async Task AddFileAsync(NhanDaoContext context, StoredFile file, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!content.Holds(file.Hash))
            throw new IOException("The file was deleted while it was being read. Send it again.");
        if (!await context.Files.AnyAsync(f => f.Hash == file.Hash, cancellation).ConfigureAwait(false))
            await context.PutAsync([new FileRow { Hash = file.Hash, Length = file.Length, MediaType = file.MediaType, AddedAt = now }], cancellation).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<long>> IdsAsync(NhanDaoContext context, string hash, string options, CancellationToken cancellation) =>
        [.. await context.Letters.Where(l => l.ContentHash == hash && l.Options == options).OrderBy(l => l.Part).Select(l => l.Id).ToListAsync(cancellation).ConfigureAwait(false)];
}
