using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using static Magpie.Tests.Platform.Media.Inspection.Inspecting;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class JpegStructureTests
{
    private const MediaFormat Jpeg = MediaFormat.Jpeg;

    [Fact]
    public Task A_whole_jpeg_is_sound() => IsSoundAsync(Jpeg, TinyMedia.Jpeg(), frames: 1);

    [Fact]
    public Task A_progressive_jpeg_of_ten_scans_is_sound() => IsSoundAsync(Jpeg, TinyMedia.Jpeg(scans: 10, frameHeader: 0xC2), frames: 1);

    [Fact]
    public Task What_follows_the_end_marker_is_no_concern() =>
        IsSoundAsync(Jpeg, [.. TinyMedia.Jpeg(), .. "PK\x03\x04 and more"u8], frames: 1);

    [Fact]
    public Task Junk_between_segments_is_stepped_over()
    {
        var file = TinyMedia.Jpeg();
        return IsSoundAsync(Jpeg, [.. file[..20], 1, 2, 3, 0xFF, 0xFF, .. file[20..]], frames: 1);
    }

    [Fact]
    public Task A_jpeg_is_never_sound_when_it_was_cut() => IsNeverSoundWhenCutAsync(Jpeg, TinyMedia.Jpeg());

    [Fact]
    public Task A_jpeg_cut_before_its_picture_is_refused() => IsRefusedAsync(Jpeg, "damaged", TinyMedia.Jpeg()[..30]);

    [Fact]
    public Task A_jpeg_without_its_end_marker_must_be_decoded_to_know() => IsOddAsync(Jpeg, TinyMedia.Jpeg(end: false));

    [Fact]
    public Task A_jpeg_without_a_size_is_refused() => IsRefusedAsync(Jpeg, "damaged", TinyMedia.Jpeg(width: 0));

    [Fact]
    public Task A_jpeg_above_the_pixel_limit_is_refused() => IsRefusedAsync(Jpeg, "too-many-pixels", TinyMedia.Jpeg(65535, 65535));

    [Fact]
    public Task A_jpeg_of_very_many_scans_is_refused() => IsRefusedAsync(Jpeg, "too-many-scans", TinyMedia.Jpeg(scans: 101));

    [Fact]
    public Task A_jpeg_with_far_too_little_data_for_its_size_must_be_decoded_to_know() => IsOddAsync(Jpeg, TinyMedia.Jpeg(9000, 9000));

    [Theory, InlineData(0xC3), InlineData(0xC9), InlineData(0xCA)]
    public Task A_jpeg_in_an_uncommon_coding_must_be_decoded_to_know(byte frameHeader) =>
        IsOddAsync(Jpeg, TinyMedia.Jpeg(frameHeader: frameHeader));

    [Fact]
    public Task A_scan_before_the_header_is_refused() => IsRefusedAsync(Jpeg, "damaged", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 0xFF, 0xD9]);

    [Fact]
    public Task Headers_without_a_scan_are_refused() => IsRefusedAsync(Jpeg, "damaged", TinyMedia.Jpeg(scans: 0));

    [Fact]
    public async Task A_limit_that_an_operator_raised_holds()
    {
        var verdict = await VerdictAsync(Jpeg, TinyMedia.Jpeg(65535, 65535), new StructureLimits(MaxPixels: 5_000_000_000));

        Assert.IsNotType<StructureVerdict.Refused>(verdict);
    }
}
