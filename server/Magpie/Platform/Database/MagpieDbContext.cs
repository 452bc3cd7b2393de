using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Magpie.Platform.Database;

/// <summary>One model for both databases; there are two subclasses because each has migrations of its own.</summary>
public abstract class MagpieDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Workspace> Workspaces => Set<Workspace>();
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<WorkspaceMember> WorkspaceMembers => Set<WorkspaceMember>();
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<CloudConnection> CloudConnections => Set<CloudConnection>();
    public DbSet<CloudSignIn> CloudSignIns => Set<CloudSignIn>();
    public DbSet<Asset> Assets => Set<Asset>();
    public DbSet<Rendition> Renditions => Set<Rendition>();
    public DbSet<AssetCount> AssetCounts => Set<AssetCount>();
    public DbSet<Label> Labels => Set<Label>();
    public DbSet<LabelCount> LabelCounts => Set<LabelCount>();
    public DbSet<AssetLabel> AssetLabels => Set<AssetLabel>();
    public DbSet<Star> Stars => Set<Star>();
    public DbSet<PublicLink> PublicLinks => Set<PublicLink>();
    public DbSet<Profile> Profiles => Set<Profile>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostAsset> PostAssets => Set<PostAsset>();
    public DbSet<PublishFile> PublishFiles => Set<PublishFile>();
    public DbSet<BlobRemoval> BlobRemovals => Set<BlobRemoval>();
    public DbSet<InstallationSetting> InstallationSettings => Set<InstallationSetting>();
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

    // In milliseconds, so that both databases and cursors agree on the same instant.
    internal sealed class UtcMilliseconds()
        : ValueConverter<DateTime, DateTime>(
            value => new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc),
            value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
        );
}

/// <summary>
/// SQLite has no types for ids and times; by default they become texts of 36 and 23 characters in every row and index. Here an id is stored
/// as its 16 bytes, most significant first, so that it sorts correctly, and a time as milliseconds since 1970.
/// </summary>
public sealed class SqliteMagpieDbContext(DbContextOptions<SqliteMagpieDbContext> options) : MagpieDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<IdBytes>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.DefaultTypeMapping<Guid>().HasConversion<IdBytes>();
        configurationBuilder.DefaultTypeMapping<DateTime>().HasConversion<UnixMilliseconds>();
    }

    public static byte[] BytesOf(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid IdOf(byte[] bytes) => new(bytes, bigEndian: true);

    public static long MillisecondsOf(DateTime utc) =>
        new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    internal sealed class IdBytes() : ValueConverter<Guid, byte[]>(id => BytesOf(id), bytes => IdOf(bytes));

    internal sealed class UnixMilliseconds()
        : ValueConverter<DateTime, long>(
            value => MillisecondsOf(value),
            milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime
        );
}

public sealed class PostgresMagpieDbContext(DbContextOptions<PostgresMagpieDbContext> options) : MagpieDbContext(options);
