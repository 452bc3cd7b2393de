using Magpie.Model.Billing;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Support;

/// <summary>Puts people, groups and plans straight into the database: no address of the API does that yet.</summary>
public static class Team
{
    private static string? passwordHash;

    /// <summary>The group that the owner started with.</summary>
    public static async Task<Guid> MainGroupAsync(this IApp app) =>
        (await app.Owner.GetJsonAsync("/api/session")).GetProperty("groups")[0].GetProperty("id").GetGuid();

    /// <summary>The workspace of someone, as it is in the database now.</summary>
    public static async Task<Workspace> WorkspaceOfAsync(this IApp app, ApiUser member)
    {
        var user = await UserIdAsync(member);
        return await app.InDatabaseAsync(db =>
            db.Workspaces.AsNoTracking().SingleAsync(w => db.WorkspaceMembers.Any(m => m.UserId == user && m.WorkspaceId == w.Id))
        );
    }

    /// <summary>Another group of the owner's workspace, of which the owner is an editor.</summary>
    public static async Task<Guid> AddGroupAsync(this IApp app, string name)
    {
        var (workspace, owner) = (await app.WorkspaceOfAsync(app.Owner), await UserIdAsync(app.Owner));
        return await app.InDatabaseAsync(db => AddGroupAsync(db, workspace.Id, name, owner, GroupRole.Editor));
    }

    /// <summary>Someone else of the owner's workspace, in one of its groups only (the first where none is named), signed in.</summary>
    public static async Task<ApiUser> AddMemberAsync(this IApp app, GroupRole role, Guid? group = null)
    {
        var where = group ?? await app.MainGroupAsync();
        var (email, userId) = await app.AddAccountAsync("Mia");
        await app.InDatabaseAsync(async db =>
        {
            var workspace = await db.Groups.Where(g => g.Id == where).Select(g => g.WorkspaceId).SingleAsync();
            db.WorkspaceMembers.Add(
                new()
                {
                    WorkspaceId = workspace,
                    UserId = userId,
                    Role = WorkspaceRole.Member,
                }
            );
            db.GroupMembers.Add(
                new()
                {
                    GroupId = where,
                    UserId = userId,
                    Role = role,
                }
            );
            return await db.SaveChangesAsync();
        });
        return await app.SignInAsync(email);
    }

    /// <summary>Another role in their group from now on; null takes them out of it.</summary>
    public static async Task SetRoleAsync(this IApp app, ApiUser member, GroupRole? role)
    {
        var user = await UserIdAsync(member);
        var theirs = await app.InDatabaseAsync(db =>
            role is { } now
                ? db.GroupMembers.Where(m => m.UserId == user).ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, now))
                : db.GroupMembers.Where(m => m.UserId == user).ExecuteDeleteAsync()
        );
        Assert.Equal(1, theirs);
    }

    /// <summary>Somebody who has nothing to do with the owner, signed in.</summary>
    public static Task<ApiUser> AddStrangerAsync(this IApp app, PlanName plan = PlanName.Enterprise) => app.AddOwnerAsync(plan);

    /// <summary>The owner of a new workspace with a storage of its own, and the editor of its empty library, signed in.</summary>
    public static async Task<ApiUser> AddOwnerAsync(this IApp app, PlanName plan = PlanName.Enterprise)
    {
        var (email, userId) = await app.AddAccountAsync("Olga");
        await app.InDatabaseAsync(async db =>
        {
            var workspace = new Workspace
            {
                Name = "Elsewhere",
                Plan = plan,
                CreatedAt = DateTime.UnixEpoch,
            };
            db.Workspaces.Add(workspace);
            db.WorkspaceMembers.Add(
                new()
                {
                    WorkspaceId = workspace.Id,
                    UserId = userId,
                    Role = WorkspaceRole.Owner,
                }
            );
            return await AddGroupAsync(db, workspace.Id, "Main", userId, GroupRole.Editor);
        });
        return await app.SignInAsync(email);
    }

    private static async Task<Guid> AddGroupAsync(MagpieDbContext db, Guid workspace, string name, Guid member, GroupRole role)
    {
        var group = new Group
        {
            WorkspaceId = workspace,
            Name = name,
            CreatedAt = DateTime.UnixEpoch,
        };
        db.Groups.Add(group);
        db.GroupMembers.Add(
            new()
            {
                GroupId = group.Id,
                UserId = member,
                Role = role,
            }
        );
        await db.SaveChangesAsync();
        return group.Id;
    }

    public static async Task<Guid> UserIdAsync(ApiUser visitor) =>
        (await visitor.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("id").GetGuid();

    private static async Task<(string Email, Guid Id)> AddAccountAsync(this IApp app, string name)
    {
        var id = Guid.CreateVersion7();
        var email = $"{id:n}@example.org";
        await using var scope = app.Services.CreateAsyncScope();
        var account = new Account
        {
            Id = id,
            UserName = email,
            Email = email,
            Name = name,
            CreatedAt = DateTime.UnixEpoch,
        };
        // All have the same password. It is hashed once: that is slow, as it should be.
        account.PasswordHash = passwordHash ??= scope
            .ServiceProvider.GetRequiredService<IPasswordHasher<Account>>()
            .HashPassword(account, TestApp.OwnerPassword);
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        Assert.True(made.Succeeded, made.ToString());
        return (email, id);
    }

    private static async Task<ApiUser> SignInAsync(this IApp app, string email)
    {
        var visitor = app.NewVisitor();
        using var answer = await visitor.SignInAsync(email);
        answer.EnsureSuccessStatusCode();
        return visitor;
    }
}
