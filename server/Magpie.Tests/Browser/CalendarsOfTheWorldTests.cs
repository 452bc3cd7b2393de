using System.Globalization;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Where years and months are counted by another calendar, the pages still speak of the months that the data has.</summary>
[Collection<BrowserTests>]
public sealed class CalendarsOfTheWorldTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("fa-IR", "2030")]
    [InlineData("th-TH", "2030")]
    [InlineData("ar-SA", "2030|٢٠٣٠")]
    [InlineData("ja-JP-u-ca-japanese", "2030")]
    [InlineData("he-IL-u-ca-hebrew", "2030")]
    public async Task Months_are_Gregorian_with_the_digits_of_the_reader(string locale, string year)
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true, locale: locale);

        await window.Page.GotoAsync("/calendar?view=month&date=2030-03-28");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new(year) }).First).ToBeVisibleAsync();

        await window.Page.GotoAsync("/library");
        var now = DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture);
        var shown = $"{now}|{Digits(now, '۰')}|{Digits(now, '٠')}";
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new(shown) }).First).ToBeVisibleAsync();
    }

    private static string Digits(string number, char zero) => string.Concat(number.Select(digit => (char)(zero + digit - '0')));
}
