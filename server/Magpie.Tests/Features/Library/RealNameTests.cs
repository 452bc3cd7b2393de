using System.IO.Compression;
using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>Names and labels as people write them, in the scripts that they write in.</summary>
public sealed class RealNameTests(SharedApp app) : IClassFixture<SharedApp>
{
    private static readonly string[] Names =
    [
        "İSTANBUL Boğaz.png",
        "IŞIK.png",
        "ışık.png",
        "café crème.png",
        "cafe plain.png",
        "Đà Nẵng.png",
        "ＩＭＧ_1.png",
        "ｶﾒﾗ.png",
        "Ελλάδα.png",
        "sum\u00admer.png",
    ];

    [Fact]
    public async Task A_name_is_found_without_its_accents_its_case_and_its_width()
    {
        var group = await app.AddGroupAsync("Names");
        foreach (var name in Names)
        {
            using var kept = await new TusClient(app.Owner.Http).SendFileAsync(FreeMedia.BytesOf("still.gif"), name, group: $"{group}");
            Assert.True(kept.IsSuccessStatusCode, $"{name}: {(int)kept.StatusCode}");
        }

        (string Typed, string[] Found)[] searches =
        [
            ("istanbul", ["İSTANBUL Boğaz.png"]),
            ("İstanbul", ["İSTANBUL Boğaz.png"]),
            ("bogaz", ["İSTANBUL Boğaz.png"]),
            ("ışık", ["ışık.png", "IŞIK.png"]),
            ("IŞIK", ["ışık.png", "IŞIK.png"]),
            ("isik", ["ışık.png", "IŞIK.png"]),
            ("cafe", ["cafe plain.png", "café crème.png"]),
            ("CAFÉ", ["cafe plain.png", "café crème.png"]),
            ("da nang", ["Đà Nẵng.png"]),
            ("img", ["ＩＭＧ_1.png"]),
            ("カメラ", ["ｶﾒﾗ.png"]),
            ("ｶﾒ", ["ｶﾒﾗ.png"]),
            ("ελλαδα", ["Ελλάδα.png"]),
            ("ΕΛΛΆΔΑ", ["Ελλάδα.png"]),
            ("summer", ["summer.png"]),
        ];
        foreach (var (typed, found) in searches)
        {
            var page = await app.Owner.GetJsonAsync($"/api/assets?group={group}&q={Uri.EscapeDataString(typed)}");
            Assert.Equal(found, page.GetProperty("items").EnumerateArray().Select(asset => asset.GetProperty("name").GetString()));
        }
    }

    [Fact]
    public async Task Labels_are_one_without_case_and_width_and_two_with_another_accent()
    {
        var group = await app.AddGroupAsync("Labels");
        await LabelAsync(group, "İZMİR", "cafe", "ışık", "ＡＢＣ");

        await LabelAsync(group, "İzmir", "café", "IŞIK", "abc", "izmi\u200br");

        var names = await FindAsync(group, "");
        Assert.Equal(
            ["abc", "cafe", "café", "izmir", "ışık"],
            names
                .Select(name =>
                    name is "İZMİR" ? "izmir"
                    : name is "ＡＢＣ" ? "abc"
                    : name
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(["café", "cafe"], await FindAsync(group, "café"));
        Assert.Equal(["cafe", "café"], await FindAsync(group, "CAFE"));
        Assert.Equal(["cafe", "café"], await FindAsync(group, "caf"));
        Assert.Equal(["İZMİR"], await FindAsync(group, "izmir"));
        Assert.Equal(["ışık"], await FindAsync(group, "isik"));

        Assert.Equal(2, await CountAsync(group, "izmir"));
        Assert.Equal(2, await CountAsync(group, "isik"));
        Assert.Equal(1, await CountAsync(group, "café"));
        Assert.Equal(0, await CountAsync(group, "çafe"));
    }

    [Fact]
    public async Task A_name_is_kept_as_it_is_typed_and_saved_as_every_file_system_takes_it()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        using var renamed = await app.Owner.Http.PatchAsJsonAsync(asset, new { name = "Spring/Summer 50/50 teaser" });

        var now = await renamed.ReadJsonAsync();
        Assert.Equal("Spring/Summer 50/50 teaser", now.GetProperty("name").GetString());
        using var file = await app.Owner.Http.GetAsync(now.GetProperty("original").GetProperty("downloadUrl").GetString());
        Assert.Equal("Spring_Summer 50_50 teaser.gif", file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("Spring_Summer 50_50 teaser.gif", file.Content.Headers.ContentDisposition.FileName?.Trim('"'));
    }

    [Fact]
    public async Task A_zip_unpacks_everywhere_and_none_of_it_overwrites_another()
    {
        string[] names =
        [
            "12:24.jpg",
            "a:b?c*.png",
            "a<b>|\".png",
            "CON.png",
            "aux.png",
            "nul.png",
            "trail.",
            "trail",
            "Photo.gif",
            "photo.GIF",
            "e\u0301.gif",
            "É.gif",
            "a/b.gif",
            "a_b.gif",
            "-x.gif",
        ];
        var ids = new List<string>();
        foreach (var name in names)
        {
            var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
            using var renamed = await app.Owner.Http.PatchAsJsonAsync(asset, new { name });
            ids.Add((await renamed.ReadJsonAsync()).GetProperty("id").GetString()!);
        }

        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/assets/zip", new { assetIds = ids });
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        var saved = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(names.Length, saved.Count);
        Assert.Equal(names.Length, saved.Select(name => name.Normalize().ToUpperInvariant()).Distinct().Count());
        Assert.All(
            saved,
            name =>
            {
                Assert.EndsWith(".gif", name, StringComparison.OrdinalIgnoreCase);
                Assert.Equal(-1, name.IndexOfAny([.. "<>:\"/\\|?*"]));
                Assert.DoesNotMatch(@"^(?i:con|aux|nul|prn|com\d|lpt\d)\s*\.|^[-.~]|[. ]\.gif$", name);
            }
        );
    }

    [Fact]
    public async Task Files_of_one_name_are_numbered_in_a_zip_past_those_that_have_such_a_name_already()
    {
        string[] names = ["same.gif", "Same.gif", "same (3).gif", "same.gif", "same.gif", "same (3).gif"];
        var ids = new List<string>();
        foreach (var name in names.Reverse())
        {
            ids.Add((await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"), name)).Split('/')[^1]);
        }

        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/assets/zip", new { assetIds = ids });
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.Equal(
            ["same.gif", "Same (2).gif", "same (3).gif", "same (4).gif", "same (5).gif", "same (3) (2).gif"],
            zip.Entries.Select(entry => entry.FullName)
        );
    }

    private async Task LabelAsync(Guid group, params string[] labels)
    {
        using var kept = await new TusClient(app.Owner.Http).SendFileAsync(
            FreeMedia.BytesOf("still.gif"),
            "labelled.gif",
            group: $"{group}"
        );
        await app.Owner.ActAsync(
            new
            {
                action = "label",
                assetIds = new[] { kept.Header("Magpie-Asset").Split('/')[^1] },
                labels,
            }
        );
    }

    private async Task<List<string?>> FindAsync(Guid group, string typed) =>
        [
            .. (await app.Owner.GetJsonAsync($"/api/labels?group={group}&q={Uri.EscapeDataString(typed)}"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(label => label.GetProperty("name").GetString()),
        ];

    private async Task<int> CountAsync(Guid group, string label) =>
        (await app.Owner.GetJsonAsync($"/api/assets?group={group}&label={Uri.EscapeDataString(label)}"))
            .GetProperty("items")
            .GetArrayLength();
}
