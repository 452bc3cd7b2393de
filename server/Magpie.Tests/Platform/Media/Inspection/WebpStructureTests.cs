using Magpie.Model.Media;
using static Magpie.Tests.Platform.Media.Inspection.Inspecting;
using static Magpie.Tests.Platform.Media.Inspection.TinyMedia;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class WebpStructureTests
{
    private const MediaFormat WebpFormat = MediaFormat.Webp;

    [Fact]
    public Task A_lossy_webp_is_sound() => IsSoundAsync(WebpFormat, Webp(), frames: 1);

    [Fact]
    public Task A_lossless_webp_is_sound() => IsSoundAsync(WebpFormat, Webp(WebpLossless()), frames: 1);

    [Fact]
    public Task An_extended_webp_is_sound() =>
        IsSoundAsync(WebpFormat, Webp(WebpCanvas(), RiffChunk("ICCP", 1, 2, 3), WebpLossy()), frames: 1);

    [Fact]
    public Task Frames_of_an_animation_are_counted() =>
        IsSoundAsync(WebpFormat, Webp(WebpCanvas(), RiffChunk("ANIM", new byte[6]), WebpFrame(), WebpFrame(4, 4, left: 2)), frames: 2);

    [Fact]
    public Task What_follows_the_riff_is_no_concern() => IsSoundAsync(WebpFormat, [.. Webp(), .. "trailing"u8], frames: 1);

    [Fact]
    public Task A_webp_is_refused_wherever_it_was_cut() => IsNeverSoundWhenCutAsync(WebpFormat, Webp());

    [Fact]
    public Task A_chunk_larger_than_the_file_is_refused()
    {
        var file = Webp();
        file[18] = 0xFF;
        return IsRefusedAsync(WebpFormat, "damaged", file);
    }

    [Fact]
    public Task A_webp_without_a_picture_is_refused() => IsRefusedAsync(WebpFormat, "damaged", Webp(WebpCanvas(), RiffChunk("EXIF", 1, 2)));

    [Fact]
    public Task A_picture_without_its_start_code_is_refused() =>
        IsRefusedAsync(WebpFormat, "damaged", Webp(RiffChunk("VP8 ", new byte[20])));

    [Fact]
    public Task A_picture_without_a_size_is_refused() => IsRefusedAsync(WebpFormat, "damaged", Webp(WebpLossy(width: 0)));

    [Fact]
    public Task A_picture_above_the_pixel_limit_is_refused() =>
        IsRefusedAsync(WebpFormat, "too-many-pixels", Webp(WebpLossless(16383, 16383)));

    [Fact]
    public Task A_canvas_above_the_pixel_limit_is_refused() =>
        IsRefusedAsync(WebpFormat, "too-many-pixels", Webp(WebpCanvas(16_777_215, 4294), WebpLossy()));

    [Fact]
    public Task A_flood_of_frames_is_refused() =>
        IsRefusedAsync(WebpFormat, "too-many-frames", Webp([WebpCanvas(), .. Enumerable.Repeat(WebpFrame(), 10_001)]));

    [Fact]
    public Task A_picture_of_another_size_than_its_canvas_must_be_decoded_to_know() =>
        IsOddAsync(WebpFormat, Webp(WebpCanvas(), WebpLossy(4, 4)));

    [Fact]
    public Task A_frame_outside_its_canvas_must_be_decoded_to_know() => IsOddAsync(WebpFormat, Webp(WebpCanvas(), WebpFrame(left: 10)));

    [Fact]
    public Task A_frame_of_another_size_than_announced_must_be_decoded_to_know() =>
        IsOddAsync(WebpFormat, Webp(WebpCanvas(), WebpFrame(picture: WebpLossy(4, 4))));
}
