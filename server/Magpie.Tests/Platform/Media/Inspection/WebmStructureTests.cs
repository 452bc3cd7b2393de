using Magpie.Model.Media;
using static Magpie.Tests.Platform.Media.Inspection.Inspecting;
using static Magpie.Tests.Platform.Media.Inspection.TinyMedia;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class WebmStructureTests
{
    private const MediaFormat WebmFormat = MediaFormat.Webm;
    private const uint Tracks = 0x1654AE6B;
    private const uint Cluster = 0x1F43B675;

    [Fact]
    public Task A_whole_webm_is_sound() => IsSoundAsync(WebmFormat, Webm());

    [Fact]
    public Task A_webm_of_a_live_stream_is_sound() => IsSoundAsync(WebmFormat, Webm(sizesKnown: false));

    [Theory]
    [InlineData("V_VP9", new byte[] { 0x82, 0x49, 0x83, 0x42, 0, 0, 0, 0 })]
    [InlineData("V_AV1", new byte[] { 0x0A, 0x0B, 0, 0, 0, 0, 0, 0 })]
    public Task Its_other_codecs_are_sound(string codec, byte[] picture) =>
        IsSoundAsync(
            WebmFormat,
            Webm(tracks: Element(Tracks, WebmTrack(codec: codec)), cluster: Element(Cluster, WebmBlock(picture: picture)))
        );

    [Fact]
    public Task A_picture_in_a_block_group_is_sound() =>
        IsSoundAsync(WebmFormat, Webm(cluster: Element(Cluster, Element(0xA0, [.. WebmBlock()[..0], 0xA1, .. WebmBlock()[1..]]))));

    [Fact]
    public Task What_follows_the_segment_is_no_concern() => IsSoundAsync(WebmFormat, [.. Webm(), .. "trailing"u8]);

    [Fact]
    public Task A_webm_is_refused_wherever_it_was_cut() => IsNeverSoundWhenCutAsync(WebmFormat, Webm());

    [Fact]
    public Task A_webm_of_a_live_stream_is_never_sound_when_it_was_cut() => IsNeverSoundWhenCutAsync(WebmFormat, Webm(sizesKnown: false));

    [Fact]
    public Task A_webm_with_sound_only_is_refused() =>
        IsRefusedAsync(WebmFormat, "no-picture-track", Webm(tracks: Element(Tracks, WebmTrack(type: 2, codec: "A_OPUS"))));

    [Fact]
    public Task Of_two_tracks_that_is_looked_at_which_players_take() =>
        IsSoundAsync(WebmFormat, Webm(tracks: Element(Tracks, [.. WebmTrack(more: Element(0x88, 0), width: 99), .. WebmTrack()])));

    [Fact]
    public Task A_webm_without_tracks_is_refused() => IsRefusedAsync(WebmFormat, "no-picture-track", Webm(tracks: Element(Tracks)));

    [Fact]
    public Task An_encrypted_webm_is_refused() =>
        IsRefusedAsync(
            WebmFormat,
            "encrypted",
            Webm(tracks: Element(Tracks, WebmTrack(more: Element(0x6D80, Element(0x6240, Element(0x5035, 1))))))
        );

    [Fact]
    public Task A_codec_that_WebM_does_not_allow_is_refused() =>
        IsRefusedAsync(WebmFormat, "format-not-kept", Webm(tracks: Element(Tracks, WebmTrack(codec: "V_MPEG4/ISO/AVC"))));

    [Fact]
    public Task Sound_that_WebM_does_not_allow_is_refused() =>
        IsRefusedAsync(
            WebmFormat,
            "format-not-kept",
            Webm(tracks: Element(Tracks, [.. WebmTrack(), .. WebmTrack(type: 2, codec: "A_DTS")]))
        );

    [Fact]
    public Task A_webm_above_the_pixel_limit_is_refused() =>
        IsRefusedAsync(WebmFormat, "too-many-pixels", Webm(tracks: Element(Tracks, WebmTrack(width: int.MaxValue, height: int.MaxValue))));

    [Fact]
    public Task A_webm_without_pictures_is_refused() =>
        IsRefusedAsync(WebmFormat, "damaged", Webm(cluster: Element(Cluster, Element(0xE7, 0))));

    [Fact]
    public Task Blocks_of_another_track_show_nothing() =>
        IsRefusedAsync(WebmFormat, "damaged", Webm(cluster: Element(Cluster, WebmBlock(track: 0x85))));

    [Fact]
    public Task A_header_with_nothing_behind_it_is_refused() =>
        IsRefusedAsync(WebmFormat, "damaged", Element(0x1A45DFA3, Element(0x4282, [.. "webm"u8])));

    [Fact]
    public Task A_first_picture_that_is_noise_must_be_decoded_to_know() =>
        IsOddAsync(WebmFormat, Webm(cluster: Element(Cluster, WebmBlock(picture: [1, 2, 3, 4, 5, 6, 7, 8]))));

    [Fact]
    public Task Pictures_before_the_list_of_tracks_must_be_decoded_to_know() =>
        IsOddAsync(WebmFormat, Webm(tracks: Element(Cluster, WebmBlock()), cluster: Element(Tracks, WebmTrack())));
}
