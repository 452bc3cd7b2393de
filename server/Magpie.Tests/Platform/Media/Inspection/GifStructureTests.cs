using Magpie.Model.Media;
using static Magpie.Tests.Platform.Media.Inspection.Inspecting;
using static Magpie.Tests.Platform.Media.Inspection.TinyMedia;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class GifStructureTests
{
    private const MediaFormat GifFormat = MediaFormat.Gif;

    [Fact]
    public Task A_still_gif_is_sound() => IsSoundAsync(GifFormat, Gif(), frames: 1);

    [Fact]
    public Task Frames_of_an_animation_are_counted() => IsSoundAsync(GifFormat, Gif(frames: 5000), frames: 5000);

    [Fact]
    public Task What_follows_the_trailer_is_no_concern() => IsSoundAsync(GifFormat, [.. Gif(), .. "trailing"u8], frames: 1);

    [Fact]
    public Task A_gif_that_lacks_only_its_trailer_is_sound() => IsSoundAsync(GifFormat, Gif(end: false), frames: 1);

    [Fact]
    public Task A_gif_is_never_sound_when_it_was_cut() => IsNeverSoundWhenCutAsync(GifFormat, Gif(), harmless: 2);

    [Fact]
    public Task A_gif_cut_in_its_second_frame_is_refused() => IsRefusedAsync(GifFormat, "damaged", Gif(frames: 2)[..^5]);

    [Fact]
    public Task A_gif_without_frames_is_refused() => IsRefusedAsync(GifFormat, "damaged", Gif(frames: 0));

    [Fact]
    public Task A_flood_of_frames_is_refused() => IsRefusedAsync(GifFormat, "too-many-frames", Gif(frames: 10_001));

    [Fact]
    public Task A_screen_above_the_pixel_limit_is_refused() => IsRefusedAsync(GifFormat, "too-many-pixels", Gif(65535, 65535));

    [Fact]
    public Task A_frame_above_the_pixel_limit_is_refused() =>
        IsRefusedAsync(GifFormat, "too-many-pixels", Gif(frame: GifFrame(65535, 65535)));

    [Fact]
    public Task A_frame_without_a_size_is_refused() => IsRefusedAsync(GifFormat, "damaged", Gif(frame: GifFrame(0, 8)));

    [Theory, InlineData(0), InlineData(12), InlineData(255)]
    public Task A_frame_that_cannot_be_unpacked_is_refused(byte codeSize) =>
        IsRefusedAsync(GifFormat, "damaged", Gif(frame: GifFrame(codeSize: codeSize)));

    [Fact]
    public Task A_frame_outside_the_screen_must_be_decoded_to_know() => IsOddAsync(GifFormat, Gif(frame: GifFrame(left: 100)));

    [Fact]
    public Task A_screen_without_a_size_must_be_decoded_to_know() => IsOddAsync(GifFormat, Gif(width: 0));

    [Fact]
    public Task A_block_that_nobody_knows_must_be_decoded_to_know() => IsOddAsync(GifFormat, [.. Gif(end: false), 0x77, 1, 2]);

    [Fact]
    public Task An_endless_extension_is_refused() =>
        IsRefusedAsync(GifFormat, "damaged", [.. Gif(frames: 0, end: false), 0x21, 0xFE, .. Enumerable.Repeat((byte)1, 100_000)]);
}
