using Microsoft.EntityFrameworkCore.Design;

namespace NhanDao.Service.Storage;

/// <summary>What <c>dotnet ef migrations add</c> makes a context with; nothing is connected to.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(SqliteContext.Options("design.db"));
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) => new(PostgresContext.Options("Host=localhost"));
}
