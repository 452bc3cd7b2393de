using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Clouds;

/// <summary>Which member is connected to which provider, and with which tokens.</summary>
internal sealed class CloudConnections(MagpieDbContext db, TokenProtector protector, TimeProvider time)
{
    /// <summary>The tokens are null when the member must connect again; the connection is null when there is none.</summary>
    public async Task<(CloudConnection Connection, CloudTokens? Tokens)?> FindAsync(
        Guid userId,
        CloudProvider provider,
        CancellationToken ct
    ) =>
        await Of(userId, provider).AsNoTracking().SingleOrDefaultAsync(ct) is { } connection
            ? (connection, protector.Unprotect(connection))
            : null;

    /// <summary>Replaces any earlier connection.</summary>
    public async Task KeepAsync(Guid userId, CloudProvider provider, string account, CloudTokens tokens)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var closed = protector.Protect(userId, provider, tokens);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Of(userId, provider).ExecuteDeleteAsync();
        db.CloudConnections.Add(
            new()
            {
                UserId = userId,
                Provider = provider,
                Account = account,
                Tokens = closed,
                Version = Guid.CreateVersion7(),
                ConnectedAt = now,
            }
        );
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>False when somebody else has stored other tokens in the meantime; those stay.</summary>
    public async Task<bool> RenewAsync(CloudConnection before, CloudTokens tokens)
    {
        var closed = protector.Protect(before.UserId, before.Provider, tokens);
        var version = Guid.CreateVersion7();
        return await As(before).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tokens, closed).SetProperty(c => c.Version, version)) == 1;
    }

    /// <summary>The provider no longer accepts these tokens. False as above.</summary>
    public async Task<bool> EndAsync(CloudConnection before)
    {
        var version = Guid.CreateVersion7();
        return await As(before)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tokens, (string?)null).SetProperty(c => c.Version, version)) == 1;
    }

    public Task<int> ForgetAsync(Guid userId, CloudProvider provider) => Of(userId, provider).ExecuteDeleteAsync();

    private IQueryable<CloudConnection> Of(Guid userId, CloudProvider provider) =>
        db.CloudConnections.Where(c => c.UserId == userId && c.Provider == provider);

    private IQueryable<CloudConnection> As(CloudConnection before) =>
        Of(before.UserId, before.Provider).Where(c => c.Version == before.Version);
}
