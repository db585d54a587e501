using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>A letter's record as it is stored, with where its file lies.</summary>
internal sealed record StoredLetter(long Id, int Revision, int Newest, string Record, string ContentHash, string? FileName, string Options);

/// <summary>Finds letters for callers, each of whom sees all or only what came of their own requests.</summary>
internal sealed class LetterReading(LetterDatabase database)
{
    /// <summary>The letters that a caller may know of.</summary>
    public static IQueryable<LetterRow> Visible(NhanDaoContext context, IQueryable<LetterRow> letters, Caller caller) => caller.SeesAll ? letters
        : letters.Where(l => context.Jobs.Any(j => j.KeyId != null && j.KeyId == caller.KeyId && j.ContentHash == l.ContentHash && j.Options == l.Options));

    /// <param name="letter">Its id.</param>
    /// <param name="revision">Null for the newest.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<StoredLetter?> FindAsync(long letter, int? revision, CancellationToken cancellation) => FindAsync(letter, revision, null, cancellation);

    /// <param name="letter">Its id.</param>
    /// <param name="revision">Null for the newest.</param>
    /// <param name="caller">Who asks; null for the service itself.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<StoredLetter?> FindAsync(long letter, int? revision, Caller? caller, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var letters = context.Letters.Where(l => l.Id == letter);
            if (caller is not null)
                letters = Visible(context, letters, caller);
            return await (from l in letters
                          join r in context.Revisions on l.Id equals r.LetterId
                          where r.Number == (revision ?? l.Revision)
                          select new StoredLetter(l.Id, r.Number, l.Revision, r.Record, l.ContentHash, l.FileName, l.Options)).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        }
    }
}
