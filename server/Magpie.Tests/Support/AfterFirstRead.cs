using System.Data.Common;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Magpie.Tests.Support;

/// <summary>Lets something happen when a context has read for the first time, and before it goes on.</summary>
internal sealed class AfterFirstRead : DbCommandInterceptor
{
    private readonly Func<Task> happen;
    private bool hasHappened;

    private AfterFirstRead(Func<Task> happen) => this.happen = happen;

    public static async Task<MagpieDbContext> OpenAsync(IApp app, Func<Task> happen)
    {
        var (connection, isSqlite) = await app.InDatabaseAsync(db =>
            Task.FromResult((db.Database.GetConnectionString()!, db is SqliteMagpieDbContext))
        );
        var interceptor = new AfterFirstRead(happen);
        return isSqlite
            ? new SqliteMagpieDbContext(
                new DbContextOptionsBuilder<SqliteMagpieDbContext>()
                    .UseSqlite(connection, DatabaseSetup.TakeListsAsOneValue)
                    .AddInterceptors(interceptor)
                    .Options
            )
            : new PostgresMagpieDbContext(
                new DbContextOptionsBuilder<PostgresMagpieDbContext>().UseNpgsql(connection).AddInterceptors(interceptor).Options
            );
    }

    public override async ValueTask<InterceptionResult> DataReaderClosingAsync(
        DbCommand command,
        DataReaderClosingEventData eventData,
        InterceptionResult result
    )
    {
        if (!hasHappened)
        {
            hasHappened = true;
            await happen();
        }

        return result;
    }
}
