using Microsoft.EntityFrameworkCore.Migrations;

namespace Magpie.Platform.Database.Schema;

/// <summary>
/// The part of the schema that Entity Framework cannot describe: the SQL files next to this one. A file that a release has run never
/// changes; later changes get another file and another migration.
/// </summary>
internal static class SchemaScripts
{
    /// <param name="file">Relative to this folder, such as <c>Sqlite/search.sql</c>.</param>
    public static void Run(this MigrationBuilder migration, string file)
    {
        using var script =
            typeof(SchemaScripts).Assembly.GetManifestResourceStream($"schema/{file}")
            ?? throw new InvalidOperationException($"There is no {file} in Platform/Database/Schema.");
        using var reader = new StreamReader(script);
        migration.Sql(reader.ReadToEnd());
    }
}
