using Magpie.Model.Library;
using Magpie.Model.Media;

namespace Magpie.Tests.Model.Library;

public sealed class AssetStateTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Editor = Guid.NewGuid();

    [Fact]
    public void An_editor_changes_draft_and_ready_into_each_other_and_nothing_else()
    {
        foreach (var from in Enum.GetValues<AssetStatus>())
        {
            foreach (var to in Enum.GetValues<AssetStatus>())
            {
                var isTheirs = from is AssetStatus.Draft or AssetStatus.Ready && to is AssetStatus.Draft or AssetStatus.Ready;
                Assert.Equal(isTheirs, In(from).CheckTransition(to) is null);
            }
        }
    }

    [Fact]
    public void A_note_says_who_changed_it_last_and_other_texts_do_not_count_for_that()
    {
        var asset = In(AssetStatus.Ready);
        asset.Describe("Beach", "For May", null, Editor, Now);
        asset.Describe("Straße", "For May", "A beach", Guid.NewGuid(), Now.AddDays(1));

        Assert.Equal(("Straße", "For May", "A beach"), (asset.Name, asset.Note, asset.AltText));
        Assert.Equal((Editor, Now), (asset.NoteChangedById, asset.NoteChangedAt));
        Assert.Equal("strasse", asset.SearchName);
    }

    private static Asset In(AssetStatus status)
    {
        var asset = new Asset
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
            StartsAsDraft = status is AssetStatus.Draft,
        };
        if (status is AssetStatus.Failed)
        {
            asset.Fail(new("broken", "It is odd."));
        }
        else if (status is not AssetStatus.Processing)
        {
            asset.BecomeUnderstood(new(640, 480, null, null, null, null, false, null, null), [], []);
        }

        return asset;
    }
}
