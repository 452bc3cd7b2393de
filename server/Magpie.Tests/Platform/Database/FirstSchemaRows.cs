using System.Security.Cryptography;
using System.Text;
using Magpie.Model.Library;

namespace Magpie.Tests.Platform.Database;

internal sealed partial class FirstSchema
{
    public const string Token = "mgp_of-a-member-who-came-with-the-first-schema";

    private static readonly DateTime Moment = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>A row for every table that matters.</summary>
    public async Task FillAsync()
    {
        var (user, workspace, group) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (asset, profile, post) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var position = AssetPosition.Of(Moment, asset);
        await InsertAsync(
            "Accounts",
            new
            {
                Id = user,
                Name = "Olga",
                CreatedAt = Moment,
                UserName = "olga",
                NormalizedUserName = "OLGA",
                Email = "olga@example.com",
                NormalizedEmail = "OLGA@EXAMPLE.COM",
                EmailConfirmed = true,
                SecurityStamp = "stamp",
                PhoneNumberConfirmed = false,
                TwoFactorEnabled = false,
                LockoutEnabled = true,
                AccessFailedCount = 0,
            }
        );
        await InsertAsync(
            "Workspaces",
            new
            {
                Id = workspace,
                Name = "Work",
                Plan = "Professional",
                StorageBytes = 1_000L,
                ReservedBytes = 0L,
                CreatedAt = Moment,
            }
        );
        await InsertAsync(
            "Groups",
            new
            {
                Id = group,
                WorkspaceId = workspace,
                Name = "Main",
                CreatedAt = Moment,
            }
        );
        await InsertAsync(
            "WorkspaceMembers",
            new
            {
                WorkspaceId = workspace,
                UserId = user,
                Role = "Owner",
            }
        );
        await InsertAsync(
            "GroupMembers",
            new
            {
                GroupId = group,
                UserId = user,
                Role = "Editor",
            }
        );
        await InsertAsync(
            "AccessTokens",
            new
            {
                Id = Guid.CreateVersion7(),
                UserId = user,
                Name = "Script",
                Scope = "Write",
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token))),
                CreatedAt = Moment,
            }
        );
        await InsertAsync(
            "Sessions",
            new
            {
                Id = Guid.CreateVersion7(),
                UserId = user,
                Origin = "Password",
                Stamp = "stamp",
                Device = "Firefox on Linux",
                Address = "192.0.2.7",
                CreatedAt = Moment,
                LastSeenAt = Moment,
            }
        );
        await InsertAsync(
            "Uploads",
            new
            {
                Id = Guid.CreateVersion7(),
                WorkspaceId = workspace,
                GroupId = group,
                UserId = user,
                FileName = "cliffs.jpg",
                Length = 1_000L,
                Labels = (string[])["Autumn"],
                StartsAsDraft = false,
                Offset = 1_000L,
                State = "Completed",
                Format = "Jpeg",
                CreatedAt = Moment,
                ExpiresAt = Moment.AddYears(50),
                FromServer = false,
            }
        );
        await InsertAsync(
            "Imports",
            new
            {
                Id = Guid.CreateVersion7(),
                WorkspaceId = workspace,
                GroupId = group,
                UserId = user,
                Origin = "Url",
                Address = "https://example.com/cliffs.jpg",
                Name = "cliffs.jpg",
                IsNamed = false,
                Labels = (string[])["Autumn"],
                StartsAsDraft = false,
                State = "Failed",
                ReceivedBytes = 0L,
                ReservedBytes = 0L,
                Attempts = 1,
                FailureCode = "not-found",
                FailureMessage = "There is nothing.",
                CreatedAt = Moment,
                EndedAt = Moment,
            }
        );
        await InsertAsync(
            "Assets",
            new
            {
                Position = position,
                Id = asset,
                WorkspaceId = workspace,
                GroupId = group,
                CreatedById = user,
                CreatedAt = Moment,
                Origin = "Upload",
                Name = "Cliffs.jpg",
                SearchName = "cliffs.jpg",
                Kind = "Image",
                Format = "Jpeg",
                Bytes = 1_000L,
                Sha256 = new string('a', 64),
                OriginalKey = $"originals/{asset:n}",
                Note = "Above the sea.",
                StartsAsDraft = false,
                Width = 640,
                Height = 480,
                Animated = false,
                FitsIdeal = 1L,
                FitsUsable = 3L,
                FitsJudged = 3L,
                Status = "Ready",
                Attempts = 0,
                Interruptions = 0,
            }
        );
        await InsertAsync(
            "Renditions",
            new
            {
                AssetId = asset,
                Kind = "Thumb",
                BlobKey = $"renditions/{asset:n}",
                MediaType = "image/webp",
                Width = 320,
                Height = 240,
                Bytes = 100L,
                Version = "1",
            }
        );
        await InsertAsync(
            "Labels",
            new
            {
                Id = 1L,
                GroupId = group,
                Name = "Autumn",
                SearchName = "autumn",
                CreatedAt = Moment,
            }
        );
        await InsertAsync("AssetLabels", new { LabelId = 1L, Position = position });
        await InsertAsync("Stars", new { UserId = user, Position = position });
        await InsertAsync(
            "PublicLinks",
            new
            {
                AssetId = asset,
                Token = "abcdefghijklmnopqrstuv",
                CreatedById = user,
                CreatedAt = Moment,
            }
        );
        await InsertAsync(
            "Profiles",
            new
            {
                Id = profile,
                GroupId = group,
                Network = "Instagram",
                Handle = "olga",
                CreatedAt = Moment,
                Surfaces = "instagram.feed",
                TimeZone = "Europe/Berlin",
            }
        );
        await InsertAsync(
            "Posts",
            new
            {
                Id = post,
                GroupId = group,
                ProfileId = profile,
                State = "Published",
                ScheduledAt = Moment,
                CreatedAt = Moment,
                Caption = "Autumn by the sea",
                CreatedById = user,
                LocalTime = "2026-12-01T10:30",
                LaterOccurrence = false,
                Surface = "instagram.feed",
                TimeZone = "Europe/Berlin",
                Version = 3,
            }
        );
        await InsertAsync(
            "PostAssets",
            new
            {
                PostId = post,
                Ordinal = 0,
                Position = position,
                ProfileId = profile,
            }
        );
        await InsertAsync(
            "PublishFiles",
            new
            {
                PostId = post,
                AssetId = asset,
                Version = "1",
                BlobKey = $"publish/{asset:n}",
                Format = "Jpeg",
                Width = 640,
                Height = 480,
                Bytes = 900L,
                MadeAt = Moment,
            }
        );
        await InsertAsync(
            "CloudConnections",
            new
            {
                UserId = user,
                Provider = "Dropbox",
                Account = "olga@example.com",
                Version = Guid.CreateVersion7(),
                ConnectedAt = Moment,
            }
        );
        await InsertAsync("InstallationSettings", new { Name = "rules-version", Value = "1" });
    }
}
