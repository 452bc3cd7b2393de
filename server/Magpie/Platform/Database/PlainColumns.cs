using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Platform.Database;

/// <summary>Some columns of a table, by EF Core's mapping, for writing rows without change tracking.</summary>
internal sealed class PlainColumns(IEnumerable<IProperty> properties)
{
    private readonly IProperty[] properties = [.. properties];

    /// <summary>Quoted for SQL.</summary>
    public IEnumerable<string> Names => properties.Select(property => $"\"{property.GetColumnName()}\"");

    /// <summary>A row's values for them, in the same order.</summary>
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
