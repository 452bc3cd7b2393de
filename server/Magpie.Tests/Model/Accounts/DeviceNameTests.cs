using Magpie.Model.Accounts;

namespace Magpie.Tests.Model.Accounts;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36",
        "Chrome on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
        "Edge on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "Safari on macOS"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
            + "Mobile/15E148 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0.0.0 "
            + "Mobile/15E148 Safari/604.1",
        "Chrome on iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/141.0 Mobile/15E148 Safari/605.1.15",
        "Firefox on iPad"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0", "Firefox on Linux")]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15; SM-S938B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 "
            + "Mobile Safari/537.36",
        "Samsung Internet on Android"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 OPR/121.0.0.0",
        "Opera on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36",
        "Chrome on ChromeOS"
    )]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Mozilla/5.0", "Unknown browser")]
    [InlineData("<script>alert(1)</script>", "Unknown browser")]
    [InlineData("", "Unknown browser")]
    [InlineData(null, "Unknown browser")]
    public void A_browser_is_called_what_its_person_calls_it(string? userAgent, string name) =>
        Assert.Equal(name, DeviceName.Of(userAgent));

    [Fact]
    public void However_long_the_header_the_name_fits_its_column() =>
        Assert.InRange(DeviceName.Of($"{new string('a', 5_000)}/1 Windows").Length, 1, Session.MaxDeviceLength);
}
