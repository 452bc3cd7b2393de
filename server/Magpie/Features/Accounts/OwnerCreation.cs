using System.Data;
using System.Data.Common;
using Magpie.Model;
using Magpie.Model.Billing;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

/// <summary>Creates the first person, their workspace and its first group: everything or nothing, and only once.</summary>
internal sealed class OwnerCreation(MagpieDbContext db, UserManager<Account> users, TimeProvider time)
{
    private static readonly RuleViolation Done = new("setup-done", "Magpie is set up already. Sign in instead.");

    // A person's name may already be as long as a workspace's may be.
    private static string WorkspaceNameFor(string name) =>
        $"{name}'s workspace" is { Length: <= Workspace.MaxNameLength } possessive ? possessive : name;

    public Task<bool> IsNeededAsync(CancellationToken ct) => db.Users.AllAsync(_ => false, ct);

    /// <summary>The new owner, or why not: already set up, or a bad e-mail address or password.</summary>
    public async Task<(Account? Owner, RuleViolation? Violation, IReadOnlyList<IdentityError> Errors)> CreateAsync(
        string email,
        string password,
        string name,
        CancellationToken ct
    )
    {
        // Serializable: of two setups at the same time, one sees the other or fails.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (!await IsNeededAsync(ct))
        {
            return (null, Done, []);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var owner = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            Name = name,
            CreatedAt = now,
        };
        try
        {
            var created = await users.CreateAsync(owner, password);
            if (!created.Succeeded)
            {
                return (null, null, [.. created.Errors]);
            }

            var workspace = new Workspace
            {
                Name = WorkspaceNameFor(name),
                Plan = PlanName.Enterprise,
                CreatedAt = now,
            };
            var group = new Group
            {
                WorkspaceId = workspace.Id,
                Name = "Main",
                CreatedAt = now,
            };
            db.Workspaces.Add(workspace);
            db.Groups.Add(group);
            db.WorkspaceMembers.Add(
                new()
                {
                    WorkspaceId = workspace.Id,
                    UserId = owner.Id,
                    Role = WorkspaceRole.Owner,
                }
            );
            db.GroupMembers.Add(
                new()
                {
                    GroupId = group.Id,
                    UserId = owner.Id,
                    Role = GroupRole.Editor,
                }
            );
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return (owner, null, []);
        }
        catch (Exception collision)
            when (collision
                    is DbUpdateException
                        or DbException
                        or InvalidOperationException { InnerException: DbUpdateException or DbException }
            )
        {
            // No rollback here: after a failed commit the transaction has already ended and would refuse it.
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
            if (!await IsNeededAsync(ct))
            {
                return (null, Done, []);
            }

            throw;
        }
    }
}
