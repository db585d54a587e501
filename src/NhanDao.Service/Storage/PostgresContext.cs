using Microsoft.EntityFrameworkCore;

namespace NhanDao.Service.Storage;

/// <summary>The model in PostgreSQL. Full text search is two tsvectors without a dictionary: Vietnamese has no endings to cut off.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : NhanDaoContext(options)
{
    /// <summary>Run behind the tables of the first migration.</summary>
    public const string CreateSearch = """
        CREATE TABLE letter_search (letter_id bigint PRIMARY KEY, words tsvector NOT NULL, folded tsvector NOT NULL);
        CREATE INDEX ix_letter_search_words ON letter_search USING gin (words);
        CREATE INDEX ix_letter_search_folded ON letter_search USING gin (folded);
        """;

    public static DbContextOptions<PostgresContext> Options(string connection) => new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection).Options;

    public override IQueryable<LetterRow> Matching(SearchQuery query)
    {
        var letters = Letters.AsQueryable();
        if (Terms(folded: false) is { Length: > 0 } words)
            letters = Letters.FromSql($"SELECT l.* FROM letters l WHERE l.id IN (SELECT letter_id FROM letter_search WHERE words @@ to_tsquery('simple', {words}))");
        if (Terms(folded: true) is { Length: > 0 } plain)
        {
            var matching = Letters.FromSql($"SELECT l.* FROM letters l WHERE l.id IN (SELECT letter_id FROM letter_search WHERE folded @@ to_tsquery('simple', {plain}))");
            letters = letters.Where(l => matching.Any(m => m.Id == l.Id));
        }
        return letters;

        // Words are letters and digits only, so nothing in them is an operator.
        string Terms(bool folded) => string.Join(" & ", query.Phrases.Where(p => p.IsFolded == folded).Select(p => $"({p.Words.Replace(" ", " <-> ", StringComparison.Ordinal)})"));
    }

    public override Task PutAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellation)
    {
        AddRange(rows);
        return Task.CompletedTask;
    }

    public override Task IndexAsync(long letter, SearchText text, CancellationToken cancellation) => Database.ExecuteSqlAsync($"""
        INSERT INTO letter_search (letter_id, words, folded) VALUES ({letter}, to_tsvector('simple', {text.Words}), to_tsvector('simple', {text.Folded}))
        """, cancellation);

    public override Task UnindexAsync(long letter, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"DELETE FROM letter_search WHERE letter_id = {letter}", cancellation);
}
