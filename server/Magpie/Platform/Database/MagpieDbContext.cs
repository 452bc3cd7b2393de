using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Magpie.Platform.Database;

/// <summary>One model for both databases; the two subclasses exist because each has migrations of its own.</summary>
public abstract class MagpieDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Workspace> Workspaces => Set<Workspace>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<WorkspaceMember> WorkspaceMembers => Set<WorkspaceMember>();
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<UploadPart> UploadParts => Set<UploadPart>();
    public DbSet<Asset> Assets => Set<Asset>();
    public DbSet<Rendition> Renditions => Set<Rendition>();
    public DbSet<BlobRemoval> BlobRemovals => Set<BlobRemoval>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MagpieDbContext).Assembly);
    }

    // SQLite stores no zone and hands back DateTimeKind.Unspecified, which JSON would print without its Z.
    // Milliseconds, so that both databases and a cursor agree on the same instant.
    private sealed class UtcMilliseconds() : ValueConverter<DateTime, DateTime>(
        value => new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

public sealed class SqliteMagpieDbContext(DbContextOptions<SqliteMagpieDbContext> options) : MagpieDbContext(options);

public sealed class PostgresMagpieDbContext(DbContextOptions<PostgresMagpieDbContext> options) : MagpieDbContext(options);
