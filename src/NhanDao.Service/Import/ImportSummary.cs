using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>What the journal says of the files that were asked for, when a run has ended.</summary>
/// <param name="Files">Files of the paths that were given.</param>
/// <param name="Done">Their letters are kept.</param>
/// <param name="Duplicates">The same bytes came before.</param>
/// <param name="Quarantined">Set aside with a reason.</param>
/// <param name="Waiting">Not read yet: the run was stopped, or they are lost.</param>
/// <param name="NearDuplicates">Groups of letters that look alike.</param>
/// <param name="Seconds">Of this run.</param>
internal sealed record ImportSummary(int Files, int Done, int Duplicates, int Quarantined, int Waiting, int NearDuplicates, double Seconds)
{
    /// <summary>Always «summary»: what an <see cref="ImportEvent"/> has in the same place.</summary>
    public string Kind { get; init; } = "summary";

    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Files} files in {ImportDisplay.Duration(TimeSpan.FromSeconds(Seconds))}: {Done} read, {Duplicates} duplicates, {Quarantined} in quarantine, {Waiting} waiting; {NearDuplicates} groups of near duplicates");
}

/// <summary>A file's line in the report.</summary>
/// <param name="Row">The journal's.</param>
/// <param name="Original">The path of the file with the same bytes; null when there is none.</param>
/// <param name="Letters">What was read: number, date, issuer and fields to look at of each letter.</param>
internal sealed record ImportedFile(ImportFileRow Row, string? Original, ImmutableArray<ImportedLetter> Letters)
{
    /// <summary>Fields to look at.</summary>
    public string Doubts => string.Join("; ", Letters.Select(l => l.Review).Where(r => r.Length > 0));
}

/// <summary>A letter's columns that the report shows.</summary>
internal sealed record ImportedLetter(string ContentHash, int Part, string? Number, string? NumberKey, string? Date, string? Issuer, string? IssuerKey, string Review);

/// <summary>Letters that look alike.</summary>
/// <param name="Why">«same number, date and issuer», or «nearly the same text».</param>
/// <param name="Paths">Their files.</param>
internal sealed record NearGroup(string Why, ImmutableArray<string> Paths);

/// <summary>Reads from the journal and the letters what a report shows.</summary>
internal sealed class ImportReading(LetterDatabase database, string options)
{
    private const int Page = 2000;

    /// <summary>The files below <paramref name="paths"/>, by path.</summary>
    public async Task<List<ImportedFile>> FilesAsync(IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var files = new List<ImportedFile>();
            for (long after = 0; ;)
            {
                var rows = await context.ImportFiles.Where(f => f.Id > after).OrderBy(f => f.Id).Take(Page).ToListAsync(cancellation).ConfigureAwait(false);
                if (rows.Count == 0)
                    break;
                after = rows[^1].Id;
                rows.RemoveAll(row => !paths.Any(path => row.Path == path || row.Path.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)));
                var hashes = rows.Where(r => r.State == ImportState.Done).Select(r => r.ContentHash!).ToArray();
                var letters = (await context.Letters.Where(l => hashes.Contains(l.ContentHash) && l.Options == options).OrderBy(l => l.Part)
                    .Select(l => new ImportedLetter(l.ContentHash, l.Part, l.Number, l.NumberKey, l.Date, l.Issuer, l.IssuerKey, l.Review)).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(l => l.ContentHash);
                var originals = rows.Select(r => r.OriginalId).OfType<long>().Distinct().ToArray();
                var names = await context.ImportFiles.Where(f => originals.Contains(f.Id)).Select(f => new { f.Id, f.Path }).ToDictionaryAsync(f => f.Id, f => f.Path, cancellation).ConfigureAwait(false);
                files.AddRange(rows.Select(r => new ImportedFile(r, r.OriginalId is { } id ? names.GetValueOrDefault(id) : null,
                    r.State == ImportState.Done ? [.. letters[r.ContentHash!]] : [])));
            }
            files.Sort((a, b) => string.CompareOrdinal(a.Row.Path, b.Row.Path));
            return files;
        }
    }

    public static ImportSummary Summary(IReadOnlyCollection<ImportedFile> files, int nearGroups, TimeSpan elapsed) => new(
        files.Count, Of(files, ImportState.Done), Of(files, ImportState.Duplicate), Of(files, ImportState.Quarantined), Of(files, ImportState.Waiting), nearGroups, Math.Round(elapsed.TotalSeconds, 1));

    private static int Of(IEnumerable<ImportedFile> files, ImportState state) => files.Count(f => f.Row.State == state);
}
