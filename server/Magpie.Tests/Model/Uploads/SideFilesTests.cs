using Magpie.Model.Uploads;

namespace Magpie.Tests.Model.Uploads;

public sealed class SideFilesTests
{
    [Theory]
    [InlineData("IMG_0001.AAE")]
    [InlineData("DSC_1.NEF.xmp")]
    [InlineData("IMG_1.jpg.json")]
    [InlineData("IMG_1.jpg.supplemental-metadata.json")]
    [InlineData("a very long name that Takeout cut off anywher.json")]
    [InlineData("Photos from 2024/metadata.json")]
    [InlineData("100GOPRO/GX010001.THM")]
    [InlineData("100GOPRO/GL010001.LRV")]
    [InlineData("Thumbs.db")]
    [InlineData("below/desktop.ini")]
    [InlineData(".DS_Store")]
    [InlineData("Icon\r")]
    [InlineData("._IMG_0001.JPG")]
    [InlineData(".picasa.ini")]
    [InlineData("MISC/M0100.CTG")]
    [InlineData("Summer/@eaDir/IMG_1.jpg/SYNOPHOTO_THUMB_XL.jpg")]
    [InlineData("__MACOSX/below/IMG_1.jpg")]
    public void What_lies_beside_pictures_and_videos_is_a_side_file(string path) => Assert.True(SideFiles.Has(path));

    [Theory]
    [InlineData("IMG_0001.JPG")]
    [InlineData("notes.txt")]
    [InlineData("aae")]
    [InlineData("my.json.png")]
    [InlineData("xmp/IMG_1.jpg")]
    [InlineData("thumbs.db.jpg")]
    public void Everything_else_is_looked_at(string path) => Assert.False(SideFiles.Has(path));
}
