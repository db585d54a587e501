using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace NhanDao.Service.Storage;

/// <summary>The model in a SQLite file. Full text search is an FTS5 table that holds the index and not the words.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : NhanDaoContext(options)
{
    /// <summary>Run behind the tables of the first migration.</summary>
    public const string CreateSearch =
        "CREATE VIRTUAL TABLE letter_search USING fts5(words, folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')";

    private readonly Dictionary<Type, RowInsert> inserts = []; // a context that writes keeps its connection
    private SqliteCommand? index;

    /// <param name="connection">«Data Source=…», or the path alone.</param>
    public static DbContextOptions<SqliteContext> Options(string connection) =>
        new DbContextOptionsBuilder<SqliteContext>().UseSqlite(ConnectionString(connection)).AddInterceptors(new SqlitePragmas()).Options;

    /// <param name="connection">Open, and stays so: for <see cref="SqliteWriter"/>.</param>
    public static DbContextOptions<SqliteContext> Options(SqliteConnection connection) => new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options;

    public static string ConnectionString(string connection) =>
        connection.Contains('=', StringComparison.Ordinal) ? connection : new SqliteConnectionStringBuilder { DataSource = connection }.ToString();

    public override async Task PutAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellation)
    {
        await SaveChangesAsync(cancellation).ConfigureAwait(false); // what they may point at
        if (!inserts.TryGetValue(typeof(T), out var insert))
            inserts[typeof(T)] = insert = RowInsert.Of(Model, typeof(T), (SqliteConnection)Database.GetDbConnection());
        foreach (var row in rows)
            insert.Put(row, Transaction);
    }

    private SqliteTransaction Transaction => (SqliteTransaction)Database.CurrentTransaction!.GetDbTransaction();

    public override IQueryable<LetterRow> Matching(SearchQuery query)
    {
        var match = string.Join(' ', query.Phrases.Select(p => $"{(p.IsFolded ? "folded" : "words")}:\"{p.Words}\""));
        return Letters.FromSql($"SELECT l.* FROM letters l WHERE l.id IN (SELECT rowid FROM letter_search WHERE letter_search MATCH {match})");
    }

    public override Task IndexAsync(long letter, SearchText text, CancellationToken cancellation)
    {
        if (index is null)
        {
            index = ((SqliteConnection)Database.GetDbConnection()).CreateCommand();
            index.CommandText = "INSERT INTO letter_search(rowid, words, folded) VALUES ($letter, $words, $folded)";
            foreach (var name in (string[])["$letter", "$words", "$folded"])
                index.Parameters.Add(new SqliteParameter { ParameterName = name });
        }
        index.Transaction = Transaction;
        (index.Parameters[0].Value, index.Parameters[1].Value, index.Parameters[2].Value) = (letter, text.Words, text.Folded);
        index.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public override Task UnindexAsync(long letter, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"DELETE FROM letter_search WHERE rowid = {letter}", cancellation);
}

/// <summary>What SQLite is asked for on each connection: readers beside a writer, and a writer that waits for another process.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // NORMAL in WAL mode: a killed process loses nothing; a power cut may lose the last transactions, never the file.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    private static readonly ConditionalWeakTable<object, object> Done = []; // a connection from the pool comes back as it was

    public static void Set(SqliteConnection connection)
    {
        if (Done.TryGetValue(connection.Handle!, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Done.AddOrUpdate(connection.Handle!, Done);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection); // SQLite has no waiting of its own kind
        return Task.CompletedTask;
    }
}
