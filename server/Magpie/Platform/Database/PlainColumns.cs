using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Platform.Database;

/// <summary>Some columns of a table, by EF Core's mapping, for rows that are written without being followed.</summary>
internal sealed class PlainColumns(IEnumerable<IProperty> properties)
{
    private readonly IProperty[] properties = [.. properties];

    /// <summary>As they stand in SQL.</summary>
    public IEnumerable<string> Names => properties.Select(property => $"\"{property.GetColumnName()}\"");

    /// <summary>What a row has in them, in the same order.</summary>
    public object?[] ValuesOf(object row) =>
        Array.ConvertAll(
            properties,
            property =>
            {
                var value = property.GetGetter().GetClrValue(row);
                return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
            }
        );
}
