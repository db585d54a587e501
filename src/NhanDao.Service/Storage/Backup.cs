using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using NhanDao.Parsing;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Storage;

/// <summary>
/// A whole store as one tar file: the rows of every table as JSON Lines, and the files. It is taken while the service runs, as of one moment,
/// and restored into either database.
/// </summary>
internal static class Backup
{
    private const string Head = "nhandao.backup.json", Version = "nhandao.backup/1";
    private const int Batch = 500;

    /// <summary>The tables in an order in which each finds what it points at.</summary>
    private static readonly ImmutableArray<ITable> Tables =
    [
        new Table<FileRow>("files"), new Table<LetterRow>("letters"), new Table<RevisionRow>("revisions"), new Table<DirectiveRow>("directives"), new Table<PartyRow>("parties"),
        new Table<CitationRow>("citations"), new Table<JobRow>("jobs"), new Table<IdempotencyRow>("idempotency_keys"), new Table<ApiKeyRow>("api_keys"), new Table<AuditRow>("audit"),
        new Table<ImportFileRow>("import_files"),
    ];

    public static IEnumerable<string> TableNames => Tables.Select(t => t.Name);

    /// <returns>How many rows and files it holds.</returns>
    public static async Task<(long Rows, int Files)> WriteAsync(LetterDatabase database, ContentStore content, Stream output, CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            // One snapshot for all tables: what is written meanwhile is not in it, and is not half in it.
            var snapshot = await context.Database.BeginTransactionAsync(database.IsSqlite ? System.Data.IsolationLevel.ReadUncommitted : System.Data.IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
            await using (snapshot.ConfigureAwait(false))
            {
                var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true);
                await using (tar.ConfigureAwait(false))
                {
                    await AddAsync(tar, Head, Encoding.UTF8.GetBytes($"{{\"backup\":\"{Version}\"}}\n"), cancellation).ConfigureAwait(false);
                    long rows = 0;
                    foreach (var table in Tables)
                        rows += await table.WriteAsync(context, tar, cancellation).ConfigureAwait(false);
                    var files = 0;
                    foreach (var hash in await context.Files.Select(f => f.Hash).ToListAsync(cancellation).ConfigureAwait(false))
                        if (content.Holds(hash)) // a deletion may have been quicker than we
                        {
                            await tar.WriteEntryAsync(content.PathOf(hash), $"files/{hash}", cancellation).ConfigureAwait(false);
                            files++;
                        }
                    return (rows, files);
                }
            }
        }
    }

    /// <summary>Fills an empty store. The full text index is made anew.</summary>
    /// <exception cref="WrongSettingsException">The store is not empty, or it is no backup.</exception>
    public static async Task<(long Rows, int Files)> ReadAsync(LetterDatabase database, ContentStore content, Stream input, CancellationToken cancellation)
    {
        try
        {
            return await FillAsync(database, content, input, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or JsonException or DbUpdateException or UnreadableDocumentException)
        {
            throw new WrongSettingsException("It is no backup of nhandao, or it is cut off or damaged. Nothing was restored.", e);
        }
    }

    private static async Task<(long Rows, int Files)> FillAsync(LetterDatabase database, ContentStore content, Stream input, CancellationToken cancellation)
    {
        var reader = new TarReader(input, leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            if (await NextAsync(reader, cancellation).ConfigureAwait(false) is not { Name: Head, DataStream: { } head } || !(await TextAsync(head, cancellation).ConfigureAwait(false)).Contains(Version, StringComparison.Ordinal))
                throw new WrongSettingsException($"It is no backup of nhandao ({Version}).");
            return await database.WriteAsync(async context =>
            {
                if (await context.Letters.AnyAsync(cancellation).ConfigureAwait(false) || await context.Jobs.AnyAsync(cancellation).ConfigureAwait(false) || await context.ApiKeys.AnyAsync(cancellation).ConfigureAwait(false))
                    throw new WrongSettingsException("There are letters, jobs or keys here already: restore into an empty store.");
                long rows = 0;
                var files = 0;
                while (await NextAsync(reader, cancellation).ConfigureAwait(false) is { } entry)
                    if (Tables.FirstOrDefault(t => $"rows/{t.Name}.jsonl" == entry.Name) is { } table)
                        rows += await table.ReadAsync(context, entry.DataStream ?? Stream.Null, cancellation).ConfigureAwait(false);
                    else if (entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } data } && entry.Name.StartsWith("files/", StringComparison.Ordinal))
                    {
                        var put = await content.PutAsync(data, long.MaxValue, cancellation).ConfigureAwait(false); // under the hash of what is there, whatever the name says
                        if ($"files/{put.Hash}" != entry.Name)
                            throw new WrongSettingsException("A file in the backup is not what its name says: the backup is damaged.");
                        files++;
                    }
                await IndexAsync(context, cancellation).ConfigureAwait(false);
                if (!database.IsSqlite)
                    foreach (var table in Tables)
                        await table.ContinueNumbersAsync(context, cancellation).ConfigureAwait(false);
                return (rows, files);
            }, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task IndexAsync(NhanDaoContext context, CancellationToken cancellation)
    {
        foreach (var id in await context.Letters.Select(l => l.Id).ToListAsync(cancellation).ConfigureAwait(false))
        {
            var record = await context.Letters.Where(l => l.Id == id).Join(context.Revisions, l => new { Id = l.Id, Number = l.Revision }, r => new { Id = r.LetterId, r.Number }, (_, r) => r.Record)
                .SingleAsync(cancellation).ConfigureAwait(false);
            await context.IndexAsync(id, LetterColumns.Words(LetterJson.Read(record)), cancellation).ConfigureAwait(false);
        }
    }

    private static ValueTask<TarEntry?> NextAsync(TarReader reader, CancellationToken cancellation) => reader.GetNextEntryAsync(copyData: false, cancellation);

    private static async Task<string> TextAsync(Stream stream, CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task AddAsync(TarWriter tar, string name, byte[] bytes, CancellationToken cancellation)
    {
        using var data = new MemoryStream(bytes);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = data }, cancellation).ConfigureAwait(false);
    }

    private interface ITable
    {
        string Name { get; }

        Task<long> WriteAsync(NhanDaoContext context, TarWriter tar, CancellationToken cancellation);

        Task<long> ReadAsync(NhanDaoContext context, Stream lines, CancellationToken cancellation);

        /// <summary>Lets PostgreSQL count on from the highest number that was restored; SQLite does so by itself.</summary>
        Task ContinueNumbersAsync(NhanDaoContext context, CancellationToken cancellation);
    }

    private sealed class Table<T>(string name) : ITable
        where T : class
    {
        private JsonSerializerOptions? columns;

        public string Name => name;

        public async Task<long> WriteAsync(NhanDaoContext context, TarWriter tar, CancellationToken cancellation)
        {
            // The length stands before the data in a tar file, so the rows go by way of a temporary file.
            var path = Path.GetTempFileName();
            try
            {
                long count = 0;
                var lines = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
                await using (lines.ConfigureAwait(false))
                {
                    await foreach (var row in context.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
                    {
                        await JsonSerializer.SerializeAsync(lines, row, Columns(context), cancellation).ConfigureAwait(false);
                        lines.WriteByte((byte)'\n');
                        count++;
                    }
                    lines.Position = 0;
                    await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, $"rows/{name}.jsonl") { DataStream = lines }, cancellation).ConfigureAwait(false);
                }
                return count;
            }
            finally
            {
                File.Delete(path);
            }
        }

        public async Task<long> ReadAsync(NhanDaoContext context, Stream lines, CancellationToken cancellation)
        {
            long count = 0;
            using var reader = new StreamReader(lines, Encoding.UTF8, leaveOpen: true);
            while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                context.Add(JsonSerializer.Deserialize<T>(line, Columns(context))!);
                if (++count % Batch == 0)
                    await SaveAsync(context, cancellation).ConfigureAwait(false);
            }
            await SaveAsync(context, cancellation).ConfigureAwait(false);
            return count;
        }

        public async Task ContinueNumbersAsync(NhanDaoContext context, CancellationToken cancellation)
        {
            if (context.Model.FindEntityType(typeof(T))!.FindProperty("Id") is null)
                return;
            var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM {name}), false)");
            await context.Database.ExecuteSqlRawAsync(sql, cancellation).ConfigureAwait(false);
        }

        private static async Task SaveAsync(NhanDaoContext context, CancellationToken cancellation)
        {
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }

        /// <summary>The columns of the table, and not what rows point at.</summary>
        private JsonSerializerOptions Columns(NhanDaoContext context) => columns ??= new()
        {
            Converters = { new JsonStringEnumConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type =>
            {
                if (type.Type != typeof(T))
                    return;
                var entity = context.Model.FindEntityType(typeof(T))!;
                foreach (var property in type.Properties.Where(p => entity.FindProperty(p.Name) is null).ToList())
                    type.Properties.Remove(property);
            }),
        };
    }
}
