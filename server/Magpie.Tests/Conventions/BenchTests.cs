using System.Reflection;
using System.Text.RegularExpressions;
using Magpie.Platform.Database;

namespace Magpie.Tests.Conventions;

/// <summary>The benchmark writes its rows by the names of tables and columns, which no compiler checks.</summary>
public sealed partial class BenchTests
{
    [Fact]
    public void The_library_of_the_benchmark_is_seeded_into_columns_that_exist()
    {
        var source = File.ReadAllText(Path.Combine(SourceTree.Root, "bench", "Seed", "LibraryTables.cs"));
        var rows = Row().Matches(Continued().Replace(source, "")).ToList();
        Assert.True(rows.Count > 5);
        Assert.Empty(
            from row in rows
            from column in row.Groups["columns"].Value.Split(' ')
            where !Exists(row.Groups["table"].Value, column)
            select $"{row.Groups["table"]}.{column}"
        );
    }

    private static bool Exists(string table, string column) =>
        typeof(MagpieDbContext)
            .GetProperty(table)
            ?.PropertyType.GenericTypeArguments[0]
            .GetProperty(column, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            is not null;

    [GeneratedRegex("\"(?<table>[A-Z][A-Za-z]+): (?<columns>[A-Za-z0-9 ]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("\"\\s*\\+ \"")]
    private static partial Regex Continued();
}
