using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Magpie.Migrations;

/// <summary>Makes the SQLite model for <c>dotnet ef</c> without starting the server or opening a database.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteMagpieDbContext>
{
    public SqliteMagpieDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMagpieDbContext>().WithIdentityTables().UseSqlite().Options);
}
