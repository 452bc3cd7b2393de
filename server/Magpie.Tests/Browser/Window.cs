using System.Globalization;
using System.Net;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>
/// A browser window on the app, watched: whatever the page complains of fails the test at the end. Each leaves a picture of how it
/// ended in artifacts/screens, and a test that fails says what stood there.
/// </summary>
public sealed class Window : IAsyncDisposable
{
    public static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private readonly float timeoutMs = (float)ApiUser.Timeout.TotalMilliseconds;

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly List<(string Method, string Path, int Status)> expected = [];

    private Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; private set; }

    public static Task<Window> OpenAsync(
        Chromium chromium,
        IApp app,
        ApiUser? signedInAs = null,
        ViewportSize? size = null,
        ColorScheme scheme = ColorScheme.Light,
        bool still = false,
        string locale = "en-GB"
    ) => OpenAsync(chromium, app.Address, signedInAs, size, scheme, still, locale);

    public static async Task<Window> OpenAsync(
        Chromium chromium,
        Uri address,
        ApiUser? signedInAs = null,
        ViewportSize? size = null,
        ColorScheme scheme = ColorScheme.Light,
        bool still = false,
        string locale = "en-GB"
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                ViewportSize = size ?? Desk,
                HasTouch = size == Phone,
                IsMobile = size == Phone,
                ColorScheme = scheme,
                ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
                Locale = locale,
                AcceptDownloads = true,
                IgnoreHTTPSErrors = true, // Of servers that stand in for others.
            }
        );
        if (signedInAs is not null)
        {
            await context.AddCookiesAsync(
                signedInAs
                    .Cookies.GetCookies(address)
                    .Select(c => new Microsoft.Playwright.Cookie
                    {
                        Name = c.Name,
                        Value = c.Value,
                        Url = address.ToString(),
                    })
            );
        }

        var page = await context.NewPageAsync();
        var window = new Window(context, page);
        window.Watch(page);
        return window;
    }

    /// <summary>Another tab of the same person.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        var tab = await context.NewPageAsync();
        Watch(tab);
        return tab;
    }

    /// <summary>The browser writes every refusal of the server into its console; these are meant.</summary>
    public void Expect(string method, string path, HttpStatusCode status) => expected.Add((method, path, (int)status));

    /// <summary>Where each chunk that the page sends from now on begins.</summary>
    public List<int> OffsetsSent()
    {
        var offsets = new List<int>();
        Page.RequestFinished += (_, request) =>
        {
            if (request.Method is "PATCH")
            {
                offsets.Add(int.Parse(request.Headers["upload-offset"], CultureInfo.InvariantCulture));
            }
        };
        return offsets;
    }

    public Task SetOfflineAsync(bool offline) => context.SetOfflineAsync(offline);

    /// <summary>
    /// The page comes back from a tunnel and reads everything once more; until it has shown what a read that is refused makes of it.
    /// </summary>
    public async Task ReadAgainInVainAsync(string path)
    {
        await SetOfflineAsync(true);
        await Page.RunAndWaitForResponseAsync(
            () => SetOfflineAsync(false),
            answer => new Uri(answer.Url).AbsolutePath == path && answer.Status == 503
        );
        await DrawnAsync();
    }

    public async Task SeeAsync(ILocator what) => await Assertions.Expect(what).ToBeVisibleAsync(new() { Timeout = timeoutMs });

    public async Task SeeNoMoreAsync(ILocator what) => await Assertions.Expect(what).ToHaveCountAsync(0, new() { Timeout = timeoutMs });

    public Task SeeAsync(string text) => SeeAsync(Page.GetByText(text).First);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Tile(string name) => Page.Locator($"[data-asset][aria-label^=\"{name},\"]");

    public ILocator Tiles => Page.Locator("[data-asset]");

    public ILocator Uploads => Page.GetByRole(AriaRole.Region, new() { Name = "Uploads" });

    /// <summary>Drops files and folders of this computer on the window, as a hand would: a trusted event with real entries.</summary>
    public async Task DropAsync(params string[] paths)
    {
        var session = await context.NewCDPSessionAsync(Page);
        foreach (var type in (string[])["dragEnter", "dragOver", "drop"])
        {
            await session.SendAsync(
                "Input.dispatchDragEvent",
                new Dictionary<string, object>
                {
                    ["type"] = type,
                    ["x"] = 700,
                    ["y"] = 500,
                    ["data"] = new Dictionary<string, object>
                    {
                        ["items"] = Array.Empty<object>(),
                        ["files"] = paths,
                        ["dragOperationsMask"] = 1,
                    },
                }
            );
            // Chromium drops nothing before the page has said, a frame later, that it would take it.
            await DrawnAsync();
        }
    }

    /// <summary>Ends the test's time with the window: the page had nothing to complain of.</summary>
    public void SeeNoComplaints() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Whether the test has failed is not known yet; what is written here is shown if it has.
            TestContext.Current.TestOutputHelper?.WriteLine(await DescribeAsync().WaitAsync(TimeSpan.FromSeconds(20)));
            await Page.ScreenshotAsync(new() { Path = Picture() });
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The page is closed or hangs, and the test says so.
        }
        finally
        {
            await context.DisposeAsync();
        }

        SeeNoComplaints();
    }

    private async Task DrawnAsync() =>
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

    private Task<string> DescribeAsync() =>
        Page.EvaluateAsync<string>(
            """
            () => [
              location.href,
              `focus: ${document.activeElement?.outerHTML.slice(0, 160)}`,
              ...document.body.innerText.split(/\s*\n\s*/).filter(Boolean).slice(-25),
            ].join('\n')
            """
        );

    private void Watch(IPage page)
    {
        page.SetDefaultTimeout(timeoutMs);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.Response += (_, response) =>
        {
            var path = new Uri(response.Url).AbsolutePath;
            if (
                response.Status >= 400
                && !expected.Exists(e =>
                    e.Method == response.Request.Method && path.StartsWith(e.Path, StringComparison.Ordinal) && e.Status == response.Status
                )
            )
            {
                complaints.Add($"{response.Request.Method} {path}: {response.Status}");
            }
        };
    }

    private static string Picture()
    {
        var folder = Directory.CreateDirectory(Path.Combine(WebApp.Repository, "artifacts", "screens"));
        return Path.Combine(folder.FullName, $"{(TestContext.Current.Test?.TestDisplayName ?? "test").Replace('/', '_')}.png");
    }
}
