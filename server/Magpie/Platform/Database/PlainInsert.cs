using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Platform.Database;

/// <summary>Adds a row as EF Core would, by the same mapping, without being followed from then on.</summary>
internal static class PlainInsert
{
    private static readonly ConditionalWeakTable<IEntityType, Plan> Plans = [];

    public static Task InsertAsync<T>(this MagpieDbContext db, T row)
        where T : class
    {
        var plan = Plans.GetValue(db.Model.FindEntityType(typeof(T))!, type => new(type));
        return db.ExecuteAsync(plan.Sql, plan.ValuesOf(row));
    }

    private sealed class Plan
    {
        // What the database fills in itself is left out.
        private readonly IProperty[] properties;

        public Plan(IEntityType type)
        {
            properties = [.. type.GetProperties().Where(property => property.ValueGenerated is ValueGenerated.Never)];
            var columns = string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));
            var values = string.Join(", ", properties.Select((_, i) => $"@p{i}"));
            Sql = $"INSERT INTO \"{type.GetTableName()}\" ({columns}) VALUES ({values})";
        }

        public string Sql { get; }

        public object?[] ValuesOf(object row) => Array.ConvertAll(properties, property =>
        {
            var value = property.GetGetter().GetClrValue(row);
            return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        });
    }
}
