using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Magpie.Migrations;

/// <summary>Makes the PostgreSQL model for <c>dotnet ef</c> without starting the server or opening a database.</summary>
internal sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresMagpieDbContext>
{
    public PostgresMagpieDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresMagpieDbContext>().WithIdentityTables().UseNpgsql().Options);
}
