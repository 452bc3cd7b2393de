using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Magpie.Platform.Database;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Name).HasMaxLength(100);
        account.Property(a => a.Language).HasMaxLength(Account.MaxLanguageLength);
        account.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
    }
}

internal sealed class WorkspaceMapping : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> workspace)
    {
        workspace.Property(w => w.Id).ValueGeneratedNever();
        workspace.Property(w => w.Name).HasMaxLength(Workspace.MaxNameLength);
    }
}

internal sealed class GroupMapping : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> group)
    {
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Name).HasMaxLength(100);
        group.HasOne<Workspace>().WithMany().HasForeignKey(g => g.WorkspaceId);
    }
}

internal sealed class WorkspaceMemberMapping : IEntityTypeConfiguration<WorkspaceMember>
{
    public void Configure(EntityTypeBuilder<WorkspaceMember> member)
    {
        member.HasKey(m => new { m.UserId, m.WorkspaceId });
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.UserId);
        member.HasOne<Workspace>().WithMany().HasForeignKey(m => m.WorkspaceId);
    }
}

internal sealed class GroupMemberMapping : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> member)
    {
        // User first: every request asks which groups this person may see.
        member.HasKey(m => new { m.UserId, m.GroupId });
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.UserId);
        member.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId);
    }
}

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> token)
    {
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Name).HasMaxLength(100);
        token.Property(t => t.Hash).HasMaxLength(64);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Stamp).HasMaxLength(64);
        session.Property(s => s.Device).HasMaxLength(Session.MaxDeviceLength);
        session.Property(s => s.Address).HasMaxLength(Session.MaxAddressLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.UserId);

        // For SessionSweep: sessions that nobody uses any more.
        session.HasIndex(s => s.LastSeenAt);
    }
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.FileName).HasMaxLength(FileNames.MaxLength);

        // For UploadSweep: uploads that have expired.
        upload.HasIndex(u => u.ExpiresAt);

        // For counting a person's uploads under way. Ended ones stay a while, and are many more.
        upload.HasIndex(u => u.UserId, "Uploads_Open").HasFilter("\"State\" = 'Receiving'");
    }
}

internal sealed class RenditionMapping : IEntityTypeConfiguration<Rendition>
{
    public void Configure(EntityTypeBuilder<Rendition> rendition)
    {
        rendition.HasKey(r => new { r.AssetId, r.Kind });
        rendition.Property(r => r.Version).HasMaxLength(16);
    }
}

internal sealed class InstallationSettingMapping : IEntityTypeConfiguration<InstallationSetting>
{
    public void Configure(EntityTypeBuilder<InstallationSetting> setting)
    {
        setting.HasKey(s => s.Name);
        setting.Property(s => s.Name).HasMaxLength(50);
    }
}
