using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Migrations;

internal static class IdentityModel
{
    /// <summary>
    /// Identity asks its options which tables there are; without them it would leave out those of passkeys, which the server has.
    /// </summary>
    public static DbContextOptionsBuilder<TContext> WithIdentityTables<TContext>(this DbContextOptionsBuilder<TContext> builder)
        where TContext : DbContext
    {
        var services = new ServiceCollection().Configure<IdentityOptions>(identity =>
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3
        );
        return builder.UseApplicationServiceProvider(services.BuildServiceProvider());
    }
}
