using System.Text;
using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using static Magpie.Tests.Platform.Media.Inspection.Inspecting;
using static Magpie.Tests.Platform.Media.Inspection.TinyMedia;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class PngStructureTests
{
    private const MediaFormat PngFormat = MediaFormat.Png;

    private static readonly byte[] End = PngChunk("IEND");

    [Fact]
    public void The_checksum_is_the_one_that_everybody_knows() =>
        Assert.Equal(0xCBF4_3926, ~Crc32.Append(Crc32.Start, Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public Task A_whole_png_is_sound() => IsSoundAsync(PngFormat, Png(), frames: 1);

    [Fact]
    public Task What_follows_the_end_is_no_concern() => IsSoundAsync(PngFormat, [.. Png(), .. "trailing"u8], frames: 1);

    [Fact]
    public Task A_png_is_never_sound_when_it_was_cut() => IsNeverSoundWhenCutAsync(PngFormat, Png());

    [Fact]
    public Task A_png_cut_in_its_data_is_refused() => IsRefusedAsync(PngFormat, "damaged", Png()[..45]);

    [Fact]
    public Task A_png_that_lacks_only_its_end_must_be_decoded_to_know() => IsOddAsync(PngFormat, Png(PngHeader(), PngData()));

    [Fact]
    public Task A_png_with_a_wrong_checksum_is_refused()
    {
        var file = Png();
        file[45] ^= 1;
        return IsRefusedAsync(PngFormat, "damaged", file);
    }

    [Theory, InlineData(3, 2), InlineData(16, 3), InlineData(4, 6), InlineData(8, 5)]
    public Task A_depth_that_its_colour_type_does_not_have_is_refused(byte depth, byte color) =>
        IsRefusedAsync(PngFormat, "damaged", Png(PngHeader(depth: depth, color: color), PngData(), End));

    [Fact]
    public Task A_png_without_data_is_refused() => IsRefusedAsync(PngFormat, "damaged", Png(PngHeader(), End));

    [Fact]
    public Task A_png_without_a_width_is_refused() => IsRefusedAsync(PngFormat, "damaged", Png(PngHeader(width: 0), PngData(), End));

    [Fact]
    public Task A_palette_picture_without_a_palette_is_refused() =>
        IsRefusedAsync(PngFormat, "damaged", Png(PngHeader(color: 3), PngData(), End));

    [Fact]
    public Task A_png_above_the_pixel_limit_is_refused() =>
        IsRefusedAsync(PngFormat, "too-many-pixels", Png(PngHeader(50_000, 50_000, 1, 0), PngData(), End));

    [Fact]
    public Task A_png_whose_data_can_never_fill_its_size_is_refused() =>
        IsRefusedAsync(PngFormat, "damaged", Png(PngHeader(1000, 1000), PngData(), End));

    [Fact]
    public Task Frames_of_an_animation_are_counted() =>
        IsSoundAsync(
            PngFormat,
            Png(
                PngHeader(),
                PngChunk("acTL", [.. U32(2), .. U32(0)]),
                PngFrame(),
                PngData(),
                PngFrame(),
                PngChunk("fdAT", 0, 0, 0, 1, 2),
                End
            ),
            frames: 2
        );

    [Fact]
    public Task A_frame_outside_the_picture_must_be_decoded_to_know() =>
        IsOddAsync(PngFormat, Png(PngHeader(), PngChunk("acTL", [.. U32(1), .. U32(0)]), PngFrame(left: 10), PngData(), End));

    [Fact]
    public Task A_flood_of_frames_is_refused() =>
        IsRefusedAsync(PngFormat, "too-many-frames", Png([PngHeader(), .. Enumerable.Repeat(PngFrame(), 10_001), PngData(), End]));

    [Fact]
    public Task Data_in_two_places_must_be_decoded_to_know() =>
        IsOddAsync(PngFormat, Png(PngHeader(), PngData(), PngChunk("tEXt", 65, 0, 66), PngData(), End));

    [Fact]
    public Task A_critical_chunk_that_nobody_knows_must_be_decoded_to_know() =>
        IsOddAsync(PngFormat, Png(PngHeader(), PngChunk("ABCD"), PngData(), End));
}
