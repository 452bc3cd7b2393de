using System.Globalization;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Magpie.Platform.Database;

internal sealed class AssetMapping : IEntityTypeConfiguration<Asset>
{
    private const string InLibrary = "\"TrashedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<Asset> asset)
    {
        // The position is SQLite's rowid, so that rows are stored in the order of lists.
        asset.HasKey(a => a.Position);
        asset.HasAlternateKey(a => a.Id);
        asset.Ignore(a => a.Spec);
        asset.Ignore(a => a.Fits);
        asset.Ignore(a => a.AwaitsEditor);
        asset.Property(a => a.Position).ValueGeneratedNever();
        asset.Property(a => a.Name).HasMaxLength(FileNames.MaxLength);
        asset.Property(a => a.Note).HasMaxLength(Asset.MaxNoteLength);
        asset.Property(a => a.AltText).HasMaxLength(Asset.MaxAltTextLength);
        asset.Property(a => a.Sha256).HasMaxLength(64);
        asset.Property(a => a.CapturedLocal).HasMaxLength(19).HasConversion<CameraClockText>();
        asset.Property(a => a.Camera).HasMaxLength(100);
        asset.Property(a => a.SourceUrl).HasMaxLength(Import.MaxAddressLength);
        asset.Property(a => a.Failure).HasMaxLength(1_000);
        asset.Property(a => a.FailureCode).HasMaxLength(50);
        asset.Property(a => a.PostCount).HasDefaultValue(0);
        asset.HasMany(a => a.Renditions).WithOne().HasForeignKey(r => r.AssetId).HasPrincipalKey(a => a.Id);
        asset.HasOne<Group>().WithMany().HasForeignKey(a => a.GroupId);

        // For AssetSearch: a group's library, newest first; all of it, by kind, by status, by both, by origin, and assets used in posts.
        // After the position come all other columns that can be filtered by, so that only rows shown on the page are read.
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Position,
                    a.Kind,
                    a.Status,
                    a.Origin,
                    a.PostCount,
                    a.FitsUsable,
                },
                "Assets_Newest"
            )
            .HasFilter(InLibrary);
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Kind,
                    a.Position,
                    a.Origin,
                    a.PostCount,
                    a.FitsUsable,
                },
                "Assets_NewestOfKind"
            )
            .HasFilter(InLibrary);
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Status,
                    a.Position,
                    a.Kind,
                    a.Origin,
                    a.PostCount,
                    a.FitsUsable,
                },
                "Assets_NewestOfStatus"
            )
            .HasFilter(InLibrary);
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Kind,
                    a.Status,
                    a.Position,
                    a.Origin,
                    a.PostCount,
                    a.FitsUsable,
                },
                "Assets_NewestOfKindAndStatus"
            )
            .HasFilter(InLibrary);
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Origin,
                    a.Position,
                    a.Kind,
                    a.Status,
                    a.PostCount,
                    a.FitsUsable,
                },
                "Assets_NewestOfOrigin"
            )
            .HasFilter($"{InLibrary} AND \"Origin\" <> 'Upload'");
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Origin,
                    a.Status,
                    a.Position,
                    a.Kind,
                    a.PostCount,
                    a.FitsUsable,
                },
                "Assets_NewestOfOriginAndStatus"
            )
            .HasFilter($"{InLibrary} AND \"Origin\" <> 'Upload'");
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.Position,
                    a.Kind,
                    a.Status,
                    a.Origin,
                    a.FitsUsable,
                },
                "Assets_NewestUsed"
            )
            .HasFilter($"{InLibrary} AND \"PostCount\" > 0");

        // For the filter by surface when few assets fit: the masks there are, and the assets of each.
        asset
            .HasIndex(
                a => new
                {
                    a.GroupId,
                    a.FitsUsable,
                    a.Position,
                    a.Kind,
                    a.Status,
                    a.Origin,
                    a.PostCount,
                },
                "Assets_OfFit"
            )
            .HasFilter(InLibrary);

        // For the trash: a group's, and what has been there too long.
        asset.HasIndex(a => new { a.GroupId, a.Position }, "Assets_NewestInTrash").HasFilter("\"TrashedAt\" IS NOT NULL");
        asset.HasIndex(a => a.TrashedAt, "Assets_LongestInTrash").HasFilter("\"TrashedAt\" IS NOT NULL");

        // For the question at each upload: does this group already have these bytes?
        asset.HasIndex(a => new { a.GroupId, a.Sha256 }, "Assets_SameBytes");

        // For DueAssets: what should have been processed by now. Few rows have a due time.
        asset.HasIndex(a => a.DueAt, "Assets_Due").HasFilter("\"DueAt\" IS NOT NULL");
    }

    /// <summary>As text, so that no database treats it as a moment.</summary>
    internal sealed class CameraClockText()
        : ValueConverter<DateTime, string>(
            local => local.ToString("s", CultureInfo.InvariantCulture),
            text => DateTime.ParseExact(text, "s", CultureInfo.InvariantCulture)
        );
}

internal sealed class AssetCountMapping : IEntityTypeConfiguration<AssetCount>
{
    public void Configure(EntityTypeBuilder<AssetCount> count) =>
        count.HasKey(c => new
        {
            c.GroupId,
            c.Month,
            c.Kind,
            c.Status,
        });
}

internal sealed class LabelCountMapping : IEntityTypeConfiguration<LabelCount>
{
    public void Configure(EntityTypeBuilder<LabelCount> count)
    {
        count.HasKey(c => new
        {
            c.LabelId,
            c.Month,
            c.Kind,
        });
        count.HasOne<Label>().WithMany().HasForeignKey(c => c.LabelId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LabelMapping : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> label)
    {
        label.Property(l => l.Name).HasMaxLength(Label.MaxLength);
        label.Property(l => l.AssetCount).HasDefaultValue(0);
        label.HasIndex(l => new { l.GroupId, l.SearchName }).IsUnique();
        label.HasOne<Group>().WithMany().HasForeignKey(l => l.GroupId);
    }
}

internal sealed class AssetLabelMapping : IEntityTypeConfiguration<AssetLabel>
{
    public void Configure(EntityTypeBuilder<AssetLabel> label)
    {
        // For the filter by label: its assets, newest first, and whether an asset has it.
        label.HasKey(l => new { l.LabelId, l.Position });
        label.HasIndex(l => l.Position);
        label.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId).OnDelete(DeleteBehavior.Restrict);
        label.HasOne<Asset>().WithMany().HasForeignKey(l => l.Position).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StarMapping : IEntityTypeConfiguration<Star>
{
    public void Configure(EntityTypeBuilder<Star> star)
    {
        star.HasKey(s => new { s.UserId, s.Position });
        star.HasIndex(s => s.Position);
        star.HasOne<Account>().WithMany().HasForeignKey(s => s.UserId);
        star.HasOne<Asset>().WithMany().HasForeignKey(s => s.Position);
    }
}

internal sealed class PublicLinkMapping : IEntityTypeConfiguration<PublicLink>
{
    public void Configure(EntityTypeBuilder<PublicLink> link)
    {
        link.HasKey(l => l.AssetId);
        link.Property(l => l.Token).HasMaxLength(22);
        link.HasIndex(l => l.Token).IsUnique();
        link.HasOne<Asset>().WithOne().HasForeignKey<PublicLink>(l => l.AssetId).HasPrincipalKey<Asset>(a => a.Id);
    }
}
