using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Durability;

internal sealed partial class RecordedWork
{
    private const string Labels =
        "SELECT count(*) FROM \"AssetLabels\" al JOIN \"Labels\" l ON l.\"Id\" = al.\"LabelId\" JOIN \"Assets\" a ON "
        + "a.\"Position\" = al.\"Position\" WHERE a.\"Id\" = $0 AND l.\"Name\" = $1";
    private const string Stars =
        "SELECT count(*) FROM \"Stars\" s JOIN \"Assets\" a ON a.\"Position\" = s.\"Position\" WHERE a.\"Id\" = $0";
    private const string InTrash = "SELECT \"TrashedAt\" IS NOT NULL FROM \"Assets\" WHERE \"Id\" = $0";
    private const string Rows = "SELECT count(*) FROM \"Assets\" WHERE \"Id\" = $0";

    public async Task ChangeAsync()
    {
        var (coast, clip, alpha) = (files["coast.jpg"], files["clip.mp4"], files["alpha.png"]);
        var note = await EditAsync(coast, new { note = "at dawn" }, "Note", "at dawn");
        note.EndsNow();
        await EditAsync(coast, new { note = "at dusk" }, "Note", "at dusk");
        await EditAsync(clip, new { altText = "a boat" }, "AltText", "a boat");
        await EditAsync(clip, new { name = "boat.mp4" }, "Name", "boat.mp4");
        await LabelAsync("Summer");
        await owner.ActAsync(new { action = "star", assetIds = new[] { alpha.Asset } });
        ledger.Enter("a star", rows => rows.Ask(Stars, alpha.Asset) is "1");

        using var shared = await owner.Http.PostAsync($"{AddressOf(alpha)}/link", null);
        var address = (await shared.ReadJsonAsync()).GetProperty("url").GetString()!;
        ledger.Enter(
            "a public link",
            rows =>
                rows.Ask("SELECT \"Token\" FROM \"PublicLinks\" WHERE \"AssetId\" = $0", alpha.Asset) is { } token
                && address.Contains(token, StringComparison.Ordinal)
        );

        var made = await owner.MakeTokenAsync("read");
        ledger.Enter("a token", rows => rows.Ask("SELECT \"Scope\" FROM \"AccessTokens\" WHERE \"Id\" = $0", made.Id) is "Read");
        await CancelUploadAsync();
    }

    public async Task LabelAsync(string label)
    {
        foreach (var file in files.Values.Where(file => file.Until == long.MaxValue).Take(3))
        {
            await owner.ActAsync(
                new
                {
                    action = "label",
                    assetIds = new[] { file.Asset },
                    labels = new[] { label },
                }
            );
            ledger.Enter($"{label} on {file}", rows => rows.Ask(Labels, file.Asset, label) is "1");
        }
    }

    public async Task PlanAsync()
    {
        var profile = await owner.AddProfileAsync();
        ledger.Enter(
            "a profile",
            rows => rows.Ask("SELECT \"Handle\" FROM \"Profiles\" WHERE \"Id\" = $0", profile.Id()) == profile.Text("handle")
        );
        var post = await owner.AddPostAsync(
            new
            {
                profileId = profile.Id(),
                assetIds = new[] { files["coast.jpg"].Asset },
                caption = "At the coast",
            }
        );
        ledger.Enter("a post", rows => rows.Ask("SELECT \"Caption\" FROM \"Posts\" WHERE \"Id\" = $0", post.Id()) is "At the coast");
        ledger.Enter("its picture", rows => rows.Ask("SELECT count(*) FROM \"PostAssets\" WHERE \"PostId\" = $0", post.Id()) is "1");

        var early = await owner.ScheduleAsync(post, "2041-05-10T09:00");
        var planned = EnterTime(early, "2041-05-10T09:00");
        planned.EndsNow();
        EnterTime(await owner.ScheduleAsync(early, "2041-05-11T10:30"), "2041-05-11T10:30");
    }

    /// <summary>To the trash, out of it, and for good.</summary>
    public async Task DeleteAsync()
    {
        var back = files["progressive.jpg"];
        var trashed = await TrashAsync(back);
        trashed.EndsNow();
        await owner.ActAsync(new { action = "restore", assetIds = new[] { back.Asset } });
        ledger.Enter($"{back}, restored", rows => rows.Ask(InTrash, back.Asset) is "0");

        foreach (var file in Deleted.Select(name => files[name]))
        {
            (await TrashAsync(file)).EndsNow();
            file.EndsNow();
            using var answer = await owner.Http.DeleteAsync($"{AddressOf(file)}?forever=true");
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            EnterGone(file);
        }

        foreach (var file in Emptied.Select(name => files[name]))
        {
            (await TrashAsync(file)).EndsNow();
            file.EndsNow();
        }

        using var emptied = await owner.Http.DeleteAsync("/api/trash");
        await emptied.ReadJsonAsync();
        Array.ForEach(Emptied, name => EnterGone(files[name]));
    }

    private async Task<Promise> EditAsync(PromisedFile file, object change, string column, string value)
    {
        using var answer = await owner.Http.PatchAsJsonAsync(AddressOf(file), change);
        await answer.ReadJsonAsync();
        return ledger.Enter(
            $"{column} of {file}: {value}",
            rows => rows.Ask($"SELECT \"{column}\" FROM \"Assets\" WHERE \"Id\" = $0", file.Asset) == value
        );
    }

    private async Task<Promise> TrashAsync(PromisedFile file)
    {
        using var answer = await owner.Http.DeleteAsync(AddressOf(file));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return ledger.Enter($"{file}, in the trash", rows => rows.Ask(InTrash, file.Asset) is "1");
    }

    private async Task CancelUploadAsync()
    {
        var cancelled = await BeginUploadAsync(seed: 4, piece: 100_000);
        using var answer = await new TusClient(owner.Http).TerminateAsync(cancelled.Address);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        ledger.Enter(
            "an upload cancelled",
            rows => rows.Ask("SELECT count(*) FROM \"Uploads\" WHERE \"Id\" = $0", Guid.Parse(cancelled.Address[^36..])) is "0"
        );
    }

    private Promise EnterTime(JsonElement post, string time) =>
        ledger.Enter(
            $"a post planned for {time}",
            rows => rows.Ask("SELECT \"State\" || \"LocalTime\" FROM \"Posts\" WHERE \"Id\" = $0", post.Id()) == "Scheduled" + time
        );

    private void EnterGone(PromisedFile file) => ledger.Enter($"{file}, deleted for good", rows => rows.Ask(Rows, file.Asset) is "0");
}
