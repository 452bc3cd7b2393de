using System.Globalization;
using Magpie.Model.Uploads;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Platform.Database;

public sealed class NameSearchTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Names =
    [
        "IMG_4821.JPG",
        "Summer campaign Berlin 03 final.png",
        "夏季新品发布会.jpg",
        "東京オフィス_02.png",
        "حملة الصيف 3.mp4",
        "🌞 Sunny 👩‍🍳.gif",
        "100%_off.png",
        "a\\b\\c.jpg",
        "\"quoted\" 'single'.jpg",
        "x' OR 1=1 --.jpg",
        "NEAR(a b) AND *^:-+.webp",
        "ÄÖÜß ẞ Ångström.jpg",
        "İstanbul ılık.jpg",
        "é\u0301e\u0302.png",
        "__init__.png",
        "%%.gif",
        "a",
        "{0} {1}.png",
    ];

    [Theory]
    [InlineData(5_000)]
    [InlineData(0)]
    public async Task Every_part_of_every_name_finds_exactly_the_names_that_have_it(int fewEnough)
    {
        var stage = new LibraryFixture(app) { FewEnough = fewEnough };
        await stage.OpenAsync();
        var assets = Names.Select(name => stage.NewAsset(name)).ToList();
        await stage.UseAsync(async db =>
        {
            await db.Assets.ExecuteDeleteAsync();
            db.Assets.AddRange(assets);
            return await db.SaveChangesAsync();
        });

        foreach (var part in assets.SelectMany(asset => PartsOf(asset.SearchName)).Distinct())
        {
            var expected = assets
                .Where(asset => asset.SearchName.Contains(part, StringComparison.Ordinal))
                .Select(asset => asset.Position)
                .OrderDescending();
            var found = await stage.FindAsync(new() { GroupId = stage.GroupId, NamePart = part });
            Assert.True(expected.SequenceEqual(found), $"The part {part} found {found.Count} names.");
        }
    }

    [Theory]
    [InlineData("ÅNGSTRÖM")]
    [InlineData("sUMMER cAMPAIGN")]
    [InlineData("A\u030Angstro\u0308m")]
    public void Case_and_composition_do_not_matter(string typed) =>
        Assert.Contains(Names, name => FileNames.ForSearch(name).Contains(FileNames.ForSearch(typed), StringComparison.Ordinal));

    // Whole characters as a person selects them, and every run of code points besides.
    private static IEnumerable<string> PartsOf(string name)
    {
        var runes = name.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var graphemes = StringInfo.ParseCombiningCharacters(name).Select(start => StringInfo.GetNextTextElement(name, start)).ToList();
        return new[] { runes, graphemes }.SelectMany(units =>
            from length in Enumerable.Range(1, Math.Min(units.Count, 7)).Append(units.Count)
            from start in Enumerable.Range(0, units.Count - length + 1)
            select string.Concat(units.Skip(start).Take(length))
        );
    }
}
