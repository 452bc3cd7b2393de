using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Clouds;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>To a provider and back, in a real browser with its real rules for cookies, and into the grid.</summary>
[Collection<BrowserTests>]
public sealed class CloudJourneyTests(CloudApp app, Chromium chromium) : IClassFixture<CloudApp>
{
    [Theory]
    [InlineData("dropbox", "Dropbox", true, ColorScheme.Light)]
    [InlineData("googleDrive", "Google Drive", false, ColorScheme.Dark)]
    public async Task A_person_connects_picks_two_of_a_folder_and_sees_them_in_the_grid(
        string provider,
        string title,
        bool desk,
        ColorScheme scheme
    )
    {
        var cloud = app[provider];
        var folder = cloud.AddFolder("Harbour & 'sea'");
        cloud.AddMedia("coast.jpg", folder, $"coast of {provider}.jpg");
        cloud.AddMedia("clip.mp4", folder, $"clip of {provider}.mp4");
        cloud.Add(new(cloud.NewId(), "film.mov", folder, [1], "video/quicktime", Length: 61_400_000));

        await using var window = await Window.OpenAsync(
            chromium,
            app,
            await app.AddMemberAsync(GroupRole.Editor),
            desk ? Window.Desk : Window.Phone,
            scheme,
            still: true
        );
        await window.Page.GotoAsync("/library");
        await window.Button("Import").First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = title }).ClickAsync();
        await window.SeeAsync(Dialog(window, title).GetByRole(AriaRole.Button, new() { Name = $"Connect {title}" }));
        await window.Page.SeeAccessibleAsync("not connected");

        cloud.Grants.Error = "access_denied";
        await window.Button($"Connect {title}").ClickAsync();
        await window.SeeAsync(Dialog(window, title).GetByText($"You didn’t let Magpie read your {title} files"));
        cloud.Grants.Error = null;
        await window.Button($"Connect {title}").ClickAsync();

        await Dialog(window, title).GetByRole(AriaRole.Button, new() { Name = "Harbour & 'sea'" }).ClickAsync();
        await window.SeeAsync(File(window, $"coast of {provider}.jpg"));
        await window.SeeAsync(Dialog(window, title).GetByText("film.mov is 61.4 MB. Videos can be up to 50 MB."));
        await File(window, "film.mov").ClickAsync(new() { Force = true });
        await File(window, $"coast of {provider}.jpg").ClickAsync();
        await window.SeeAsync(window.Button("Import 1 file"));
        await window.Page.Keyboard.PressAsync("Control+a");
        await window.SeeAsync(window.Button("Import 2 files"));
        await window.Page.SeeAccessibleAsync("picked");
        await window.Button("Import 2 files").ClickAsync();

        await window.SeeNoMoreAsync(Dialog(window, title));
        await window.SeeAsync(window.Tile($"coast of {provider}.jpg"));
        await window.SeeAsync(window.Tile($"clip of {provider}.mp4"));
        Assert.DoesNotContain("import=", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_walked_searched_and_picked_by_keys_and_ranges_and_left_by_disconnecting()
    {
        var folder = app.Dropbox.AddFolder("Many");
        foreach (var number in Enumerable.Range(1, 5))
        {
            app.Dropbox.AddMedia("still.gif", folder, $"picture {number}.gif");
        }

        app.Dropbox.AddFolder("Nothing here", folder);
        app.Dropbox.AddMedia("still.gif", folder, "._picture 1.gif");
        app.Dropbox.MostPerPage = 4;
        await using var window = await Window.OpenAsync(chromium, app, await app.ConnectedAsync("dropbox"));
        await window.Page.GotoAsync("/library?import=dropbox");
        await Dialog(window, "Dropbox").GetByRole(AriaRole.Button, new() { Name = "Many" }).ClickAsync();
        await window.Button("Show more").ClickAsync();
        await window.SeeAsync(File(window, "picture 5.gif"));
        await window.SeeAsync(Dialog(window, "Dropbox").GetByText("1 side file skipped."));
        app.Dropbox.MostPerPage = 1000;

        await File(window, "picture 1.gif").ClickAsync();
        await File(window, "picture 3.gif").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await window.SeeAsync(window.Button("Import 3 files"));
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        await window.Page.Keyboard.PressAsync(" ");
        await window.SeeAsync(window.Button("Import 2 files"));

        await Dialog(window, "Dropbox").GetByRole(AriaRole.Button, new() { Name = "Nothing here" }).ClickAsync();
        await window.SeeAsync(Dialog(window, "Dropbox").GetByText("No photos or videos in Nothing here"));
        await window.Page.SeeAccessibleAsync("empty folder");
        await window.SeeAsync(window.Button("Import 2 files"));
        await Dialog(window, "Dropbox")
            .GetByRole(AriaRole.Navigation, new() { Name = "Folders" })
            .GetByRole(AriaRole.Button, new() { Name = "Dropbox", Exact = true })
            .ClickAsync();

        await Dialog(window, "Dropbox").GetByLabel("Search Dropbox").FillAsync("picture 5");
        await window.SeeAsync(File(window, "picture 5.gif"));
        await window.SeeNoMoreAsync(File(window, "picture 1.gif"));
        await Dialog(window, "Dropbox").GetByLabel("Search Dropbox").FillAsync("no such thing");
        await window.SeeAsync(Dialog(window, "Dropbox").GetByText("No results for “no such thing”"));

        window.Expect("GET", "/api/clouds/dropbox/files", System.Net.HttpStatusCode.TooManyRequests);
        app.Dropbox.IsBusy = true;
        await Dialog(window, "Dropbox").GetByLabel("Search Dropbox").FillAsync("busy");
        await window.SeeAsync(Dialog(window, "Dropbox").GetByText("Dropbox is getting too many requests"));
        await window.Page.SeeAccessibleAsync("failed");
        app.Dropbox.IsBusy = false;
        await window.Button("Retry").ClickAsync();
        await window.SeeAsync(Dialog(window, "Dropbox").GetByText("No results for “busy”"));

        await window.Button("olga@dropbox.example").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Disconnect Dropbox" }).ClickAsync();
        await window.SeeAsync(window.Button("Connect Dropbox"));
        await window.SeeAsync("Disconnected from Dropbox");
    }

    private static ILocator Dialog(Window window, string title) =>
        window.Page.GetByRole(AriaRole.Dialog, new() { Name = $"Import from {title}" });

    private static ILocator File(Window window, string name) => window.Page.GetByRole(AriaRole.Checkbox, new() { Name = name });
}

/// <summary>What people see where the operator has registered the server nowhere.</summary>
[Collection<BrowserTests>]
public sealed class CloudsOffWindowTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task An_owner_is_told_what_to_set_and_a_member_whom_to_ask()
    {
        await using var owner = await Window.OpenAsync(chromium, app, app.Owner);
        await owner.Page.GotoAsync("/library");
        await owner.Button("Import").First.ClickAsync();
        var entry = owner.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Google Drive" });
        await owner.SeeAsync(entry.GetByText("Not set up"));
        await entry.ClickAsync();
        await owner.SeeAsync("Magpie__Imports__GoogleDrive__ClientId");
        await owner.SeeAsync(new Uri(app.Address, "/api/clouds/googleDrive/callback").AbsoluteUri);
        await owner.Page.SeeAccessibleAsync("not set up");

        await using var member = await Window.OpenAsync(chromium, app, await app.AddMemberAsync(GroupRole.Editor), Window.Phone);
        await member.Page.GotoAsync("/library?import=dropbox");
        await member.SeeAsync("Dropbox isn’t set up on this server");
        await member.SeeAsync("or whoever runs Magpie, to set it up.");
        await member.SeeNoMoreAsync(member.Page.GetByText("ClientId"));
    }
}
