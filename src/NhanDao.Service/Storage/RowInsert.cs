using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NhanDao.Service.Storage;

/// <summary>
/// Puts rows of one table, and the rows that hang on them, into SQLite by a statement that stays prepared. It is made from EF Core's model, so that it
/// knows every column; EF Core's own way costs ten times as much as the insert (docs/service.md, «Load»). Not for two threads.
/// </summary>
internal sealed class RowInsert
{
    private readonly SqliteCommand command;
    private readonly (IProperty Property, SqliteParameter Parameter)[] columns;
    private readonly IProperty? generated;
    private readonly (INavigation Of, RowInsert Rows)[] children;

    private RowInsert(IEntityType type, SqliteConnection connection)
    {
        generated = type.GetProperties().SingleOrDefault(p => p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd);
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        command = connection.CreateCommand();
        columns = [.. type.GetProperties().Where(p => p != generated).Select((p, i) => (p, command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })))];
        command.CommandText = $"INSERT INTO {table.Name} ({string.Join(", ", columns.Select(c => c.Property.GetColumnName(table)))}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter.ParameterName))})"
            + (generated is null ? "" : $" RETURNING {generated.GetColumnName(table)}");
        children = [.. type.GetNavigations().Where(n => n.IsCollection).Select(n => (n, new RowInsert(n.TargetEntityType, connection)))];
    }

    /// <param name="model">Of the context.</param>
    /// <param name="row">A type of row.</param>
    /// <param name="connection">Open, and kept.</param>
    public static RowInsert Of(IModel model, Type row, SqliteConnection connection) =>
        new(model.FindEntityType(row) ?? throw new ArgumentException("It is no row of the model.", nameof(row)), connection);

    /// <summary>Writes the row, gives it its number, and then writes those that hang on it.</summary>
    public void Put(object row, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        foreach (var (property, parameter) in columns)
            parameter.Value = property.PropertyInfo!.GetValue(row) is not { } value ? DBNull.Value
                : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        if (generated is null)
            command.ExecuteNonQuery();
        else
            generated.PropertyInfo!.SetValue(row, (long)command.ExecuteScalar()!);
        foreach (var (navigation, rows) in children)
        {
            var key = navigation.ForeignKey;
            foreach (var child in (IEnumerable<object>)navigation.PropertyInfo!.GetValue(row)!)
            {
                key.Properties[0].PropertyInfo!.SetValue(child, key.PrincipalKey.Properties[0].PropertyInfo!.GetValue(row));
                rows.Put(child, transaction);
            }
        }
    }
}
