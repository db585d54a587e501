using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NhanDao.Service.Storage;

/// <summary>The model in a SQLite file. Full text search is an FTS5 table that holds the index and not the words.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : NhanDaoContext(options)
{
    /// <summary>Run behind the tables of the first migration.</summary>
    public const string CreateSearch =
        "CREATE VIRTUAL TABLE letter_search USING fts5(words, folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')";

    /// <param name="connection">«Data Source=…», or the path alone.</param>
    public static DbContextOptions<SqliteContext> Options(string connection) => new DbContextOptionsBuilder<SqliteContext>()
        .UseSqlite(connection.Contains('=', StringComparison.Ordinal) ? connection : new SqliteConnectionStringBuilder { DataSource = connection }.ToString())
        .AddInterceptors(new SqlitePragmas()).Options;

    public override IQueryable<LetterRow> Matching(SearchQuery query)
    {
        var match = string.Join(' ', query.Phrases.Select(p => $"{(p.IsFolded ? "folded" : "words")}:\"{p.Words}\""));
        return Letters.FromSql($"SELECT l.* FROM letters l WHERE l.id IN (SELECT rowid FROM letter_search WHERE letter_search MATCH {match})");
    }

    public override Task IndexAsync(long letter, SearchText text, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"INSERT INTO letter_search(rowid, words, folded) VALUES ({letter}, {text.Words}, {text.Folded})", cancellation);

    public override Task UnindexAsync(long letter, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"DELETE FROM letter_search WHERE rowid = {letter}", cancellation);
}

/// <summary>What SQLite is asked for on each connection: readers beside a writer, and a writer that waits for another process.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // NORMAL in WAL mode: a killed process loses nothing; a power cut may lose the last transactions, never the file.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
