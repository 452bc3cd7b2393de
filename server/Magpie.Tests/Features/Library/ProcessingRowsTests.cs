using System.Reflection;
using Magpie.Features.Library.Processing;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Features.Library;

/// <summary>Processing writes what it found out, all of it, and nothing of what people may have changed meanwhile.</summary>
public sealed class ProcessingRowsTests(SharedApp app) : IClassFixture<SharedApp>
{
    private static readonly MediaFacts Facts = new(
        640,
        480,
        2.5,
        25,
        "h264",
        "aac",
        true,
        new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc),
        "Test Phone",
        new(2026, 5, 4, 5, 2, 1)
    );
    private static readonly DateTime Now = new(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task All_that_understanding_changes_is_written_and_a_note_of_the_same_moment_stays()
    {
        var before = await AddAsync();
        var asset = await UseAsync(rows => rows.FindAsync(before.Id));
        await app.InDatabaseAsync(db =>
            db.Assets.Where(a => a.Id == before.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Note, "written meanwhile"))
        );

        Understand(asset!, "0123456789abcdef");
        Assert.True(await UseAsync(rows => rows.SaveUnderstoodAsync(asset!)));

        var after = await FindAsync(before.Id);
        Assert.Equal("written meanwhile", after!.Note);
        Assert.Equal((AssetStatus.Ready, null, 2L), (after.Status, after.DueAt, after.FitsUsable));
        Assert.Equal(
            Facts,
            new(
                after.Width!.Value,
                after.Height!.Value,
                after.DurationSeconds,
                after.FrameRate,
                after.VideoCodec,
                after.AudioCodec,
                after.Animated,
                after.CapturedAt,
                after.Camera,
                after.CapturedLocal
            )
        );
        Assert.Equal([1, 2, 3], after.Placeholder!);
        Assert.Equal("0123456789abcdef", Assert.Single(after.Renditions).Version);
    }

    [Fact]
    public async Task Whoever_understands_it_later_puts_his_renditions_in_the_place_of_the_others()
    {
        var asset = await AddAsync();
        Understand(asset, "aaaaaaaaaaaaaaaa");
        await UseAsync(rows => rows.SaveUnderstoodAsync(asset));

        Understand(asset, "bbbbbbbbbbbbbbbb");
        Assert.True(await UseAsync(rows => rows.SaveUnderstoodAsync(asset)));

        Assert.Equal("bbbbbbbbbbbbbbbb", Assert.Single((await FindAsync(asset.Id))!.Renditions).Version);
    }

    [Fact]
    public async Task A_clean_copy_that_was_shared_meanwhile_stays()
    {
        var asset = await AddAsync();
        await app.InDatabaseAsync(async db =>
        {
            db.Add(Rendition(asset, RenditionKind.Clean, "eeeeeeeeeeeeeeee"));
            return await db.SaveChangesAsync();
        });

        Understand(asset, "ffffffffffffffff");
        await UseAsync(rows => rows.SaveUnderstoodAsync(asset));

        var after = await FindAsync(asset.Id);
        Assert.Equal(["eeeeeeeeeeeeeeee", "ffffffffffffffff"], after!.Renditions.Select(r => r.Version).Order());
    }

    [Fact]
    public async Task Of_an_asset_that_was_deleted_meanwhile_nothing_is_written()
    {
        var asset = await AddAsync();
        await app.InDatabaseAsync(db => db.Assets.Where(a => a.Id == asset.Id).ExecuteDeleteAsync());
        Understand(asset, "cccccccccccccccc");

        Assert.False(await UseAsync(rows => rows.SaveAsync(asset, ProcessingRows.Begun)));
        Assert.False(await UseAsync(rows => rows.SaveAsync(asset, ProcessingRows.Progress)));
        Assert.False(await UseAsync(rows => rows.SaveUnderstoodAsync(asset)));

        Assert.Null(await FindAsync(asset.Id));
        Assert.False(await app.InDatabaseAsync(db => db.Renditions.AnyAsync(r => r.AssetId == asset.Id)));
    }

    [Fact]
    public void Whatever_the_model_changes_is_among_what_is_written()
    {
        Assert.Empty(ChangedBy(Fresh(), a => a.BeginProcessing(Now)).Except(ProcessingRows.Begun.Properties));
        Assert.Empty(ChangedBy(Fresh(), a => a.Fail(Odd)).Except(ProcessingRows.Progress.Properties));
        Assert.Empty(ChangedBy(Fresh(), a => a.MissAttempt(Odd, Now)).Except(ProcessingRows.Progress.Properties));
        Assert.Empty(ChangedBy(Fresh(), a => a.Interrupt(Odd, Now)).Except(ProcessingRows.Progress.Properties));
        Assert.Equal(
            ProcessingRows.Understood.Properties.Order(),
            ChangedBy(Tried(), a => Understand(a, "dddddddddddddddd")).Concat(FailureColumns).Order()
        );
    }

    private static string[] FailureColumns => [nameof(Asset.Failure), nameof(Asset.FailureCode), nameof(Asset.FailureMembers)];

    private static RuleViolation Odd => new RuleViolation("file-unreadable", "It is odd.").With(("file", "photo.jpg"));

    private static Asset Fresh() =>
        new()
        {
            Id = Guid.Empty,
            Position = 1,
            WorkspaceId = Guid.Empty,
            GroupId = Guid.Empty,
            CreatedById = Guid.Empty,
            CreatedAt = Now,
            Origin = AssetOrigin.Upload,
            Name = "photo.jpg",
            Kind = MediaKind.Image,
            Format = MediaFormat.Jpeg,
            Bytes = 1,
            Sha256 = "",
            OriginalKey = "",
            StartsAsDraft = false,
        };

    private static Asset Tried()
    {
        var asset = Fresh();
        asset.MissAttempt(Odd, Now);
        asset.Interrupt(Odd, Now);
        return asset;
    }

    private static void Understand(Asset asset, string version)
    {
        asset.BecomeUnderstood(Facts, [1, 2, 3], [Rendition(asset, RenditionKind.Thumb, version)]);
        asset.Fits = new(1, 2, 3);
    }

    private static Rendition Rendition(Asset asset, RenditionKind kind, string version) =>
        new()
        {
            AssetId = asset.Id,
            Kind = kind,
            BlobKey = $"renditions/{version}",
            MediaType = "image/webp",
            Width = 4,
            Height = 3,
            Bytes = 9,
            Version = version,
        };

    private static List<string> ChangedBy(Asset asset, Action<Asset> change)
    {
        var columns = typeof(Asset)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name is not (nameof(Asset.Renditions) or nameof(Asset.Spec) or nameof(Asset.Fits)))
            .ToList();
        var before = columns.ConvertAll(p => p.GetValue(asset));
        change(asset);
        return [.. columns.Where((p, i) => !Equals(p.GetValue(asset), before[i])).Select(p => p.Name)];
    }

    /// <summary>As it comes in, but due to nobody: the app leaves it alone.</summary>
    private async Task<Asset> AddAsync()
    {
        var id = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("phone_gps.jpg"))).GetProperty("id").GetGuid();
        await app.InDatabaseAsync(async db =>
        {
            await db.Renditions.Where(r => r.AssetId == id).ExecuteDeleteAsync();
            return await db.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, AssetStatus.Processing));
        });
        return (await FindAsync(id))!;
    }

    private async Task<T> UseAsync<T>(Func<ProcessingRows, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ProcessingRows>());
    }

    private Task<Asset?> FindAsync(Guid id) =>
        app.InDatabaseAsync(db => db.Assets.AsNoTracking().Include(a => a.Renditions).SingleOrDefaultAsync(a => a.Id == id));
}
