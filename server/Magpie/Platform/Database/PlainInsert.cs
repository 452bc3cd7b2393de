using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Platform.Database;

/// <summary>Inserts a row like EF Core, with the same mapping, but without change tracking.</summary>
internal static class PlainInsert
{
    private static readonly ConditionalWeakTable<IEntityType, Plan> Plans = [];

    public static Task InsertAsync<T>(this MagpieDbContext db, T row)
        where T : class
    {
        var plan = Plans.GetValue(db.Model.FindEntityType(typeof(T))!, type => new(type));
        return db.ExecuteAsync(plan.Sql, plan.Columns.ValuesOf(row));
    }

    private sealed class Plan
    {
        public Plan(IEntityType type)
        {
            // Without columns that the database fills in itself.
            Columns = new(type.GetProperties().Where(property => property.ValueGenerated is ValueGenerated.Never));
            var values = Columns.Names.Select((_, i) => $"@p{i}");
            Sql = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", Columns.Names)}) VALUES ({string.Join(", ", values)})";
        }

        public string Sql { get; }

        public PlainColumns Columns { get; }
    }
}
