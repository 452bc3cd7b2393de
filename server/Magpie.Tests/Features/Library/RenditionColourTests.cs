using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>Whatever space a picture was made in, its renditions show the same colours on an ordinary screen.</summary>
public sealed class RenditionColourTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const int Tolerance = 6;

    private static readonly (byte Red, byte Green, byte Blue, byte Alpha)[] Quarters =
    [
        (200, 60, 60, 255),
        (60, 180, 90, 255),
        (40, 70, 190, 255),
        (128, 128, 128, 255),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-colours-");

    [Theory, InlineData("Adobe RGB", false), InlineData("Adobe RGB", true), InlineData("Display P3", false), InlineData("Display P3", true)]
    public async Task Numbers_of_another_space_become_the_same_colours_in_sRGB(string name, bool deep)
    {
        var space = name == "Adobe RGB" ? ColourSpace.AdobeRgb : ColourSpace.DisplayP3;

        var preview = await PreviewAsync(FlatColours.Png(Quarters, space.Profile(), deep), "wide.png");

        for (var i = 0; i < Quarters.Length; i++)
        {
            var (red, green, blue) = space.ToSrgb(Quarters[i].Red, Quarters[i].Green, Quarters[i].Blue);
            IsNear((red, green, blue, 255), preview, FlatColours.Middles[i], Tolerance);
        }

        // The spaces differ where it matters: taken as they are, the numbers would be too pale by this much.
        Assert.True(space.ToSrgb(60, 180, 90).Red < 60 - 2 * Tolerance);
    }

    [Fact]
    public async Task A_photo_in_Display_P3_becomes_the_colours_it_shows()
    {
        var preview = await PreviewAsync(FreeMedia.BytesOf("display_p3.jpg"), "display_p3.jpg");
        var stored = await Ffmpeg.PixelsAsync(FreeMedia.PathOf("display_p3.jpg"), 600, 400);

        foreach (var place in new[] { (0.1, 0.1), (0.5, 0.2), (0.5, 0.5), (0.2, 0.8), (0.9, 0.9) })
        {
            var (red, green, blue, _) = stored.At(place.Item1, place.Item2);
            var expected = ColourSpace.DisplayP3.ToSrgb((byte)red, (byte)green, (byte)blue);
            IsNear((expected.Red, expected.Green, expected.Blue, 255), preview, place, tolerance: 12);
        }
    }

    [Fact]
    public async Task Ink_becomes_light()
    {
        // ffmpeg takes what ink leaves of the light, as if inks were pure; real ones differ, by far less than a negative would.
        var ink = await PreviewAsync(FreeMedia.BytesOf("cmyk.jpg"), "cmyk.jpg");
        var plain = await Ffmpeg.PixelsAsync(FreeMedia.PathOf("cmyk.jpg"), 300, 200);

        foreach (var place in new[] { (0.1, 0.1), (0.5, 0.2), (0.5, 0.5), (0.2, 0.8), (0.9, 0.9) })
        {
            IsNear(plain.At(place.Item1, place.Item2), ink, place, tolerance: 70);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_shines_through_still_does(bool deep)
    {
        (byte, byte, byte, byte)[] quarters = [(200, 60, 60, 255), (60, 180, 90, 128), (40, 70, 190, 0), (128, 128, 128, 64)];
        var preview = await PreviewAsync(FlatColours.Png(quarters, deep: deep), "glass.png");

        int[] expected = [255, 128, 0, 64];
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.InRange(preview.At(FlatColours.Middles[i].X, FlatColours.Middles[i].Y).Alpha, expected[i] - 2, expected[i] + 2);
        }

        IsNear((200, 60, 60, 255), preview, FlatColours.Middles[0], Tolerance);
        Assert.True(await HasAlphaAsync("alpha.png"));
        Assert.False(await HasAlphaAsync("coast.jpg"));
    }

    [Fact]
    public async Task Sixteen_bits_become_the_nearest_eight()
    {
        var preview = await PreviewAsync(FlatColours.Png(Quarters, deep: true), "deep.png");

        for (var i = 0; i < Quarters.Length; i++)
        {
            IsNear(Quarters[i], preview, FlatColours.Middles[i], tolerance: 4);
        }
    }

    [Fact]
    public async Task A_profile_that_is_garbage_is_as_good_as_none()
    {
        var garbage = ColourSpace.AdobeRgb.Profile();
        garbage.AsSpan(128).Fill(0xA5);

        var preview = await PreviewAsync(FlatColours.Png(Quarters, garbage), "broken.png");

        for (var i = 0; i < Quarters.Length; i++)
        {
            IsNear(Quarters[i], preview, FlatColours.Middles[i], Tolerance);
        }
    }

    /// <summary>Its numbers are taken over, so what says how they are meant has to come along.</summary>
    [Theory, InlineData("Adobe RGB", true), InlineData("ink with a profile", true), InlineData("ink", false)]
    public async Task A_public_copy_of_a_JPEG_shows_the_same_colours(string what, bool hasProfile)
    {
        var whole = what switch
        {
            "Adobe RGB" => WithProfile(await FlatJpegAsync(), ColourSpace.AdobeRgb.Profile()),
            "ink" => FreeMedia.BytesOf("cmyk.jpg"),
            _ => WithProfile(FreeMedia.BytesOf("cmyk.jpg"), FlatColours.InkProfile()),
        };
        var path = Path.Combine(folder.FullName, "whole.jpg");
        await File.WriteAllBytesAsync(path, whole);
        var asset = await app.Owner.AddAssetAsync(path);
        using var link = await app.Owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetString()}/link", null);
        var clean = await app.NewVisitor()
            .Http.GetByteArrayAsync((await link.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString());

        Assert.Equal(hasProfile, clean.AsSpan().IndexOf("ICC_PROFILE"u8) > 0);
        var (before, after) = (await PreviewAsync(whole, "before.jpg"), await PreviewAsync(clean, "after.jpg"));
        Assert.All(FlatColours.Middles, place => IsNear(before.At(place.X, place.Y), after, place, tolerance: 1));
        if (what == "ink with a profile")
        {
            // It knows no colours, so it was obeyed.
            Assert.All(
                FlatColours.Middles,
                place => Assert.InRange(Math.Abs(before.At(place.X, place.Y).Red - before.At(place.X, place.Y).Blue), 0, 8)
            );
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void IsNear((int Red, int Green, int Blue, int Alpha) expected, Pixels pixels, (double X, double Y) place, int tolerance)
    {
        var (red, green, blue, alpha) = pixels.At(place.X, place.Y);
        var furthest = new[] { red - expected.Red, green - expected.Green, blue - expected.Blue, alpha - expected.Alpha }.Max(Math.Abs);
        Assert.True(furthest <= tolerance, $"{(red, green, blue, alpha)} at {place}, not {expected}");
    }

    private async Task<byte[]> FlatJpegAsync()
    {
        var (png, jpeg) = (Path.Combine(folder.FullName, "flat.png"), Path.Combine(folder.FullName, "flat.jpg"));
        await File.WriteAllBytesAsync(png, FlatColours.Png(Quarters));
        await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-i", png, "-pix_fmt", "yuvj444p", "-q:v", "1", jpeg);
        return await File.ReadAllBytesAsync(jpeg);
    }

    private static byte[] WithProfile(byte[] jpeg, byte[] profile) =>
        [.. jpeg[..2], 0xFF, 0xE2, .. TinyMedia.U16(profile.Length + 16), .. "ICC_PROFILE\0"u8, 1, 1, .. profile, .. jpeg[2..]];

    private async Task<bool> HasAlphaAsync(string file)
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf(file));
        return WebpFile.Read(await BytesAsync(asset, "preview")).HasAlpha;
    }

    private async Task<Pixels> PreviewAsync(byte[] bytes, string name)
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(path, bytes);
        var asset = await app.Owner.AddAssetAsync(path);
        Assert.Equal("ready", asset.GetProperty("status").GetString());
        var preview = await BytesAsync(asset, "preview");
        await File.WriteAllBytesAsync($"{path}.webp", preview);
        var picture = WebpFile.Read(preview);
        return await Ffmpeg.PixelsAsync($"{path}.webp", picture.Width, picture.Height);
    }

    private async Task<byte[]> BytesAsync(JsonElement asset, string kind) =>
        await app.Owner.Http.GetByteArrayAsync(
            asset
                .GetProperty("renditions")
                .EnumerateArray()
                .Single(rendition => rendition.GetProperty("kind").GetString() == kind)
                .GetProperty("url")
                .GetString()
        );
}
