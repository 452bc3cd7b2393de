using System.Globalization;
using Magpie.Model.Library;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Model.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Magpie.Platform.Database;

internal sealed class ProfileMapping : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> profile)
    {
        profile.Property(p => p.Id).ValueGeneratedNever();
        profile.Property(p => p.Handle).HasMaxLength(Profile.MaxHandleLength);
        profile.Property(p => p.DisplayName).HasMaxLength(Profile.MaxDisplayNameLength);
        profile.Property(p => p.TimeZone).HasMaxLength(64).HasDefaultValue("UTC");
        profile
            .Property(p => p.Surfaces)
            .HasMaxLength(500)
            .HasDefaultValueSql("''")
            .HasConversion(
                surfaces => string.Join(' ', surfaces),
                text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList())
            );
        profile.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId);
        profile.HasOne<Asset>().WithMany().HasForeignKey(p => p.PictureId).HasPrincipalKey(a => a.Id).OnDelete(DeleteBehavior.SetNull);

        // A group has each account only once.
        profile
            .HasIndex(
                p => new
                {
                    p.GroupId,
                    p.Network,
                    p.Handle,
                },
                "Profiles_Account"
            )
            .IsUnique()
            .HasFilter("\"ArchivedAt\" IS NULL");
    }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.Property(p => p.Id).ValueGeneratedNever();
        post.Property(p => p.Surface).HasMaxLength(100).HasDefaultValue("");
        post.Property(p => p.SurfaceChosen).HasDefaultValue(false);
        post.Property(p => p.Own)
            .HasMaxLength(100)
            .HasDefaultValueSql("''")
            .HasConversion(
                own => PostPartText.Write(own),
                text => PostPartText.Read(text),
                new ValueComparer<IReadOnlyList<PostPart>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList())
            );
        post.Property(p => p.Title).HasMaxLength(Post.MaxTitleLength);
        post.Property(p => p.Caption).HasMaxLength(Post.MaxCaptionLength).HasDefaultValue("");
        post.Property(p => p.FirstComment).HasMaxLength(Post.MaxCaptionLength);
        post.Property(p => p.PublishedUrl).HasMaxLength(Post.MaxAddressLength);
        post.Property(p => p.LocalTime).HasMaxLength(16).HasConversion<WallTimeText>();
        post.Property(p => p.TimeZone).HasMaxLength(64);
        post.Property(p => p.LaterOccurrence).HasDefaultValue(false);

        // Whoever saves must have seen both, so that changes by others, or by the clock, are not overwritten.
        post.Property(p => p.Version).HasDefaultValue(0).IsConcurrencyToken();
        post.Property(p => p.State).IsConcurrencyToken();
        post.Ignore(p => p.IsPublished);
        post.Ignore(p => p.EditBlocker);
        post.HasOne<Group>().WithMany().HasForeignKey(p => p.GroupId);
        post.HasOne<Profile>().WithMany().HasForeignKey(p => p.ProfileId).OnDelete(DeleteBehavior.Restrict);
        post.HasMany(p => p.Assets).WithOne().HasForeignKey(a => a.PostId);

        // For the calendar, by time; and for the list, newest first.
        post.HasIndex(p => new { p.GroupId, p.ScheduledAt }, "Posts_Calendar");
        post.HasIndex(p => new { p.GroupId, p.Id }, "Posts_Newest");

        // For the posts that were made together.
        post.HasIndex(p => p.SetId, "Posts_Set");

        // For MarkDuePosts: posts that are due, and those that were missed.
        post.HasIndex(p => new { p.State, p.ScheduledAt }, "Posts_Clock").HasFilter("\"State\" IN ('Scheduled', 'Due')");

        // For the plan's limit: how many posts count in a month.
        post.HasIndex(p => new { p.GroupId, p.CountsIn }, "Posts_OfMonth").HasFilter("\"CountsIn\" IS NOT NULL");

        // For PostSweep: posts that were deleted long ago.
        post.HasIndex(p => p.DeletedAt, "Posts_Deleted").HasFilter("\"DeletedAt\" IS NOT NULL");
    }

    // A wall time has no time zone, so no database may treat it as a moment.
    internal sealed class WallTimeText()
        : ValueConverter<DateTime, string>(
            local => PostTime.Write(local),
            text => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        );
}

internal sealed class PostAssetMapping : IEntityTypeConfiguration<PostAsset>
{
    public void Configure(EntityTypeBuilder<PostAsset> held)
    {
        held.HasKey(h => new { h.PostId, h.Ordinal });
        held.Property(h => h.AltText).HasMaxLength(Post.MaxAltTextLength);
        held.Property(h => h.Crop).HasMaxLength(100).HasConversion(crop => crop!.ToString(), text => Crop.Parse(text));
        held.Property(h => h.Trim).HasMaxLength(50).HasConversion(trim => trim!.ToString(), text => Trim.Parse(text));

        // For "the posts that use this asset" and "used on this profile, newest first".
        held.HasIndex(h => h.Position);
        held.HasIndex(h => new { h.ProfileId, h.Position });
        held.HasOne<Asset>().WithMany().HasForeignKey(h => h.Position).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublishFileMapping : IEntityTypeConfiguration<PublishFile>
{
    public void Configure(EntityTypeBuilder<PublishFile> file)
    {
        file.HasKey(f => new
        {
            f.PostId,
            f.AssetId,
            f.Version,
        });
        file.Property(f => f.Version).HasMaxLength(16);
        file.HasIndex(f => f.MadeAt);
        file.HasOne<Post>().WithMany().HasForeignKey(f => f.PostId).OnDelete(DeleteBehavior.Cascade);
        file.HasOne<Asset>().WithMany().HasForeignKey(f => f.AssetId).HasPrincipalKey(a => a.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
