using System.Text;
using Magpie.Model.Media;

namespace Magpie.Tests.Model.Media;

public sealed class DownloadNameTests
{
    [Theory]
    [InlineData("Spring/Summer 50/50 teaser", "Spring_Summer 50_50 teaser.png")]
    [InlineData("12:24.png", "12_24.png")]
    [InlineData("a:b?c*.png", "a_b_c_.png")]
    [InlineData("a<b>|\".png", "a_b___.png")]
    [InlineData("CON.png", "_CON.png")]
    [InlineData("aux.png", "_aux.png")]
    [InlineData("nul.tar.png", "_nul.tar.png")]
    [InlineData("Com¹.png", "_Com¹.png")]
    [InlineData("console.png", "console.png")]
    [InlineData("trail.", "trail.png")]
    [InlineData("trail. . ", "trail.png")]
    [InlineData("trail .png", "trail.png")]
    [InlineData("...", "Untitled.png")]
    [InlineData(".hidden.png", "_hidden.png")]
    [InlineData("-rf.png", "_rf.png")]
    [InlineData("~root.png", "_root.png")]
    [InlineData("..\\..\\evil.png", "_._.._evil.png")]
    [InlineData("tab\tnew\nline\u202E.png", "tabnewline.png")]
    [InlineData("photo.JPEG", "photo.JPEG.png")]
    [InlineData("photo.PNG", "photo.PNG")]
    [InlineData("été 🌤.png", "été 🌤.png")]
    public void Every_file_system_takes_it(string name, string saved) => Assert.Equal(saved, DownloadName.Of(name, MediaFormat.Png));

    [Fact]
    public void What_is_too_long_keeps_its_ending_and_whole_characters()
    {
        var saved = DownloadName.Of(string.Concat(Enumerable.Repeat("🌤", 100)), MediaFormat.Mp4);

        Assert.InRange(Encoding.UTF8.GetByteCount(DownloadName.Numbered(saved, 1999)), 200, 255);
        Assert.EndsWith("🌤.mp4", saved, StringComparison.Ordinal);
        Assert.EndsWith("🌤 (1999).mp4", DownloadName.Numbered(saved, 1999), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.png", "a.png")]
    [InlineData("e\u0301.png", "é.png")]
    [InlineData("ＩＭＧ.png", "img.png")]
    [InlineData("ΟΔΟΣ.png", "οδος.png")]
    public void Two_that_would_overwrite_each_other_somewhere_are_known(string first, string second) =>
        Assert.Equal(DownloadName.Identity(first), DownloadName.Identity(second));

    [Fact]
    public void What_is_made_of_a_file_takes_its_name_without_the_ending()
    {
        Assert.Equal("50_50 v1.5 final-thumb.webp", DownloadName.OfRendition("50/50 v1.5 final.png", RenditionKind.Thumb, "image/webp"));
        Assert.Equal("a.b.jpg", DownloadName.OfConverted("a.b.png", MediaFormat.Jpeg));
        Assert.Equal("v1.5 final.jpg", DownloadName.OfConverted("v1.5 final", MediaFormat.Jpeg));
    }
}
