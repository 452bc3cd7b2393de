using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using static Magpie.Tests.Platform.Media.Inspection.Inspecting;
using static Magpie.Tests.Platform.Media.Inspection.TinyMedia;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class IsoStructureTests
{
    private const MediaFormat Mp4Format = MediaFormat.Mp4;

    [Fact]
    public Task A_whole_movie_is_sound() => IsSoundAsync(Mp4Format, Mp4());

    [Fact]
    public Task A_movie_with_its_index_first_is_sound()
    {
        var ahead = Box("ftyp", [.. "isom"u8, 0, 0, 2, 0]).Length + Moov(Mp4Track()).Length;
        return IsSoundAsync(Mp4Format, IndexFirst(mediaAt: ahead + 8));
    }

    [Fact]
    public Task A_movie_is_never_sound_when_it_was_cut() => IsNeverSoundWhenCutAsync(Mp4Format, Mp4());

    [Fact]
    public async Task A_movie_with_its_index_first_is_refused_when_its_last_pictures_were_cut_off()
    {
        var file = IndexFirst(mediaAt: Box("ftyp", [.. "isom"u8, 0, 0, 2, 0]).Length + Moov(Mp4Track()).Length + 8);

        await IsRefusedAsync(Mp4Format, "damaged", file[..^60]);
        await IsOddAsync(Mp4Format, file[..^5]);
    }

    [Fact]
    public Task Sound_beside_the_pictures_changes_nothing() =>
        IsSoundAsync(
            Mp4Format,
            [.. Mp4()[..^Moov(Mp4Track()).Length], .. Moov(Mp4Track("soun", "mp4a"), Mp4Track(id: 2), Mp4Track("text", "tx3g", id: 3))]
        );

    [Fact]
    public Task A_thumbnail_before_the_moving_pictures_is_not_what_is_looked_at() =>
        IsSoundAsync(
            Mp4Format,
            [.. Mp4()[..^Moov(Mp4Track()).Length], .. Moov(Mp4Track(coding: "jpeg", samples: 1, width: 99), Mp4Track(id: 2))]
        );

    [Theory, InlineData("soun", "mp4a"), InlineData("text", "tx3g"), InlineData("pict", "jpeg")]
    public Task A_movie_without_a_picture_track_is_refused(string handler, string coding) =>
        IsRefusedAsync(Mp4Format, "no-picture-track", Mp4(track: Mp4Track(handler, coding)));

    [Fact]
    public Task A_cover_beside_sound_is_no_picture_track() =>
        IsRefusedAsync(
            Mp4Format,
            "no-picture-track",
            Mp4(track: [.. Mp4Track("soun", "mp4a"), .. Mp4Track(coding: "jpeg", samples: 1, id: 2)])
        );

    [Fact]
    public Task A_movie_without_tracks_is_refused() => IsRefusedAsync(Mp4Format, "no-picture-track", Mp4(track: []));

    [Fact]
    public Task A_movie_without_an_index_is_refused() => IsRefusedAsync(Mp4Format, "damaged", Mp4()[..^Moov(Mp4Track()).Length]);

    [Theory, InlineData("encv"), InlineData("drmi")]
    public Task An_encrypted_movie_is_refused(string coding) =>
        IsRefusedAsync(Mp4Format, "encrypted", Mp4(track: Mp4Track(coding: coding)));

    [Fact]
    public Task A_movie_with_a_protection_scheme_is_refused() =>
        IsRefusedAsync(Mp4Format, "encrypted", Mp4(track: Mp4Track(inDescription: Box("sinf", Box("frma", [.. "avc1"u8])))));

    [Theory, InlineData("url ", "file:///etc/passwd\0"), InlineData("url ", "http://127.0.0.1/\0"), InlineData("alis", "an alias record")]
    public async Task A_movie_whose_media_lies_in_another_file_is_refused(string type, string where)
    {
        var track = Mp4Track(reference: Box(type, [.. U32(0), .. System.Text.Encoding.Latin1.GetBytes(where)]));

        await IsRefusedAsync(Mp4Format, "damaged", Mp4(track: track));
        Assert.Contains(
            "another file",
            ((StructureVerdict.Refused)await VerdictAsync(Mp4Format, Mp4(track: track))).Violation.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public Task Media_offsets_behind_the_file_are_refused() =>
        IsRefusedAsync(Mp4Format, "damaged", Mp4(track: Mp4Track(mediaAt: 1_000_000)));

    [Fact]
    public Task Long_media_offsets_that_overflow_are_refused() =>
        IsRefusedAsync(
            Mp4Format,
            "damaged",
            Mp4(track: Mp4Track(chunkOffsets: Box("co64", [.. U32(0), .. U32(1), .. U32(uint.MaxValue), .. U32(uint.MaxValue)])))
        );

    [Fact]
    public Task More_samples_than_the_file_has_bytes_are_refused() =>
        IsRefusedAsync(Mp4Format, "damaged", Mp4(track: Mp4Track(sizes: Box("stsz", [.. U32(0), .. U32(1), .. U32(uint.MaxValue)]))));

    [Fact]
    public Task A_table_that_claims_more_than_it_holds_is_refused() =>
        IsRefusedAsync(
            Mp4Format,
            "damaged",
            Mp4(track: Mp4Track(chunkOffsets: Box("stco", [.. U32(0), .. U32(uint.MaxValue), .. U32(28)])))
        );

    [Fact]
    public Task A_start_of_a_stream_without_fragments_is_refused() =>
        IsRefusedAsync(Mp4Format, "damaged", Mp4(track: Mp4Track(samples: 0)));

    [Fact]
    public Task A_movie_in_fragments_is_sound() =>
        IsSoundAsync(Mp4Format, [.. Mp4(track: Mp4Track(samples: 0)), .. Moof(), .. Box("mdat", new byte[20])]);

    [Fact]
    public Task Fragments_of_another_track_show_nothing() =>
        IsRefusedAsync(Mp4Format, "damaged", [.. Mp4(track: Mp4Track(samples: 0)), .. Moof(track: 7), .. Box("mdat", new byte[20])]);

    [Fact]
    public Task A_movie_that_ends_within_a_fragment_is_refused() =>
        IsRefusedAsync(Mp4Format, "damaged", [.. Mp4(track: Mp4Track(samples: 0)), .. Moof(), .. Box("mdat", new byte[20])[..^4]]);

    [Fact]
    public Task Pictures_above_the_pixel_limit_are_refused() =>
        IsRefusedAsync(Mp4Format, "too-many-pixels", Mp4(track: Mp4Track(width: 65535, height: 65535)));

    [Fact]
    public Task Pictures_whose_clock_stands_still_are_refused() => IsRefusedAsync(Mp4Format, "damaged", Mp4(track: Mp4Track(timeScale: 0)));

    [Fact]
    public Task A_coding_that_nobody_here_knows_is_refused() =>
        IsRefusedAsync(Mp4Format, "format-not-kept", Mp4(track: Mp4Track(coding: "zzzz")));

    [Theory, InlineData("edts"), InlineData("mdia")]
    public async Task An_edit_list_that_a_player_would_search_for_hours_is_refused(string within)
    {
        await IsSoundAsync(Mp4Format, Mp4(track: Cut(1000)));
        await IsRefusedAsync(Mp4Format, "too-many-cuts", Mp4(track: Cut(1001)));

        byte[] Cut(int times) =>
            Box("trak", [.. Mp4Track()[8..], .. Box(within, Box("elst", [.. U32(0), .. U32(times), .. new byte[12 * times]]))]);
    }

    [Fact]
    public Task A_coding_that_is_not_opened_is_refused_behind_one_that_is() =>
        IsRefusedAsync(Mp4Format, "format-not-kept", Mp4(track: Mp4Track(otherCoding: "M8RG")));

    [Theory, InlineData(0x40, true), InlineData(0x6B, true), InlineData(0xA9, false), InlineData(0xDD, false)]
    public Task What_MPEG_4_means_is_told_by_its_descriptor(byte objectType, bool isOpened)
    {
        var sound = Mp4Track("soun", "mp4a", inDescription: Box("esds", [.. U32(0), 3, 22, 0, 1, 0, 4, 17, objectType, .. new byte[16]]));
        byte[] file = [.. Mp4()[..^Moov(Mp4Track()).Length], .. Moov(sound, Mp4Track(id: 2))];
        return isOpened ? IsSoundAsync(Mp4Format, file) : IsRefusedAsync(Mp4Format, "format-not-kept", file, theSoundOf: true);
    }

    [Fact]
    public async Task The_sound_of_all_directions_is_taken_only_beside_one_that_is_opened()
    {
        byte[] ahead = [.. Mp4()[..^Moov(Mp4Track()).Length]];

        await IsSoundAsync(Mp4Format, [.. ahead, .. Moov(Mp4Track("soun", "mp4a"), Mp4Track("soun", "apac", id: 2), Mp4Track(id: 3))]);
        await IsRefusedAsync(
            Mp4Format,
            "format-not-kept",
            [.. ahead, .. Moov(Mp4Track("soun", "apac"), Mp4Track(id: 2))],
            theSoundOf: true
        );
        await IsRefusedAsync(
            Mp4Format,
            "format-not-kept",
            [.. ahead, .. Moov(Mp4Track("soun", "mp4a"), Mp4Track("soun", "QDM2", id: 2), Mp4Track(id: 3))],
            theSoundOf: true
        );
    }

    [Fact]
    public Task Pictures_without_a_size_must_be_decoded_to_know() => IsOddAsync(Mp4Format, Mp4(track: Mp4Track(width: 0)));

    [Fact]
    public Task Boxes_nested_a_hundred_thousand_deep_are_refused()
    {
        string[] types = ["moov", "trak", "mdia", "minf", "stbl"];
        var heads = Enumerable
            .Range(0, 100_000)
            .SelectMany(i => (byte[])[.. U32(8 * (100_000 - i)), .. System.Text.Encoding.Latin1.GetBytes(types[i % 5])]);
        return IsRefusedAsync(Mp4Format, "no-picture-track", [.. Box("ftyp", [.. "isom"u8, 0, 0, 0, 0]), .. heads]);
    }

    [Fact]
    public Task A_flood_of_empty_tracks_is_refused() =>
        IsRefusedAsync(Mp4Format, "damaged", Mp4(track: [.. Enumerable.Repeat(Mp4Track(samples: 0), 1500).SelectMany(track => track)]));

    private static byte[] IndexFirst(int mediaAt) =>
        [.. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0]), .. Moov(Mp4Track(mediaAt: mediaAt)), .. Box("mdat", new byte[64])];
}
