using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NhanDao.Service.Storage;

/// <summary>Letters, jobs and keys in a database: one model for both kinds. What differs between them is in the two derived contexts.</summary>
internal abstract class NhanDaoContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<LetterRow> Letters => Set<LetterRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<DirectiveRow> Directives => Set<DirectiveRow>();

    public DbSet<PartyRow> Parties => Set<PartyRow>();

    public DbSet<CitationRow> Citations => Set<CitationRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ImportFileRow> ImportFiles => Set<ImportFileRow>();

    public DbSet<IdempotencyRow> IdempotencyKeys => Set<IdempotencyRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>The letters whose words match.</summary>
    public abstract IQueryable<LetterRow> Matching(SearchQuery query);

    /// <summary>Writes new rows with all that hangs on them. In SQLite they have their numbers then, in PostgreSQL after <see cref="DbContext.SaveChangesAsync(CancellationToken)"/>.</summary>
    public abstract Task PutAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class;

    /// <summary>Puts a letter's words into the full text index, which holds none of it yet.</summary>
    public abstract Task IndexAsync(long letter, SearchText text, CancellationToken cancellation);

    /// <summary>Takes a letter's words out of the full text index.</summary>
    public abstract Task UnindexAsync(long letter, CancellationToken cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no time type, and its text would not compare across offsets: milliseconds are the same in both.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<Scopes>().HaveConversion<int>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LetterRow>(letter =>
        {
            letter.ToTable("letters");
            letter.HasIndex(l => new { l.ContentHash, l.Options, l.Part }).IsUnique();
            letter.HasIndex(l => l.NumberKey);
            letter.HasIndex(l => l.Day);
            letter.HasIndex(l => l.InstrumentId);
            letter.HasIndex(l => l.Doubt);
            letter.HasMany(l => l.Revisions).WithOne().HasForeignKey(r => r.LetterId);
            letter.HasMany(l => l.Directives).WithOne(d => d.Letter).HasForeignKey(d => d.LetterId);
            letter.HasMany(l => l.Citations).WithOne(c => c.Letter).HasForeignKey(c => c.LetterId);
            letter.HasOne<FileRow>().WithMany().HasForeignKey(l => l.ContentHash).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<RevisionRow>().ToTable("revisions").HasKey(r => new { r.LetterId, r.Number });
        modelBuilder.Entity<DirectiveRow>(directive =>
        {
            directive.ToTable("directives");
            directive.HasIndex(d => d.Due);
            directive.HasMany(d => d.Parties).WithOne().HasForeignKey(p => p.DirectiveId);
        });
        modelBuilder.Entity<PartyRow>().ToTable("parties").HasIndex(p => p.NameKey);
        modelBuilder.Entity<CitationRow>(citation =>
        {
            citation.ToTable("citations");
            citation.HasIndex(c => c.InstrumentId);
            citation.HasIndex(c => c.NumberKey);
        });
        modelBuilder.Entity<FileRow>().ToTable("files").HasKey(f => f.Hash);
        modelBuilder.Entity<JobRow>(job =>
        {
            job.ToTable("jobs");
            job.HasIndex(j => new { j.State, j.Id });
            job.HasIndex(j => new { j.ContentHash, j.Options });
        });
        modelBuilder.Entity<ImportFileRow>(file =>
        {
            file.ToTable("import_files");
            file.HasIndex(f => f.Path).IsUnique();
            file.HasIndex(f => f.ContentHash);
            file.HasIndex(f => f.JobId);
            file.HasIndex(f => f.State);
        });
        modelBuilder.Entity<IdempotencyRow>().ToTable("idempotency_keys").HasKey(i => new { i.Caller, i.Key });
        modelBuilder.Entity<ApiKeyRow>(key =>
        {
            key.ToTable("api_keys");
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasIndex(k => k.Name).IsUnique();
        });
        modelBuilder.Entity<AuditRow>().ToTable("audit");

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name)); // so that neither database needs quotes
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
