namespace Magpie.Model.Accounts;

/// <summary>
/// Turns a User-Agent header into plain words. People use it to recognize their browsers in a list; nothing is decided by it.
/// </summary>
public static class DeviceName
{
    private const string Unknown = "Unknown browser";

    // The order matters: nearly all of these also call themselves Chrome or Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("EdgA/", "Edge"),
        ("EdgiOS/", "Edge"),
        ("OPR/", "Opera"),
        ("OPT/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Vivaldi/", "Vivaldi"),
        ("YaBrowser/", "Yandex Browser"),
        ("DuckDuckGo/", "DuckDuckGo"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("HeadlessChrome/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Chromium/", "Chromium"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Macintosh", "macOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
        ("FreeBSD", "FreeBSD"),
    ];

    public static string Of(string? userAgent)
    {
        var text = userAgent ?? "";
        var browser = NameIn(text, Browsers) ?? ProgramIn(text);
        return (browser, NameIn(text, Systems)) switch
        {
            (null, null) => Unknown,
            (null, { } system) => $"{Unknown} on {system}",
            ({ } name, null) => name,
            var (name, system) => $"{name} on {system}",
        };
    }

    private static string? NameIn(string text, (string Mark, string Name)[] names) =>
        names.FirstOrDefault(one => text.Contains(one.Mark, StringComparison.Ordinal)).Name;

    /// <summary>A program that is not a browser names itself at the start, as in <c>curl/8.5.0</c>.</summary>
    private static string? ProgramIn(string text)
    {
        var name = new string([.. text.TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.').Take(30)]);
        return name is "" or "Mozilla" ? null : name;
    }
}
