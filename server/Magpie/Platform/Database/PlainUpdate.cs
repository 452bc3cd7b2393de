using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Platform.Database;

/// <summary>
/// Writes these properties of a row, whatever the row has now, and leaves all others alone. Keep the instance: it prepares its SQL once.
/// </summary>
internal sealed class PlainUpdate<T>(params string[] properties)
    where T : class
{
    private readonly ConditionalWeakTable<IEntityType, Plan> plans = [];

    /// <summary>The properties it writes.</summary>
    public IReadOnlyList<string> Properties => properties;

    /// <returns>False when the row no longer exists.</returns>
    public async Task<bool> RunAsync(MagpieDbContext db, T row)
    {
        var plan = plans.GetValue(db.Model.FindEntityType(typeof(T))!, type => new(type, properties));
        return await db.ExecuteAsync(plan.Sql, plan.Columns.ValuesOf(row)) == 1;
    }

    private sealed class Plan
    {
        public Plan(IEntityType type, string[] properties)
        {
            var key = type.FindPrimaryKey()!.Properties;
            Columns = new([.. properties.Select(name => type.FindProperty(name)!), .. key]);
            var equal = Columns.Names.Select((name, i) => $"{name} = @p{i}").ToList();
            Sql =
                $"UPDATE \"{type.GetTableName()}\" SET {string.Join(", ", equal[..^key.Count])} WHERE "
                + $"{string.Join(" AND ", equal[^key.Count..])}";
        }

        public string Sql { get; }

        public PlainColumns Columns { get; }
    }
}
